package import Languages
internal import Markup
package import Portal
package import Reports

/// A report as blocks of text and tables in the layout of its form, from which each kind of export is written.
package struct ExportedReport {
  struct Run {
    var text: String
    var isStrong = false
  }

  enum Block {
    case section(String)
    case heading([Run])
    case paragraph([Run])
    /// `number` is that of an ordered list.
    case item([Run], level: Int, number: Int?)
    case table(caption: String?, rows: [[String]])
    case picture(path: String, text: String)
    /// Index in the tables of the form.
    case statutory(Int)
  }

  let report: Report
  let agencyName: String
  let tables: [PrintedTable]
  private let strings: Strings
  private(set) var blocks: [Block] = []

  /// - Parameter strings: Of the language of the labels.
  package init(_ report: Report, registry: Registry, strings: Strings) {
    self.report = report
    agencyName = registry.name(of: report.metadata.agency, in: report.metadata.year)
    self.strings = strings
    tables = report.form.tables.map { PrintedTable($0, in: report.form, strings: strings) }
    for section in report.sections { add(section) }
  }

  var title: String { report.metadata.title }

  /// The information header: labels and values.
  var facts: [(label: String, value: String)] {
    let metadata = report.metadata
    var facts: [(String, String)] = MetadataKey.all.compactMap { key in
      guard ["index_number", "document_number", "source"].contains(key.name) else { return nil }
      return metadata[key].map { (key.label[strings], $0) }
    }
    facts.append(("发布机构", agencyName))
    if let published = metadata.published {
      facts.append(("发布日期", published.time.map { "\(published.iso) \($0)" } ?? published.iso))
    }
    return facts
  }

  /// The lines of the front matter, apart from those that concern only the source.
  var frontMatter: String {
    let lines = String(decoding: report.document.source.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.first?.hasPrefix("---") == true, let end = lines.dropFirst().firstIndex(where: { $0.hasPrefix("---") })
    else { return "" }
    var kept: [Substring] = []
    var isLeftOut = false
    for line in lines[1..<end] {
      if line.first?.isWhitespace == false { isLeftOut = line.hasPrefix("status:") || line.hasPrefix("original:") }
      if !isLeftOut { kept.append(line) }
    }
    return kept.joined(separator: "\n")
  }

  /// What a cell of the form says, as it was written.
  func text(ofCell index: Int) -> String {
    let cell = report.cells[index]
    if let note = report.note(of: cell) { return note.written }
    return cell.number.map { "\($0)" } ?? ""
  }

  /// The lines of a printed table that the report has.
  func lines(of table: Int) -> [PrintedTable.Line] {
    tables[table].lines.filter { line in
      guard let cells = line.optionalCells else { return true }
      return report.cells[cells].contains { $0.status != .missing }
    }
  }

  func text(of piece: PrintedTable.Piece) -> String {
    switch piece.content {
    case .heading(let text), .row(let text, _): text
    case .cell(let index): text(ofCell: index)
    }
  }

  // MARK: Blocks

  private var document: Document { report.document }

  private mutating func add(_ section: Section) {
    if case .introduction = section.kind {
    } else if case .closing = section.kind {
    } else {
      blocks.append(.section(section.title))
    }
    var hasTable = false
    for index in document.siblings(in: section.nodes) {
      switch report.roles[index] {
      case .bound:
        if !hasTable, case .form(let form) = section.kind, let table = report.form.sections[form].table {
          blocks.append(.statutory(table))
        }
        hasTable = true
      case .formCaption, .freeCaption: break
      case .freeTable(let free): addTable(index, caption: report.freeTables[free].caption)
      default: addBlock(index)
      }
    }
  }

  private mutating func addBlock(_ index: Int, level: Int = 0) {
    let node = document.nodes[index]
    let inside = (index + 1)..<Int(node.end)
    switch node.kind {
    case .heading: blocks.append(.heading(runs(inside)))
    case .paragraph: addParagraph(inside)
    case .list: addList(node, inside, level: level)
    case .table: addTable(index, caption: nil)
    case .blockQuote: for child in document.siblings(in: inside) { addBlock(child, level: level) }
    case .codeBlock, .htmlBlock: blocks.append(.paragraph([Run(text: document.string(node.text))]))
    case .footnoteDefinition: blocks.append(.paragraph(runs(inside)))
    default: break
    }
  }

  private mutating func addParagraph(_ inside: Range<Int>) {
    for index in inside where document.nodes[index].kind == .image {
      let node = document.nodes[index]
      blocks.append(
        .picture(path: document.string(node.text), text: document.plainText((index + 1)..<Int(node.end))))
    }
    let runs = runs(inside)
    if runs.contains(where: { !$0.text.isEmpty }) { blocks.append(.paragraph(runs)) }
  }

  private mutating func addList(_ list: Node, _ inside: Range<Int>, level: Int) {
    var number = Int(list.number)
    for item in document.siblings(in: inside) {
      var isFirst = true
      for child in document.siblings(in: (item + 1)..<Int(document.nodes[item].end)) {
        let node = document.nodes[child]
        if node.kind == .paragraph, isFirst {
          blocks.append(
            .item(runs((child + 1)..<Int(node.end)), level: level, number: list.isOrderedList ? number : nil))
        } else {
          addBlock(child, level: level + 1)
        }
        isFirst = false
      }
      number += 1
    }
  }

  private mutating func addTable(_ index: Int, caption: String?) {
    let table = document.tables[Int(document.nodes[index].number)]
    let rows = table.rows.indices.map { row in
      (0..<table.columns).map { document.string(table.cell(row: row, column: $0).text) }
    }
    blocks.append(.table(caption: caption, rows: rows))
  }

  // MARK: Lines of text

  private func runs(_ range: Range<Int>) -> [Run] {
    var runs: [Run] = []
    var index = range.lowerBound
    var strong: [Int] = []
    func add(_ text: String) {
      let isStrong = !strong.isEmpty
      if let last = runs.last, last.isStrong == isStrong {
        runs[runs.count - 1].text += text
      } else {
        runs.append(Run(text: text, isStrong: isStrong))
      }
    }
    while index < range.upperBound {
      strong.removeAll { $0 <= index }
      let node = document.nodes[index]
      switch node.kind {
      case .text, .code, .htmlInline: add(document.string(node.text))
      case .softBreak: if runs.last?.text.last?.isASCII == true { add(" ") }
      case .lineBreak: add("\n")
      case .strong, .emphasis: strong.append(Int(node.end))
      case .footnoteReference: add("[\(node.number)]")
      case .image:
        index = Int(node.end)
        continue
      default: break
      }
      index += 1
    }
    return runs.filter { !$0.text.isEmpty }
  }
}
