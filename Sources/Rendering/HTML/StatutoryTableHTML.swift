internal import Bytes
internal import Diagnostics
internal import Reports

/// The HTML of a statutory table, made once for each form and language, with a slot for each cell.
///
/// Every header has `scope` and `id`, every cell `headers`: with `scope` alone some browsers tell a screen reader the
/// wrong headers for tables with spans. Ids have three characters at most, since each stands in dozens of cells.
struct StatutoryTableHTML: Sendable {
  private enum Part: Sendable {
    case literal([UInt8])
    /// Index into the cells of the report.
    case cell(Int)
  }

  private var parts: [Part] = []
  private let language: Language

  /// - Parameter table: place in `form.tables`.
  init(form: Form, table: Int, language: Language) {
    self.language = language
    var writer = StatutoryTableWriter(
      language: language, letter: Character(UnicodeScalar(UInt8(ascii: "a") + UInt8(table))))
    let table = form.tables[table]
    for block in table.blocks {
      writer.write(block, of: table, unit: form.cells[block.firstCell].unit) {
        parts.append(.literal($0))
      } cell: {
        parts.append(.cell($0))
      }
    }
  }

  /// - Parameter faults: known faults by the cell that they are about; nearly no report has any.
  func write(_ report: Report, faults: [Int: [KnownFaults.Fault]] = [:], to buffer: inout ByteBuffer) {
    if !faults.isEmpty { return writeMarked(report, faults, to: &buffer) }
    for part in parts {
      switch part {
      case .literal(let bytes): buffer.append(bytes)
      case .cell(let index): write(report.cells[index], of: report, to: &buffer)
      }
    }
  }

  private func writeMarked(_ report: Report, _ faults: [Int: [KnownFaults.Fault]], to buffer: inout ByteBuffer) {
    for part in parts {
      switch part {
      case .literal(let bytes): buffer.append(bytes)
      case .cell(let index):
        let found = faults[index] ?? []
        if !found.isEmpty { buffer.append(" faulty") }
        write(report.cells[index], of: report, to: &buffer)
        KnownFaults.writeMarks(found, language, to: &buffer)
      }
    }
  }

  /// Writes the rest of the cell's start tag, whose class is open, and its content.
  private func write(_ cell: Cell, of report: Report, to buffer: inout ByteBuffer) {
    switch cell.status {
    case .zero: buffer.append(" zero\">")
    case .number: buffer.append("\">")
    case .blank, .missing, .notApplicable, .text: buffer.append(" blank\">")
    }
    switch cell.status {
    case .number, .zero:
      buffer.append(cell.value)
      if let remark = report.note(of: cell)?.remark {
        buffer.append(" <span class=\"remark\">（")
        buffer.appendEscaped(remark)
        buffer.append("）</span>")
      }
    case .blank, .missing: buffer.append(language == .english ? "not stated" : "未填")
    case .notApplicable, .text: buffer.appendEscaped(report.note(of: cell)?.written ?? "—")
    }
  }
}

/// Builds the parts of one table.
private struct StatutoryTableWriter {
  let language: Language
  let letter: Character
  private var text = ""
  private var ids = 0

  init(language: Language, letter: Character) {
    self.language = language
    self.letter = letter
  }

  private mutating func nextID() -> String {
    defer { ids += 1 }
    return "\(letter)\(String(ids, radix: 36))"
  }

  private func escaped(_ label: LocalizedText) -> String {
    var buffer = ByteBuffer()
    buffer.appendEscaped(label[language])
    return String(buffer)
  }

