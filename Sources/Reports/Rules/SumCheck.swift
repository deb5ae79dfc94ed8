internal import Diagnostics
internal import Markup

/// The outcome of one equation of the form in one row or column of a report.
struct SumCheck {
  enum Outcome {
    case holds
    /// A cell holds text or is missing, which another finding says.
    case cannotTell
    case unequal
    /// The total is blank and its parts are not all 0.
    case blankTotal
    /// The total is there and all its parts are blank.
    case blankParts
  }

  let sum: FormSum
  let table: Int
  /// Indexes of cells.
  let left: [Int]
  let right: [Int]
  let leftTotal: DecimalNumber
  let rightTotal: DecimalNumber
  let outcome: Outcome

  /// The equations of the form that do not hold, each in the row or column where it does not.
  static func failures(in report: Report) -> [SumCheck] {
    var failures: [SumCheck] = []
    for (index, table) in report.form.tables.enumerated() {
      for sum in table.sums {
        let block = table.blocks[sum.block]
        let lines = sum.direction == .row ? block.rows.leaves.count : block.columns.leaves.count
        for line in 0..<lines where !holds(sum, block, line, report) {
          let check = SumCheck(sum, table: index, block: block, line: line, report)
          if check.outcome != .holds { failures.append(check) }
        }
      }
    }
    return failures
  }

  private static func cell(_ sum: FormSum, _ block: FormBlock, _ line: Int, _ place: Int) -> Int {
    sum.direction == .row ? block.cell(row: line, column: place) : block.cell(row: place, column: line)
  }

  /// The common case, without building anything: plain integers that balance.
  private static func holds(_ sum: FormSum, _ block: FormBlock, _ line: Int, _ report: Report) -> Bool {
    var difference: Int64 = 0
    for place in sum.left {
      let cell = report.cells[cell(sum, block, line, place)]
      guard cell.status == .number || cell.status == .zero, cell.value.scale == 0 else { return false }
      difference += cell.value.digits
    }
    for place in sum.right {
      let cell = report.cells[cell(sum, block, line, place)]
      guard cell.status == .number || cell.status == .zero, cell.value.scale == 0 else { return false }
      difference -= cell.value.digits
    }
    return difference == 0
  }

  private init(_ sum: FormSum, table: Int, block: FormBlock, line: Int, _ report: Report) {
    self.sum = sum
    self.table = table
    let left = sum.left.map { Self.cell(sum, block, line, $0) }
    let right = sum.right.map { Self.cell(sum, block, line, $0) }
    self.left = left
    self.right = right
    func operands(_ cells: [Int]) -> [DecimalNumber] { cells.compactMap { report.cells[$0].operand } }
    func areBlank(_ cells: [Int]) -> Bool { cells.allSatisfy { report.cells[$0].number == nil } }
    let (leftOperands, rightOperands) = (operands(left), operands(right))
    leftTotal = leftOperands.reduce(.zero, +)
    rightTotal = rightOperands.reduce(.zero, +)
    if leftOperands.count < left.count || rightOperands.count < right.count {
      outcome = .cannotTell
    } else if leftTotal.isSameAmount(as: rightTotal) {
      outcome = .holds
    } else if left.count == 1, areBlank(left) {
      outcome = .blankTotal
    } else if left.count == 1, areBlank(right) {
      outcome = .blankParts
    } else {
      outcome = .unequal
    }
  }

  /// The row or column in which the equation fails.
  func line(in report: Report) -> LocalizedText {
    switch sum.direction {
    case .row: report.form.label(ofRow: left[0]).short
    case .column: report.form.label(ofColumn: left[0]).short
    }
  }

  /// What tells the operands of the equation apart.
  func name(of cell: Int, in report: Report) -> LocalizedText {
    sum.direction == .row ? report.form.label(ofColumn: cell).short : report.form.label(ofRow: cell).short
  }

  /// `本年新收 3＋上年结转 1＝4`. Of many operands only those that are not 0 are named.
  func expression(_ cells: [Int], _ total: DecimalNumber, in report: Report) -> LocalizedText {
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

  /// The finding, at the first cell on the left that was written.
  func finding(_ kind: FindingKind, _ message: LocalizedText, in report: Report) -> Finding {
    let source = report.document.source
    let main = left.first ?? right[0]
    let others = (left + right).filter { $0 != main }
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

/// Where the sums of a table come from: they are printed in the form, or follow from how it is built.
let sumSource = LocalizedText("国办公开办函〔2021〕30号附件", en: "annex of circular [2021] No. 30")

extension [SumCheck] {
  /// Those that a rule speaks for, where both sides are filled in and differ.
  func unequal(by rule: String) -> [SumCheck] {
    filter { $0.sum.rule == rule && $0.outcome == .unequal }
  }
}
