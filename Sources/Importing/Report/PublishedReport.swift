internal import Diagnostics
internal import Languages
internal import Markup
internal import Reports

/// The JSON beside the page of a published report, of this portal or another.
struct PublishedReport {
  private let json: JSONValue

  /// - Returns: `nil` for any other file.
  init?(_ bytes: [UInt8]) {
    let start = bytes.prefix(64).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    guard start.first == UInt8(ascii: "{"), bytes.count <= FileReader.mostBytes,
      let json = JSONValue(Array(bytes.drop { $0 != UInt8(ascii: "{") })), json["tables"] != nil,
      json["agency"]?["id"]?.string != nil, json["year"]?.integer != nil
    else { return nil }
    self.json = json
  }

  func imported(by importer: ReportImporter) throws(ReportImporter.Failure) -> ImportedReport {
    guard let year = importer.options.year ?? json["year"]?.integer, CalendarDate.years.contains(year) else {
      throw .noYear
    }
    guard let id = json["form"]?.string, let form = importer.forms.form(id: id) else { throw .noForm }
    let name = json["agency"]?["name"]?.string ?? ""
    let stated = json["agency"]?["id"]?.string ?? ""
    let known = importer.agencies.first { $0.id == stated } ?? importer.agencies.first { $0.names.contains(name) }
    let isProposed = importer.options.proposes != nil && ReportImporter.Agency.isID(stated)
    guard let agency = importer.options.agency ?? known?.id ?? (isProposed ? stated : nil) else {
      throw .noAgency(title: json["title"]?.string)
    }
    let values = values(of: form)
    let text = ReportText(
      form: form, frontMatter: frontMatter(agency: agency, year: year, form: form), introduction: prose("introduction"),
      sections: sections(of: form), value: { values[$0] ?? "" }, folder: agency)
    let isWithdrawn = json["status"]?.string == "withdrawn"
    let missing = isWithdrawn ? [] : form.cells.indices.filter { form.cells[$0].isDemanded && values[$0] == nil }
    var report = ImportedReport(
      agency: agency, year: year, form: form, text: text, placed: values.count, byPosition: 0,
      unplaced: missing.map { cell in
        .init(text: form.describe(cell).chinese, line: 0, reason: "没有找到这个单元格的数字 no figure was found for this cell")
      }, confidence: importer.failsSums(text.markdown) ? .sumsFail : .labels)
    report.publication = json["published"]?.string.flatMap { CalendarDate($0) }.map { ($0, .page) }
    report.name = name
    report.region = json["agency"]?["region"]?.string
    report.ownStatus = isWithdrawn ? "withdrawn" : nil
    return report
  }

  // MARK: Figures

  /// By index of the cell: what the report wrote, to the letter.
  private func values(of form: Form) -> [Int: String] {
    var values: [Int: String] = [:]
    for table in json["tables"]?.members ?? [] {
      for row in table.value.members {
        for column in row.value.members {
          guard let cell = form.cell("\(table.key).\(row.key).\(column.key)") else { continue }
          values[cell] = column.value.scalar ?? ""
        }
      }
    }
    for note in json["cell_notes"]?.items ?? [] {
      guard let cell = note["cell"]?.string.flatMap({ form.cell($0) }), note["status"]?.string != "missing" else {
        continue
      }
      if let written = note["written"]?.string, !written.isEmpty { values[cell] = written }
    }
    return values
  }

  // MARK: Text

  private func html(of section: String) -> String {
    json["sections"]?.items.first { $0["id"]?.string == section }?["html"]?.string ?? ""
  }

  private func prose(_ section: String) -> [ReportParts.Prose] {
    let html = html(of: section)
    guard !html.isEmpty, let document = HTMLReader.read(Array("<body>\(html)</body>".utf8)) else { return [] }
    return document.blocks.map { block in
      switch block {
      case .paragraph(let paragraph): .paragraph(paragraph)
      case .table(let grid): .table(grid)
      case .picture(let picture): .picture(picture)
      }
    }
  }

