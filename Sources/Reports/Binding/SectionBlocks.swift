internal import Diagnostics
internal import Markup

/// The blocks of a section by kind: statutory tables, the author's own tables, and text.
struct SectionBlocks {
  /// The table nodes that are bound to one table of the form.
  struct Owner {
    let table: Int
    var nodes: [Int]
  }

  private(set) var owners: [Owner] = []
  private(set) var free: [(node: Int, caption: (node: Int, caption: FreeTableCaption)?)] = []
  private(set) var paragraphs: [Int] = []
  private var candidates: [BrokenTable?] = []
  private var rawTables: [Int] = []
  private let document: Document

  /// - Parameters:
  ///   - owned: The table of the form that belongs in the section.
  ///   - homeless: Tables of the form whose section is missing, so that they may be anywhere.
  init(of section: Section, owned: Int?, in document: Document, _ form: Form, _ homeless: Set<Int>) {
    self.document = document
    if let owned { owners.append(Owner(table: owned, nodes: [])) }
    var previous: Int?
    for index in document.siblings(in: section.nodes) {
      let node = document.nodes[index]
      switch node.kind {
      case .table: add(index, below: previous, owned, form, homeless)
      case .paragraph where owned != nil:
        paragraphs.append(index)
        let above = previous.flatMap { document.nodes[$0].kind == .table ? $0 : nil }
        candidates.append(
          BrokenTable(document, paragraph: index, below: above.map { document.tables[Int(document.nodes[$0].number)] }))
      case .htmlBlock where owned != nil:
        if document.string(node.text).lowercased().contains("<table") { rawTables.append(index) }
      default: break
      }
      previous = index
    }
  }

  private mutating func add(_ index: Int, below previous: Int?, _ owned: Int?, _ form: Form, _ homeless: Set<Int>) {
    if let previous, let caption = FreeTableCaption(document, paragraph: previous) {
      return free.append((index, (previous, caption)))
    }
    guard let owner = homeless.isEmpty ? owned : owner(of: index, owned, form, homeless) else {
      return free.append((index, nil))
    }
    if let known = owners.firstIndex(where: { $0.table == owner }) {
      owners[known].nodes.append(index)
    } else {
      owners.append(Owner(table: owner, nodes: [index]))
    }
  }

  /// The table of the form that shares the most headings; the section's own in case of a tie.
  private func owner(of index: Int, _ owned: Int?, _ form: Form, _ homeless: Set<Int>) -> Int? {
    let table = document.tables[Int(document.nodes[index].number)]
    let header = TableHeader.labels(of: 0, table, document)
    func headings(_ number: Int) -> Int {
      let columns = form.tables[number].labels.columns
      return header.count { label in columns.places(labelled: label).contains { columns.item($0).leaf != nil } }
    }
    let own = owned.map(headings) ?? 0
    let other = homeless.map { (table: $0, headings: headings($0)) }.max {
      ($0.headings, $1.table) < ($1.headings, $0.table)
    }
    guard let other, other.headings > own, other.headings > 1 else { return owned }
    return other.table
  }

  /// The blocks that were meant as the statutory table or a part of it. One finding covers all of them.
  func broken(for table: FormTable) -> [(node: Int, finding: Finding?)] {
    func isHeading(_ labels: [String]) -> Bool {
      labels.count { !table.labels.columns.places(labelled: $0).isEmpty } * 2 >= max(labels.count - 1, 1)
    }
    var all: [(node: Int, finding: Finding)] = []
    for (node, candidate) in zip(paragraphs, candidates) {
      if let candidate { all.append((node, candidate.finding(isHeading))) }
    }
    for node in rawTables {
      let line = document.source.line(at: Int(document.nodes[node].offset))
      all.append(
        (
          node,
          Finding(
            BindingFindings.brokenTable, at: document.source.range(ofLine: line),
            LocalizedText(
              "第 \(line) 行起是 HTML 表格，没有读到", en: "from line \(line) on this is a table in HTML, which is not read"),
            help: LocalizedText(
              "请改写成 Markdown 表格；gongkai new report 写出空白表格",
              en: "write it as a Markdown table; `gongkai new report` writes a blank one"))
        ))
    }
    // They have the same cause, so only the first is reported, with the fixes of all.
    guard var first = all.first?.finding, all.count > 1 else { return all.map { ($0.node, $0.finding) } }
    let others = all.dropFirst().map(\.finding)
    first.related = others.prefix(4).compactMap { other in
      other.range.map { .init(LocalizedText("这里也是", en: "and here"), at: $0) }
    }
    first.fix = first.fix.map { fix in Fix(fix.replacements + others.flatMap { $0.fix?.replacements ?? [] }) }
    return all.enumerated().map { ($1.node, $0 == 0 ? first : nil) }
  }
}
