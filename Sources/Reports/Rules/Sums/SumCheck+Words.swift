internal import Diagnostics
internal import Languages
internal import Markup

/// Messages about a rule that does not hold.
extension SumCheck {
  /// Index of the table in the form.
  func table(in report: Report) -> Int { report.form.cells[left[0]].table }

  /// The row or column in which it fails; for a rule about single cells, the first of them.
  func line(in report: Report) -> LocalizedText {
    switch rule.direction {
    case .row: report.form.label(ofRow: left[0]).short.message
    case .column: report.form.label(ofColumn: left[0]).short.message
    case nil: report.form.name(of: left[0])
    }
  }

  /// What distinguishes its operands from each other.
  func name(of cell: Int, in report: Report) -> LocalizedText {
    switch rule.direction {
    case .row: report.form.label(ofColumn: cell).short.message
    case .column: report.form.label(ofRow: cell).short.message
    case nil: report.form.name(of: cell)
    }
  }

  /// `本年新收 3＋上年结转 1＝4`. If there are many operands, only the non-zero ones are named.
  func expression(_ cells: [Int], _ total: DecimalNumber, in report: Report) -> LocalizedText {
    if cells.isEmpty { return LocalizedText(verbatim: "\(total)") }
    let named = cells.count <= 2 ? cells : cells.filter { report.cells[$0].operand?.isZero == false }
    if named.isEmpty { return LocalizedText("各项之和 0", en: "a sum of 0") }
    let terms = named.map { cell in
      let name = name(of: cell, in: report)
      let value = report.cells[cell].operand ?? .zero
      return LocalizedText("\(name.chinese) \(value)", en: "\(name.english) \(value)")
    }
    let chinese = terms.map(\.chinese).joined(separator: "＋")
    let english = terms.map(\.english).joined(separator: " + ")
    return named.count == 1
      ? LocalizedText(chinese, en: english) : LocalizedText("\(chinese)＝\(total)", en: "\(english) = \(total)")
  }

  /// A message for a row whose total is not the sum of its parts.
  func rowTotalMessage(in report: Report) -> LocalizedText {
    let row = line(in: report)
    let parts = expression(right, rightTotal, in: report)
    return LocalizedText(
      "“\(row.chinese)”一行：\(parts.chinese)，总计为 \(leftTotal)，两者不等",
      en: "row “\(row.english)”: \(parts.english), but the total says \(leftTotal)")
  }

  /// The cell that the finding is about: the first on the left.
  func mainCell(in report: Report) -> Int {
    left.first { report.cells[$0].status != .missing } ?? left[0]
  }

  /// The finding, located at its main cell.
  func finding(_ kind: FindingKind, _ message: LocalizedText, in report: Report) -> Finding {
    let source = report.document.source
    let main = mainCell(in: report)
    let others = (left + right).filter { $0 != main && report.cells[$0].status != .missing }
    let related = others.filter { report.cells[$0].operand?.isZero == false || others.count <= 3 }.prefix(4)
    return Finding(
      kind, at: source.range(of: report.cells[main].span), message, cell: report.form.cells[main].id,
      related: related.map { cell in
        let name = name(of: cell, in: report)
        let written = report.cells[cell].operand ?? .zero
        return .init(
          LocalizedText("\(name.chinese)：\(written)", en: "\(name.english): \(written)"),
          at: source.range(of: report.cells[cell].span))
      })
  }
}
