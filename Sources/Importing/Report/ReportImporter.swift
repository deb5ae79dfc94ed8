internal import Diagnostics
internal import Languages
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
    /// Gives the id of a new agency with a name, if there is to be one.
    package var proposes: (@Sendable (String) -> String?)?

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
  /// By the id of a form: the words of its tables.
  private let vocabularies: [String: [GridVocabulary]]

  package init(forms: FormLibrary, agencies: [Agency], options: Options = Options()) {
    self.forms = forms
    self.agencies = agencies
    self.options = options
    vocabularies = Dictionary(
      forms.forms.filter(\.isToldByLabels).map { form in
        (form.id, form.tables.map { GridVocabulary($0, title: $0.title.chinese) })
      }, uniquingKeysWith: { first, _ in first })
  }

  private func vocabularies(of form: Form) -> [GridVocabulary] {
    vocabularies[form.id] ?? form.tables.map { GridVocabulary($0, title: $0.title.chinese) }
  }

  /// Reads a file of any kind.
  package func read(
    _ bytes: [UInt8], named name: String, programs: ExternalPrograms = ExternalPrograms()
  ) throws -> ImportedReport {
    if let published = PublishedReport(bytes) { return try published.imported(by: self) }
    return try read(try FileReader.read(bytes, named: name, programs: programs))
  }

  package func read(_ document: ImportedDocument) throws(Failure) -> ImportedReport {
    let document = document.loosened(vocabularies.values.flatMap { $0 }) { text in
      forms.forms.contains { $0.isToldByLabels && $0.section(headed: text) != nil }
    }
    let facts = ReportFacts(document)
    guard let year = options.year ?? facts.year else { throw .noYear }
    guard let form = forms.form(toldByLabels: document.shortTexts, year: year) else { throw .noForm }
    let parts = ReportParts(document, form: form, vocabularies: vocabularies(of: form), without: facts.used)
    if parts.sections.allSatisfy({ $0 == nil }), parts.hasNoTable { throw .noReport }
    let stated = document.properties["front-matter"].flatMap { FrontMatter.stated($0) }
      .flatMap { stated in agencies.contains { $0.id == stated.agency } && stated.year == year ? stated : nil }
    let known = options.agency ?? stated?.agency ?? agency(of: facts)?.id
    guard let agency = known ?? options.proposes?(facts.name ?? "") else { throw .noAgency(title: facts.title) }
    let bindings = parts.bindings
    var published = facts.published(given: options.published)
    var frontMatter = FrontMatter()
    if let stated, stated.agency == agency {
      frontMatter = stated.frontMatter
      published = frontMatter.published.map { ($0, .page) } ?? published
    } else {
      facts.write(to: &frontMatter, agency: agency, year: year, form: form, published: published?.date)
    }
    let text = ReportText(
      form: form, frontMatter: frontMatter, introduction: parts.introduction, sections: parts.sections,
      value: { bindings[form.cells[$0].table]?.values[$0]?.text ?? "" }, folder: agency)
    var report = checked(text, document, agency: agency, year: year, bindings: bindings, parts: parts)
    report.publication = published
    report.name = facts.name
    report.pictures = document.blocks.compactMap { if case .picture(let picture) = $0 { picture } else { nil } }
    return report
  }

  /// The agency whose name is in the title, or is that of the publisher: the longest, since one may contain another.
  private func agency(of facts: ReportFacts) -> Agency? {
    let texts = [facts.title, facts.header.publisher, facts.header.source].compactMap { $0?.simplified }
    for text in texts {
      let found = agencies.flatMap { agency in agency.names.map { (agency, $0.simplified) } }
        .filter { !$0.1.isEmpty && text.contains($0.1) }
        .max { $0.1.count < $1.1.count }
      if let found { return found.0 }
    }
    // A title may leave out the government that an office belongs to, or name it where the registry does not.
    let name = facts.title?.simplified.prefix { !$0.isNumber } ?? ""
    guard name.count > 3 else { return nil }
    let near = agencies.filter { agency in
      agency.names.contains { $0.count > 3 && ($0.simplified.hasSuffix(name) || name.hasSuffix($0.simplified)) }
    }
    return near.count == 1 ? near[0] : nil
  }

  private func checked(
    _ text: ReportText, _ document: ImportedDocument, agency: String, year: Int, bindings: [Int: GridBinding],
    parts: ReportParts
  ) -> ImportedReport {
    let form = text.form
    let values = bindings.values.flatMap(\.values.values)
    var unplaced = bindings.values.flatMap(\.unplaced).map { found in
      ImportedReport.Unplaced(text: found.text, line: found.line, reason: found.reason.text)
    }
    let placed = Set(bindings.values.flatMap(\.values.keys))
    for cell in form.cells.indices where form.cells[cell].isDemanded && !placed.contains(cell) {
      unplaced.append(
        .init(text: form.describe(cell).chinese, line: 0, reason: "没有找到这个单元格的数字 no figure was found for this cell"))
    }
    unplaced += document.losses.map { .init(text: $0.text, line: $0.line, reason: $0.reason) }
    unplaced += parts.picturesOfTables(bindings).map { picture in
      .init(text: picture.source, line: picture.line, reason: "表格是图片，读不出 the table is a picture and cannot be read")
    }
    let byPosition = values.count(where: \.isByPosition)
    return ImportedReport(
      agency: agency, year: year, form: form, text: text, placed: placed.count, byPosition: byPosition,
      unplaced: unplaced.sorted { $0.line < $1.line },
      confidence: failsSums(text.markdown) ? .sumsFail : byPosition > 0 ? .position : .labels)
  }

  /// Whether a sum that the form states is broken in the source that was made.
  func failsSums(_ markdown: String) -> Bool {
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
  /// With rows of statutory tables that are a text and no part of the table as paragraphs: titles and headings of sheets,
  /// notes.
  func loosened(_ vocabularies: [GridVocabulary], isHeading: (String) -> Bool) -> ImportedDocument {
    var loosened = self
    loosened.blocks = blocks.flatMap { block -> [Block] in
      guard case .table(let grid) = block,
        grid.rows.contains(where: { row in vocabularies.contains { $0.isUnmistakable(row) } })
      else { return [block] }
      var blocks: [Block] = []
      var rows: [[Grid.Cell]] = []
      for row in grid.rows {
        let texts = row.filter { !$0.text.allSatisfy(\.isWhitespace) }
        if texts.count == 1, row.count == 1 || texts[0].text.count > 3,
          isHeading(texts[0].text) || !vocabularies.contains(where: { $0.isRow(texts) })
        {
          if !rows.isEmpty { blocks.append(.table(Grid(rows, mayDropBlanks: grid.mayDropBlanks))) }
          rows = []
          blocks.append(.paragraph(.init(texts[0].text, line: texts[0].line)))
        } else {
          rows.append(row)
        }
      }
      return rows.isEmpty ? blocks : blocks + [.table(Grid(rows, mayDropBlanks: grid.mayDropBlanks))]
    }
    return loosened
  }

  /// Cells of tables, and lines that are no sentences: what labels are among.
  var shortTexts: [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): paragraph.text.count < 40 ? [paragraph.text] : []
      case .table(let grid): grid.rows.flatMap { $0.map(\.text) }
      case .picture: []
      }
    }
  }
}
