internal import Diagnostics
internal import Markup

/// The outcome of one line of a form's rule, that is, for one row or column of a report.
struct SumCheck {
  enum Outcome {
    case holds
    /// A cell holds text or is missing, which is reported by another finding.
    case cannotTell
    /// Both sides are filled in and do not compare as required.
    case broken
    /// The total is blank and its parts are not all 0.
    case blankTotal
    /// The total is filled in and all its parts are blank.
    case blankParts
  }

  let rule: FormRule
  let comparison: FormRelation.Comparison
  /// Indexes of cells.
  let left: [Int]
  let right: [Int]
  let leftTotal: DecimalNumber
  let rightTotal: DecimalNumber
  let outcome: Outcome
  /// The cell that breaks this sum and others. The others are removed from the failures.
  var cause: CommonCause?

  /// The rules of the form that do not hold, once for each row or column in which they fail.
  static func failures(in report: Report) -> [SumCheck] {
    var failures: [SumCheck] = []
    for rule in report.form.rules {
      for line in rule.lines where !holdsPlainly(line.claim, report.cells) {
        if let condition = line.condition, SumCheck(rule, condition, report).outcome != .holds { continue }
        let check = SumCheck(rule, line.claim, report)
        if check.outcome != .holds { failures.append(check) }
      }
    }
    if failures.count < 2 { return failures }
    return CommonCause.merged(withoutConsequences(failures, report), in: report)
  }

  /// The common case, without allocating anything: whole numbers that compare as required.
  private static func holdsPlainly(_ claim: FormRelation, _ cells: [Cell]) -> Bool {
    guard let left = plainSum(claim.left, cells), let right = plainSum(claim.right, cells) else { return false }
    let difference = left - right - Int64(claim.constant)
    switch claim.comparison {
    case .equals: return difference == 0
    case .atMost: return difference <= 0
    case .atLeast: return difference >= 0
    case .stated: return true
    case .notApplicable: return false
    }
  }

  /// `nil` if one of the cells is not a whole number.
  @inline(__always)
  private static func plainSum(_ places: [Int], _ cells: [Cell]) -> Int64? {
    var sum: Int64 = 0
    for place in places {
      switch cells[place].status {
      case .number, .zero: break
      case .blank, .notApplicable, .text, .missing: return nil
      }
      guard cells[place].value.scale == 0 else { return nil }
      sum += cells[place].value.digits
    }
    return sum
  }

  private init(_ rule: FormRule, _ claim: FormRelation, _ report: Report) {
    self.rule = rule
    comparison = claim.comparison
    left = claim.left
    right = claim.right
    let (leftOperands, rightOperands) = (report.operands(left), report.operands(right))
    leftTotal = leftOperands.reduce(.zero, +)
    rightTotal = rightOperands.reduce(DecimalNumber(claim.constant), +)
    let isComplete = leftOperands.count == left.count && rightOperands.count == right.count
    outcome = isComplete ? Self.outcome(claim, leftTotal, rightTotal, report) : .cannotTell
  }

  private static func outcome(
    _ claim: FormRelation, _ left: DecimalNumber, _ right: DecimalNumber, _ report: Report
  ) -> Outcome {
    func areBlank(_ cells: [Int]) -> Bool { cells.allSatisfy { report.cells[$0].number == nil } }
    switch claim.comparison {
    case .equals where left.isSameAmount(as: right): return .holds
    case .equals where claim.left.count == 1 && areBlank(claim.left): return .blankTotal
    case .equals where claim.left.count == 1 && !claim.right.isEmpty && areBlank(claim.right): return .blankParts
    case .equals: return .broken
    case .stated: return claim.left.allSatisfy { report.cells[$0].number != nil } ? .holds : .broken
    case .notApplicable: return areBlank(claim.left) ? .holds : .broken
    case .atMost, .atLeast:
      // Blank cells imply nothing.
      if areBlank(claim.left) || (!claim.right.isEmpty && areBlank(claim.right)) { return .cannotTell }
      let isInOrder = claim.comparison == .atMost ? left.isAtMost(right) : right.isAtMost(left)
      return isInOrder ? .holds : .broken
    }
  }

  // MARK: One fault, one finding

  /// Leaves out mere consequences of a blank total. A total in a row and a column counts as blank once, and sums that
  /// include it are right if they hold with the sum of its parts.
  private static func withoutConsequences(_ failures: [SumCheck], _ report: Report) -> [SumCheck] {
    var sums: [Int: DecimalNumber] = [:]
    return failures.filter { failure in
      guard failure.outcome == .blankTotal else { return true }
      return sums.updateValue(failure.rightTotal, forKey: failure.left[0]) == nil
    }.filter { failure in
      guard failure.outcome == .broken, failure.comparison == .equals, !sums.isEmpty else { return true }
      func total(_ cells: [Int], from written: DecimalNumber) -> DecimalNumber {
        cells.reduce(written) { $0 + (sums[$1] ?? .zero) }
      }
      return !total(failure.left, from: failure.leftTotal)
        .isSameAmount(as: total(failure.right, from: failure.rightTotal))
    }
  }
}

extension Report {
  /// The operands of a sum. There are fewer operands than cells if one holds text or is missing. An optional row counts
  /// as 0.
  fileprivate func operands(_ places: [Int]) -> [DecimalNumber] {
    places.compactMap { place in
      // A negative count is already reported.
      if cells[place].value.isNegative, !form.cells[place].kind.mayBeNegative { return nil }
      return cells[place].operand ?? (cells[place].status == .missing && form.cells[place].isOptional ? .zero : nil)
    }
  }
}

/// The source of the sums of a table: they are printed in the form, or follow from its structure.
let sumSource = LocalizedText(
  "国办公开办函〔2019〕60号、〔2021〕30号附件", en: "annexes of circulars [2019] No. 60 and [2021] No. 30")
