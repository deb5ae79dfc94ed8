internal import Diagnostics

/// The rules that a form declares in its data file, with their messages.
enum DeclaredRules {
  static func check(_ report: Report, _ sums: [SumCheck], _ findings: inout [Finding]) {
    for failure in sums where failure.outcome == .broken {
      guard let kind = failure.rule.kind else { continue }
      findings.append(failure.finding(kind, message(kind, failure, report), in: report))
    }
  }

  private static func message(_ kind: FindingKind, _ failure: SumCheck, _ report: Report) -> LocalizedText {
    let line = failure.line(in: report)
    let left = failure.expression(failure.left, failure.leftTotal, in: report)
    let right = failure.expression(failure.right, failure.rightTotal, in: report)
    let claim =
      switch failure.comparison {
      case .equals:
        LocalizedText("\(left.chinese)，\(right.chinese)，两者不等", en: "\(left.english), but \(right.english)")
      case .atMost:
        LocalizedText("\(left.chinese)，大于 \(right.chinese)", en: "\(left.english) is more than \(right.english)")
      case .atLeast:
        LocalizedText("\(left.chinese)，小于 \(right.chinese)", en: "\(left.english) is less than \(right.english)")
      case .stated: LocalizedText("应填数字", en: "a number is needed")
      case .notApplicable: LocalizedText("应写不适用", en: "this does not apply and holds a number")
      }
    return LocalizedText(
      "\(kind.title.chinese)（\(line.chinese)）：\(claim.chinese)",
      en: "\(kind.title.english) (\(line.english)): \(claim.english)")
  }
}
