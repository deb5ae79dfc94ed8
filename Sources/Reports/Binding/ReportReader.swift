package import Diagnostics
package import Markup

/// Binds a document to its form, turning text into typed values.
package struct ReportReader: Sendable {
  package let forms: FormLibrary

  package init(forms: FormLibrary) {
    self.forms = forms
  }

  /// - Returns: The report, as complete as possible; `nil`, with a finding, if it has no form.
  package func read(_ document: Document, findings: inout [Finding]) -> Report? {
    let metadata = ReportMetadata(document.frontMatter, in: document.source, findings: &findings)
    guard let form = form(of: document, metadata, findings: &findings) else { return nil }
    var divider = SectionDivider(document: document, form: form)
    let sections = divider.divide()
    findings += divider.findings
    var tables = BoundTables(of: document, form)
    var ids = FreeTableIDs()
    for section in sections { bindTables(of: section, in: document, to: form, &tables, &ids, findings: &findings) }
    let report = Report(document: document, metadata: metadata, form: form, sections: sections, tables: tables)
    reportMissing(in: report, findings: &findings)
    return report
  }

  private func form(of document: Document, _ metadata: ReportMetadata, findings: inout [Finding]) -> Form? {
    let form = metadata.form.map { forms.form(id: $0) } ?? forms.form(toldBy: document, year: metadata.year)
    if let form {
      if metadata.year != 0, !form.years.contains(metadata.year) { reportYear(of: form, document, metadata, &findings) }
      return form
    }
    guard let id = metadata.form else { return nil }
    findings.append(
      Finding(
        BindingFindings.unknownForm, at: document.source.range(of: metadata.formSpan),
        LocalizedText("没有表单 \(id)", en: "there is no form \(id)"),
        help: Suggestion.help(for: id, among: forms.forms.map(\.id))))
    return nil
  }

  private func reportYear(
    of form: Form, _ document: Document, _ metadata: ReportMetadata, _ findings: inout [Finding]
  ) {
    let right = forms.form(inForceIn: metadata.year)
    findings.append(
      Finding(
        BindingFindings.formYear,
        at: document.source.range(of: metadata.form == nil ? metadata.yearSpan : metadata.formSpan),
        LocalizedText(
          "\(metadata.year) 年的年报用了 \(form.id)（\(form.title.chinese)）",
          en: "the report of \(metadata.year) is written in \(form.id) (\(form.title.english))"),
        help: right.map { right in
          LocalizedText("\(metadata.year) 年适用 \(right.id)", en: "for \(metadata.year) it is \(right.id)")
        }))
  }

  private func bindTables(
    of section: Section, in document: Document, to form: Form, _ tables: inout BoundTables,
    _ ids: inout FreeTableIDs, findings: inout [Finding]
  ) {
    let owned = ownedTable(of: section, in: form)
    var binder: TableBinder?
    if let owned {
      // Moved to the binder and back, so that the arrays are not copied when they are filled.
      let (cells, notes) = (tables.cells, tables.notes)
      (tables.cells, tables.notes) = ([], [])
      binder = TableBinder(document: document, form: form, table: owned, cells: cells, notes: notes)
    }
    var previous: Int?
    for index in document.siblings(in: section.nodes) {
      let node = document.nodes[index]
      switch node.kind {
      case .table:
        let caption = previous.flatMap { FreeTableCaption(document, paragraph: $0) }
        if let caption {
          tables.roles[previous ?? index] = .freeCaption(tables.free.count)
          let (id, finding) = ids.id(caption, of: tables.free.count, at: previous ?? index, in: document)
          if let finding { findings.append(finding) }
          addFreeTable(Int(node.number), at: index, id, caption, to: &tables)
        } else if binder != nil {
          tables.roles[index] = .bound
          binder?.bind(Int(node.number))
        } else {
          let (id, _) = ids.id(nil, of: tables.free.count, at: index, in: document)
          addFreeTable(Int(node.number), at: index, id, nil, to: &tables)
        }
      case .paragraph:
        if let owned { tables.roles[index] = role(of: index, in: document, table: form.tables[owned]) }
      default: break
      }
      previous = index
    }
    if let binder {
      tables.cells = binder.cells
      tables.notes = binder.notes
      tables.otherwiseNumbered += binder.otherwiseNumbered
      findings += binder.findings
    }
  }

  private func ownedTable(of section: Section, in form: Form) -> Int? {
    if case .form(let index) = section.kind { return form.sections[index].table }
    return nil
  }

  /// The role of a paragraph near a statutory table: a caption that is part of the form, a note, or text.
  private func role(of node: Int, in document: Document, table: FormTable) -> BlockRole? {
    let text = document.plainText((node + 1)..<Int(document.nodes[node].end))
    if Self.noteMarks.contains(where: { text.utf8.starts(with: $0) }) { return .tableNote }
    guard text.utf8.count < 200 else { return nil }
    if table.labels.block(captioned: WrittenLabel(text)) != nil { return .formCaption }
    if let note = table.note, Label(note.chinese).words == Label(text).words { return .formCaption }
    return nil
  }

  private static let noteMarks = ["注：", "注:", "说明：", "说明:", "备注：", "备注:", "Note:"].map { Array($0.utf8) }

  private func addFreeTable(
    _ table: Int, at node: Int, _ id: String, _ caption: FreeTableCaption?, to tables: inout BoundTables
  ) {
    tables.roles[node] = .freeTable(tables.free.count)
    tables.free.append(FreeTable(id: id, caption: caption?.text, unit: caption?.unit, table: table))
  }

  // MARK: Missing cells

  private func reportMissing(in report: Report, findings: inout [Finding]) {
    for section in report.sections {
      guard let owned = ownedTable(of: section, in: report.form) else { continue }
      let table = report.form.tables[owned]
      let missing = table.cells.filter {
        report.cells[$0].status == .missing && report.form.cells[$0].isDemanded
      }
      if missing.isEmpty { continue }
      let heading = report.document.source.range(of: section.headingSpan)
      if table.cells.allSatisfy({ report.cells[$0].status == .missing }) {
        findings.append(
          Finding(
            BindingFindings.missingTable, at: heading,
            LocalizedText("缺少“\(table.title.chinese)”表", en: "the table “\(table.title.english)” is missing")))
        continue
      }
      findings += missingRows(missing, table, in: report, heading: heading)
    }
  }

  /// One finding for each row that lacks cells, located at the row if part of it exists, otherwise at the heading of
  /// the section.
  private func missingRows(
    _ missing: [Int], _ table: FormTable, in report: Report, heading: SourceRange
  ) -> [Finding] {
    let rows = Dictionary(grouping: missing) { [report.form.cells[$0].block, report.form.cells[$0].row] }
    return rows.values.sorted { $0[0] < $1[0] }.map { cells in
      let row = report.form.label(ofRow: cells[0]).label
      let columns = table.blocks[report.form.cells[cells[0]].block].columns.leaves.count
      let present = table.cells.first { cell in
        report.cells[cell].status != .missing
          && report.form.label(ofRow: cell).id == report.form.label(ofRow: cells[0]).id
      }
      let names = cells.map { report.form.label(ofColumn: $0).label }
      return Finding(
        BindingFindings.missing,
        at: present.map {
          report.document.source.range(ofLine: report.document.source.line(at: Int(report.cells[$0].span.start)))
        } ?? heading,
        cells.count == columns
          ? LocalizedText("缺少“\(row.chinese)”一行", en: "the row “\(row.english)” is missing")
          : LocalizedText(
            "“\(row.chinese)”缺少：\(names.map(\.chinese).joined(separator: "、"))",
            en: "“\(row.english)” lacks: \(names.map(\.english).joined(separator: ", "))"),
        cell: report.form.cells[cells[0]].id)
    }
  }
}
