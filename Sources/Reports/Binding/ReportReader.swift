package import Diagnostics
internal import Languages
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
    tables.homeless = Set(form.tables.indices).subtracting(sections.compactMap { ownedTable(of: $0, in: form) })
    var ids = FreeTableIDs()
    for section in sections { bindTables(of: section, in: document, to: form, &tables, &ids, findings: &findings) }
    let report = Report(document: document, metadata: metadata, form: form, sections: sections, tables: tables)
    MissingCells(report, explained: tables.explained).report(&findings)
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
    let blocks = SectionBlocks(
      of: section, owned: ownedTable(of: section, in: form), in: document, form, tables.homeless)
    for (index, caption) in blocks.free {
      if let caption {
        tables.roles[caption.node] = .freeCaption(tables.free.count)
        let (id, finding) = ids.id(caption.caption, of: tables.free.count, at: caption.node, in: document)
        if let finding { findings.append(finding) }
        addFreeTable(Int(document.nodes[index].number), at: index, id, caption.caption, to: &tables)
      } else {
        let (id, _) = ids.id(nil, of: tables.free.count, at: index, in: document)
        addFreeTable(Int(document.nodes[index].number), at: index, id, nil, to: &tables)
      }
    }
    for owner in blocks.owners {
      // Moved to the binder and back, so that the arrays are not copied when they are filled.
      let (cells, notes) = (tables.cells, tables.notes)
      (tables.cells, tables.notes) = ([], [])
      var binder = TableBinder(
        document: document, form: form, table: owner.table,
        blocks: owner.nodes.map { Int(document.nodes[$0].number) }, cells: cells, notes: notes)
      let units = SurroundingUnits.of(owner.nodes, in: section, of: document, form.tables[owner.table], form)
      for node in owner.nodes {
        tables.roles[node] = .bound
        binder.bind(Int(document.nodes[node].number), unit: units[node])
      }
      tables.cells = binder.cells
      tables.notes = binder.notes
      tables.otherwiseNumbered += binder.otherwiseNumbered
      tables.extraRows += binder.extraRows
      tables.explained.formUnion(binder.explained)
      findings += binder.findings
    }
    guard let owned = ownedTable(of: section, in: form) else { return }
    let table = form.tables[owned]
    for paragraph in blocks.paragraphs { tables.roles[paragraph] = role(of: paragraph, in: document, table: table) }
    let broken = blocks.broken(for: table)
    if !broken.isEmpty { tables.explained.formUnion(table.cells) }
    for (node, finding) in broken {
      tables.roles[node] = .brokenTable
      if let finding { findings.append(finding) }
    }
    tables.noteRemarks(in: blocks.paragraphs, of: document, table)
  }

  private func ownedTable(of section: Section, in form: Form) -> Int? {
    if case .form(let index) = section.kind { return form.sections[index].table }
    return nil
  }

  /// The role of a paragraph near a statutory table: a caption that is part of the form, a note, or text.
  private func role(of node: Int, in document: Document, table: FormTable) -> BlockRole? {
    let text = document.plainText((node + 1)..<Int(document.nodes[node].end))
    if Self.isNote(text) { return .tableNote }
    guard text.utf8.count < 200 else { return nil }
    if table.labels.block(captioned: WrittenLabel(text)) != nil { return .formCaption }
    if let note = table.note, Label(note.chinese).words == Label(text).words { return .formCaption }
    return nil
  }

  /// Whether a paragraph below a statutory table is a note to it.
  static func isNote(_ text: String) -> Bool {
    noteMarks.contains { text.utf8.starts(with: $0) } || FootnoteMark.starts(text)
  }

  private static let noteMarks = ["注：", "注:", "说明：", "说明:", "备注：", "备注:", "Note:"].map { Array($0.utf8) }

  private func addFreeTable(
    _ table: Int, at node: Int, _ id: String, _ caption: FreeTableCaption?, to tables: inout BoundTables
  ) {
    tables.roles[node] = .freeTable(tables.free.count)
    tables.free.append(FreeTable(id: id, caption: caption?.text, unit: caption?.unit, table: table))
  }
}