  private func sections(of form: Form) -> [ReportParts.Part?] {
    let last = form.sections.indices.last
    return form.sections.indices.map { index in
      let section = form.sections[index]
      var part = ReportParts.Part()
      // What is beside a table of the form is nearly always a note below it.
      if section.table == nil { part.before = prose(section.id) } else { part.after = prose(section.id) }
      if index == last { part.after += prose("closing") }
      return part
    }
  }

  // MARK: Front matter

  private func text(_ key: String) -> String? { json[key]?.scalar }

  private func quoted(_ value: JSONValue?) -> String? { value?.scalar.map { YAMLText.quoted($0) } }

  private func frontMatter(agency: String, year: Int, form: Form) -> FrontMatter {
    var lines = FrontMatter()
    lines.add("title", text("title") ?? "\(year)年政府信息公开工作年度报告")
    lines.add("agency", plain: agency)
    lines.add("year", plain: "\(year)")
    if !form.isToldByLabels || json["tables"]?.members.isEmpty != false { lines.add("form", form.id) }
    let date =
      (text("published").flatMap { CalendarDate($0) } ?? json["withdrawn"]?["date"]?.string.flatMap { CalendarDate($0) })?
      .iso
    lines.add("published", plain: date.map { day in text("published_time").map { "\(day) \($0)" } ?? day })
    if let language = text("language"), language != "zh-Hans" { lines.add("language", language) }
    if let scope = text("scope"), scope == "consolidated" { lines.add("scope", plain: scope) }
    for key in ["covers", "joint"] {
      let ids = json[key]?.items.compactMap(\.string).filter(ReportImporter.Agency.isID) ?? []
      if !ids.isEmpty { lines.add(key, plain: "[\(ids.joined(separator: ", "))]") }
    }
    if let from = json["period"]?["from"]?.string.flatMap({ CalendarDate($0) }),
      let to = json["period"]?["to"]?.string.flatMap({ CalendarDate($0) }),
      from != CalendarDate(year: year, month: 1, day: 1) || to != CalendarDate(year: year, month: 12, day: 31)
    {
      lines.add("period", plain: "{from: \(from.iso), to: \(to.iso)}")
    }
    for key in MetadataKey.all { lines.add(key.name, json[key.published]?.scalar, always: key.name == "index_number") }
    for key in ["modified", "first_published"] {
      lines.add(key, plain: text(key).flatMap { CalendarDate($0) }?.iso)
    }
    // The page that the report was taken from.
    lines.add(
      "source_url", [text("source_url"), text("id")].compactMap { $0 }.first { $0.hasPrefix("http") }, always: true)
    lines.add(
      "contact",
      mapping: ["address", "postcode", "phone", "email"].map { key in
        (key, json["contact"]?[key]?.scalar.map { YAMLText.quoted($0, always: key == "postcode") })
      })
    writeLists(&lines)
    return lines
  }

  private func writeLists(_ lines: inout FrontMatter) {
    lines.add(
      "accepted",
      list: (json["accepted"]?.items ?? []).map { item in
        ["finding", "cell", "reason", "by", "date"].map { ($0, quoted(item[$0])) }
      })
    lines.add(
      "corrections",
      list: (json["corrections"]?.items ?? []).map { item in
        [("date", item["date"]?.string.flatMap { CalendarDate($0) }?.iso)]
          + ["cell", "section", "from", "to", "reason"].map { ($0, quoted(item[$0])) }
      })
    if let withdrawn = json["withdrawn"] {
      lines.add(
        "withdrawn",
        mapping: [
          ("date", withdrawn["date"]?.string.flatMap { CalendarDate($0) }?.iso),
          ("reason", quoted(withdrawn["reason"])),
        ])
    }
  }
}

extension ReportImporter.Agency {
  /// Whether a text can be the id of an agency, and so the name of its files.
  package static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count < 64
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
