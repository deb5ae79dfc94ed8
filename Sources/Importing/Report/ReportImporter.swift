internal import Diagnostics
internal import Markup
package import Reports

/// Makes the source of a report of an imported document.
package struct ReportImporter: Sendable {
  package struct Agency: Sendable {
    package let id: String
    /// All that it is or was called.
    package let names: [String]

    package init(id: String, names: [String]) {
      self.id = id
      self.names = names
    }
  }

  package struct Options: Sendable {
    package var agency: String?
    package var year: Int?
    package var published: CalendarDate?
    package var publishes = false

    package init() {}
  }

  package enum Failure: Error, Sendable, Equatable {
    case noYear
    case noAgency(title: String?)
    case noForm
    case noReport
  }

  package let forms: FormLibrary
  package let agencies: [Agency]
  package let options: Options

  package init(forms: FormLibrary, agencies: [Agency], options: Options = Options()) {
    self.forms = forms
    self.agencies = agencies
    self.options = options
  }

  package func read(_ document: ImportedDocument) throws(Failure) -> ImportedReport {
    let facts = ReportFacts(document)
    guard let year = options.year ?? facts.year else { throw .noYear }
    guard let form = forms.form(toldByLabels: document.shortTexts, year: year) else { throw .noForm }
    let parts = ReportParts(document, form: form, without: facts.used)
    if parts.sections.allSatisfy({ $0 == nil }), parts.hasNoTable { throw .noReport }
    guard let agency = options.agency ?? agency(of: facts)?.id else { throw .noAgency(title: facts.title) }
    let bindings = parts.bindings
    let text = { (status: String) in
      ReportText(
        form: form, agency: agency, year: year, status: status, facts: facts, parts: parts, bindings: bindings,
        published: options.published ?? facts.published
      ).markdown
    }
    return checked(text, agency: agency, year: year, form: form, facts: facts, parts: parts, bindings: bindings)
  }

  /// The agency whose name stands in the title, or is that of the publisher: the longest, since one may hold another.
  private func agency(of facts: ReportFacts) -> Agency? {
    let texts = [facts.title, facts.publisher, facts.source].compactMap { $0 }
    for text in texts {
      let found = agencies.flatMap { agency in agency.names.map { (agency, $0) } }
        .filter { !$0.1.isEmpty && text.contains($0.1) }
        .max { $0.1.count < $1.1.count }
      if let found { return found.0 }
    }
    // A title may leave out the government that an office belongs to, or name it where the registry does not.
    let name = facts.title.map { $0.prefix { !$0.isNumber } } ?? ""
    guard name.count > 3 else { return nil }
    let near = agencies.filter { agency in
      agency.names.contains { $0.count > 3 && ($0.hasSuffix(name) || name.hasSuffix($0)) }
    }
    return near.count == 1 ? near[0] : nil
  }

  private func checked(
    _ text: (String) -> String, agency: String, year: Int, form: Form, facts: ReportFacts, parts: ReportParts,
    bindings: [Int: GridBinding]
  ) -> ImportedReport {
    let values = bindings.values.flatMap(\.values.values)
    var unplaced = bindings.values.flatMap(\.unplaced).map { found in
      ImportedReport.Unplaced(text: found.text, line: found.line, reason: found.reason.text)
    }
    let placed = Set(bindings.values.flatMap(\.values.keys))
    for cell in form.cells.indices where form.cells[cell].isDemanded && !placed.contains(cell) {
      unplaced.append(
        .init(text: form.describe(cell).chinese, line: 0, reason: "没有找到这个单元格的数字 no figure was found for this cell"))
    }
    unplaced += parts.unplaced
    let byPosition = values.count(where: \.isByPosition)
    let draft = text("draft")
    let confidence: ImportedReport.Confidence =
      failsSums(draft) ? .sumsFail : byPosition > 0 ? .position : .labels
    let isPublished =
      options.publishes && unplaced.isEmpty && confidence != .sumsFail && (options.published ?? facts.published) != nil
    return ImportedReport(
      agency: agency, year: year, form: form, markdown: isPublished ? text("published") : draft,
      placed: placed.count, byPosition: byPosition, unplaced: unplaced.sorted { $0.line < $1.line },
      confidence: confidence, isPublished: isPublished)
  }

  /// Whether a sum that the form states is broken in the source that was made.
  private func failsSums(_ markdown: String) -> Bool {
    var findings: [Finding] = []
    let source = SourceFile(path: "report.md", text: markdown)
    guard let document = MarkupParser().parse(source, findings: &findings),
      let report = ReportReader(forms: forms).read(document, findings: &findings)
    else { return true }
    findings = []
    Rules.check(report, findings: &findings)
    return findings.contains { Rules.isOfSums($0.kind) && $0.severity == .error }
  }
}

extension GridBinding.Unplaced.Reason {
  var text: String {
    switch self {
    case .unknownRow: "表单没有这一行 the form has no such row"
    case .group: "分组行没有单元格 a group has no cells of its own"
    case .surplus: "多于表单的列 more values than the form has columns"
    case .tooFew: "少于表单的列，无法确定属于哪一列 fewer values than columns, and nothing says which"
    case .doubled: "这个单元格已有数字 the cell has a figure already"
    }
  }
}

extension ImportedDocument {
  /// Cells of tables, and lines that are no sentences: what labels are among.
  var shortTexts: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): paragraph.text.count < 40 ? [paragraph.text] : []
      case .table(let grid): grid.rows.flatMap { $0.map(\.text) }
      }
    }
  }
}