  mutating func write(
    _ block: FormBlock, of table: FormTable, unit: String, literal: ([UInt8]) -> Void, cell: (Int) -> Void
  ) {
    let caption = nextID()
    text +=
      #"<div class="table" role="region" aria-labelledby="\#(caption)" tabindex="0" lang="\#(language.rawValue)">"#
    text += #"<table class="statutory"><caption id="\#(caption)">\#(escaped(block.label ?? table.title))"#
    text += "\(unitNote(unit, of: block))</caption>\n<thead>\n"
    let corner = nextID()
    let columnHeaders = writeHead(block, note: table.note, corner: corner)
    text += "</thead>\n<tbody>\n"
    var open: [String] = []
    for (index, row) in block.rows.items.enumerated() {
      open = Array(open.prefix(row.depth))
      let id = nextID()
      let leaves = block.rows.leaves(below: index).count
      let startsLine = index == 0 || block.rows.items[index - 1].leaf != nil
      if startsLine { text += "<tr>" }
      let headers = ([corner] + open).joined(separator: " ")
      if let leaf = row.leaf {
        let span = block.rows.depth - row.depth
        let colspan = span > 1 ? #" colspan="\#(span)""# : ""
        text += #"<th scope="row" id="\#(id)"\#(colspan) headers="\#(headers)">\#(escaped(row.label))</th>"#
        let rowHeaders = (open + [id]).joined(separator: " ")
        for column in block.columns.leaves.indices {
          text += #"<td headers="\#(rowHeaders) \#(columnHeaders[column])" class="n"#
          literal(Array(text.utf8))
          text = ""
          cell(block.cell(row: leaf, column: column))
          text += "</td>"
        }
        text += "</tr>\n"
      } else {
        let rowspan = leaves > 1 ? #" rowspan="\#(leaves)""# : ""
        text += #"<th scope="row" class="g" id="\#(id)"\#(rowspan) headers="\#(headers)">\#(escaped(row.label))</th>"#
        open.append(id)
      }
    }
    text += "</tbody></table></div>\n"
    literal(Array(text.utf8))
    text = ""
  }

  /// Writes the header rows.
  ///
  /// - Returns: for each column that holds values, the ids of its headers.
  private mutating func writeHead(_ block: FormBlock, note: LocalizedText?, corner: String) -> [String] {
    let axis = block.columns
    var ids = axis.items.map { _ in "" }
    for depth in 0..<axis.depth {
      text += "<tr>"
      if depth == 0 {
        let rows = axis.depth > 1 ? #" rowspan="\#(axis.depth)""# : ""
        let columns = block.rows.depth > 1 ? #" colspan="\#(block.rows.depth)""# : ""
        let mark = note == nil ? "" : #" class="note""#
        text += #"<th scope="col" id="\#(corner)"\#(rows)\#(columns)\#(mark)>\#(escaped(note ?? block.corner))</th>"#
      }
      for (index, item) in axis.items.enumerated() where item.depth == depth {
        ids[index] = nextID()
        let leaves = axis.leaves(below: index).count
        let parents = axis.ancestors(of: index).map { ids[$0] }
        let headers = parents.isEmpty ? "" : #" headers="\#(parents.joined(separator: " "))""#
        if item.leaf == nil {
          let colspan = leaves > 1 ? #" colspan="\#(leaves)""# : ""
          text +=
            #"<th scope="\#(leaves > 1 ? "colgroup" : "col")" id="\#(ids[index])"\#(colspan)\#(headers)>\#(escaped(item.label))</th>"#
        } else {
          let span = axis.depth - depth
          let rowspan = span > 1 ? #" rowspan="\#(span)""# : ""
          text += #"<th scope="col" id="\#(ids[index])"\#(rowspan)\#(headers)>\#(escaped(item.label))</th>"#
        }
      }
      text += "</tr>\n"
    }
    return axis.leaves.map { leaf in (axis.ancestors(of: leaf).map { ids[$0] } + [ids[leaf]]).joined(separator: " ") }
  }

  /// The unit in the caption, unless a label names it.
  private func unitNote(_ unit: String, of block: FormBlock) -> String {
    if unit.isEmpty || block.columns.items.contains(where: { $0.label.chinese.contains(unit) }) { return "" }
    return language == .english ? " (\(unit == "件" ? "number" : unit))" : "（单位：\(unit)）"
  }
}
