package import Bytes
package import Diagnostics
internal import Markup
package import Portal
package import Reports

/// The JSON beside a report's page: everything that the report states, keyed by the ids of its form.
package struct ReportJSON {
  let report: Report
  let site: Site
  let registry: Registry
  /// The part that is computed once for the report's form.
  let tables: TablesJSON?
  /// SHA-256 of the source, in hexadecimal.
  let digest: String
  let sections: [(section: Section, prose: [UInt8])]
  /// Findings that the report is published with.
  let findings: [Finding]
  /// The language of their messages.
  let messages: MessageLanguage
  /// Path of each attachment relative to the root of the site.
  let attachmentPath: (ReportMetadata.Attachment) -> String

  package init(
    report: Report, site: Site, registry: Registry, tables: TablesJSON?, digest: String,
    sections: [(section: Section, prose: [UInt8])], findings: [Finding],
    messages: MessageLanguage, attachmentPath: @escaping (ReportMetadata.Attachment) -> String
  ) {
    self.report = report
    self.site = site
    self.registry = registry
    self.tables = tables
    self.digest = digest
    self.sections = sections
    self.findings = findings
    self.messages = messages
    self.attachmentPath = attachmentPath
  }

  private var metadata: ReportMetadata { report.metadata }
  private var isWithdrawn: Bool { metadata.status == .withdrawn }

  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.field("$schema", site.absolute("schema/report-1.json"))
    writeHead(&json)
    if isWithdrawn {
      json.object { _ in }
    } else {
      json.raw { tables?.write(report.cells, to: &$0) }
    }
    writeCellNotes(isWithdrawn ? [] : report.form.cells, &json)
    writeSections(isWithdrawn ? [] : sections, &json)
    writeTail(&json)
    json.endObject()
  }

  /// The object without its texts and its tables: what comes before the tables, and what comes after them.
  func line() -> (head: ArraySlice<UInt8>, tail: ArraySlice<UInt8>) {
    var json = JSONWriter(buffer: ByteBuffer(capacity: 2048))
    json.beginObject()
    writeHead(&json)
    let end = json.buffer.count
    json.raw { _ in }
    writeCellNotes(report.form.cells, &json)
    writeTail(&json)
    json.endObject()
    let bytes = json.buffer.array()
    return (bytes[..<end], bytes[end...])
  }

  /// Up to the key of the tables.
  private func writeHead(_ json: inout JSONWriter) {
    json.field("id", site.absolute(Route.report(year: metadata.year, agency: metadata.agency).path))
    json.field("title", metadata.title)
    writeAgency(&json)
    json.field("year", metadata.year)
    json.field("form", report.form.id)
    json.field("language", metadata.language)
    writePeriod(&json)
    json.key("published")
    json.value(isWithdrawn ? nil : metadata.published?.iso)
    json.field("status", metadata.status.rawValue)
    json.field("scope", metadata.scope.rawValue)
    // For a withdrawn report, it contains no more than the page.
    if !isWithdrawn { writeOptionalMetadata(&json) }
    if isWithdrawn, let withdrawn = metadata.withdrawn {
      json.key("withdrawn")
      json.object { json in
        json.field("date", withdrawn.date.iso)
        json.field("reason", withdrawn.reason)
      }
    }
    json.key("tables")
  }

  /// What follows the texts.
  private func writeTail(_ json: inout JSONWriter) {
    writeTableNotes(isWithdrawn, &json)
    writeFreeTables(isWithdrawn ? [] : report.freeTables, &json)
    writeExtraRows(isWithdrawn ? [] : report.extraRows, &json)
    json.key("findings")
    json.array { json in
      for finding in isWithdrawn ? [] : findings {
        finding.write(to: &json, language: messages) { "Content/\($0)" }
      }
    }
    writeCorrections(isWithdrawn ? [] : metadata.corrections, &json)
    if !isWithdrawn {
      json.key("source")
      json.object { json in
        json.field("path", report.document.source.path)
        json.field("sha256", digest)
        json.field("bytes", report.document.source.bytes.count)
      }
    }
  }

  private func writeAgency(_ json: inout JSONWriter) {
    json.key("agency")
    json.object { json in
      json.field("id", metadata.agency)
      json.field("name", registry.name(of: metadata.agency, in: metadata.year))
      json.field("region", registry[agency: metadata.agency]?.region ?? "")
    }
  }

  private func writePeriod(_ json: inout JSONWriter) {
    guard let period = metadata.period else { return }
    json.key("period")
    json.object { json in
      json.field("from", period.from.iso)
      json.field("to", period.to.iso)
    }
  }

  /// Writes the optional keys of the front matter under their own names.
  private func writeOptionalMetadata(_ json: inout JSONWriter) {
    json.field("published_time", ifPresent: metadata.published?.time)
    writeTexts(.identity, &json)
    if let contact = metadata.contact {
      json.key("contact")
      json.object { json in
        json.field("address", ifPresent: contact.address)
        json.field("postcode", ifPresent: contact.postcode)
        json.field("phone", ifPresent: contact.phone)
        json.field("email", ifPresent: contact.email)
      }
    }
    // A consolidated report says whom it covers, even if it names nobody.
    if metadata.scope == .consolidated || !metadata.covers.isEmpty { json.field("covers", metadata.covers) }
    writeList("joint", metadata.joint, &json)
    writeTexts(.origin, &json)
    json.field("modified", ifPresent: metadata.modified?.iso)
    json.field("first_published", ifPresent: metadata.firstPublished?.iso)
    json.field("source_url", ifPresent: metadata.sourceURL)
    json.field("publish_on", ifPresent: metadata.publishOn?.iso)
    writeAccepted(&json)
    if metadata.attachments.isEmpty { return }
    json.key("attachments")
    json.array { json in
      for attachment in metadata.attachments {
        json.object { json in
          json.field("file", attachment.file)
          json.field("title", attachment.title)
          json.field("url", site.absolute(attachmentPath(attachment)))
        }
      }
    }
  }

  private func writeTexts(_ place: MetadataKey.Place, _ json: inout JSONWriter) {
    for key in MetadataKey.all where key.place == place {
      guard let text = metadata[key] else { continue }
      json.key(key.published)
      json.value(text)
    }
  }

  private func writeAccepted(_ json: inout JSONWriter) {
    if metadata.accepted.isEmpty { return }
    json.key("accepted")
    json.array { json in
      for accepted in metadata.accepted {
        json.object { json in
          json.field("finding", accepted.finding)
          json.field("cell", ifPresent: accepted.cell)
          json.field("reason", accepted.reason)
          json.field("by", ifPresent: accepted.by)
          json.field("date", ifPresent: accepted.date?.iso)
        }
      }
    }
  }

  private func writeList(_ key: StaticString, _ items: [String], _ json: inout JSONWriter) {
    if !items.isEmpty { json.field(key, items) }
  }

  private func writeCellNotes(_ cells: [FormCell], _ json: inout JSONWriter) {
    json.key("cell_notes")
    json.beginArray()
    for index in cells.indices {
      let value = report.cells[index]
      switch value.status {
      case .number where value.note < 0, .zero where value.note < 0: continue
      default: break
      }
      let (cell, note) = (cells[index], report.note(of: value))
      json.object { json in
        json.field("cell", cell.id)
        let quantity = report.quantity(of: index)
        json.key("value")
        json.value(quantity?.value)
        json.field("status", value.status.code)
        json.field("written", note?.written ?? "")
        json.field("unit", quantity?.unit ?? cell.unit)
        json.key("value_base")
        json.value(quantity?.base)
        json.field("unit_base", cell.hasStatedUnit && quantity?.base == nil ? "" : cell.baseUnit)
        json.field("remark", ifPresent: note?.remark)
      }
    }
    json.endArray()
  }

  private func writeSections(_ sections: [(section: Section, prose: [UInt8])], _ json: inout JSONWriter) {
    json.key("sections")
    json.beginArray()
    var text: [UInt8] = []
    for (section, prose) in sections {
      json.beginObject()
      json.field("id", section.id)
      json.field("title", section.title)
      json.key("text")
      text.removeAll(keepingCapacity: true)
      report.appendPlainText(of: section, to: &text)
      text.withUnsafeBufferPointer { json.value($0) }
      json.key("html")
      prose.withUnsafeBufferPointer { json.value($0) }
      json.endObject()
    }
    json.endArray()
  }

  private func writeTableNotes(_ isWithdrawn: Bool, _ json: inout JSONWriter) {
    json.key("table_notes")
    json.beginArray()
    for note in isWithdrawn ? [] : report.tableNotes {
      json.object { json in
        json.field("table", report.form.tables[note.table].id)
        json.field("text", note.text)
      }
    }
    json.endArray()
  }

  private func writeFreeTables(_ tables: [FreeTable], _ json: inout JSONWriter) {
    json.key("free_tables")
    json.beginArray()
    for free in tables {
      let table = report.document.tables[free.table]
      json.object { json in
        json.field("id", free.id)
        json.key("caption")
        json.value(free.caption)
        json.key("unit")
        json.value(free.unit)
        json.key("columns")
        writeRow(table, 0, &json)
        json.key("rows")
        json.beginArray()
        for row in table.rows.indices.dropFirst() { writeRow(table, row, &json) }
        json.endArray()
      }
    }
    json.endArray()
  }

  /// Rows of statutory tables that the form does not have and that the report accepts. Hardly any report has them.
  private func writeExtraRows(_ rows: [ExtraRow], _ json: inout JSONWriter) {
    if rows.isEmpty { return }
    json.key("extra_rows")
    json.array { json in
      for row in rows {
        json.object { json in
          json.field("table", report.form.tables[row.table].id)
          json.field("label", row.label)
          json.field("cells", row.cells)
        }
      }
    }
  }

  private func writeRow(_ table: Table, _ row: Int, _ json: inout JSONWriter) {
    json.beginArray()
    for column in 0..<table.columns { json.value(report.document.string(table.cell(row: row, column: column).text)) }
    json.endArray()
  }

  private func writeCorrections(_ corrections: [ReportMetadata.Correction], _ json: inout JSONWriter) {
    json.key("corrections")
    json.array { json in
      for correction in corrections {
        json.object { json in
          json.field("date", correction.date.iso)
          json.field("cell", ifPresent: correction.cell)
          json.field("section", ifPresent: correction.section)
          json.field("from", ifPresent: correction.from)
          json.field("to", ifPresent: correction.to)
          json.field("reason", correction.reason)
        }
      }
    }
  }
}
