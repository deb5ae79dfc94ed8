internal import Diagnostics
internal import Markup

/// A single cell that explains several broken sums: one wrong digit breaks both its row and its column.
struct CommonCause {
  let cell: Int
  /// The value with which all sums would be right.
  let value: DecimalNumber
  /// The broken sums, in order.
  let broken: [SumCheck]

  /// Merges broken sums that a single cell explains.
  static func merged(_ failures: [SumCheck], in report: Report) -> [SumCheck] {
    let named = Set(Rules.brokenSums.map { $0.kind.id })
    var rest = failures
    var merged: [SumCheck] = []
    while let cause = best(among: rest.filter { $0.isBrokenSum && named.contains($0.rule.id) }, in: report) {
      var first = cause.broken[0]
      first.cause = cause
      merged.append(first)
      rest.removeAll { failure in cause.broken.contains { $0.isSame(as: failure) } }
    }
    return merged + rest
  }

  private static func best(among failures: [SumCheck], in report: Report) -> CommonCause? {
    guard failures.count > 1 else { return nil }
    let cells = Set(failures.flatMap { $0.left + $0.right }).sorted()
    let causes = cells.compactMap { cause($0, failures, in: report) }
    guard let most = causes.map(\.broken.count).max() else { return nil }
    let best = causes.filter { $0.broken.count == most }
    // If either of two cells may be wrong, neither is named.
    return best.first { one in
      !best.contains { other in
        other.cell != one.cell && other.broken.contains { sum in one.broken.contains { $0.isSame(as: sum) } }
      }
    }
  }

  private static func cause(_ cell: Int, _ failures: [SumCheck], in report: Report) -> CommonCause? {
    let broken = failures.filter { $0.left.contains(cell) || $0.right.contains(cell) }
    guard broken.count > 1, let written = report.cells[cell].number else { return nil }
    let corrections = broken.map { sum in
      sum.left.contains(cell) ? sum.rightTotal - sum.leftTotal : sum.leftTotal - sum.rightTotal
    }
    guard corrections.allSatisfy({ $0.isSameAmount(as: corrections[0]) }) else { return nil }
    let value = written + corrections[0]
    let kind = report.form.cells[cell].kind
    guard kind.mayBeNegative || !value.isNegative, kind.mayHaveDecimals || value.isInteger else { return nil }
    // The correction must not break another sum.
    let sums = report.form.rules.flatMap(\.lines).count { line in
      line.claim.comparison == .equals && (line.claim.left.contains(cell) || line.claim.right.contains(cell))
    }
    return sums == broken.count ? CommonCause(cell: cell, value: value, broken: broken) : nil
  }

  func finding(_ kind: FindingKind, in report: Report) -> Finding {
    let name = report.form.describe(cell)
    let written = report.cells[cell].operand ?? .zero
    let isTooMuch = value.isAtMost(written)
    let difference = isTooMuch ? written - value : value - written
    let (chinese, english) =
      broken.count == 2
      ? ("横向、纵向都", "its row and its column are") : ("有关的 \(broken.count) 处合计都", "\(broken.count) sums are")
    var finding = Finding(
      kind, at: report.document.source.range(of: report.cells[cell].span),
      LocalizedText(
        "“\(name.chinese)”一格使\(chinese)\(isTooMuch ? "多" : "少") \(difference)：写的是 \(written)，若是 \(value) 就都相等",
        en:
          "because of “\(name.english)” \(english) \(difference) \(isTooMuch ? "too much" : "too little"): it says \(written), with \(value) all would be right"
      ),
      cell: report.form.cells[cell].id,
      related: broken.map { sum in
        let rule = Rules.brokenSums.first { $0.kind.id == sum.rule.id }
        let place =
          sum.left.first { $0 != cell && report.cells[$0].status != .missing } ?? sum.right.first { $0 != cell }
        return .init(
          rule?.message(sum, in: report) ?? kind.title,
          at: report.document.source.range(of: report.cells[place ?? cell].span))
      },
      help: LocalizedText("请核对这一格", en: "check this cell"))
    finding.replaced = broken.map {
      Finding.Subject(kind: $0.rule.id, cell: report.form.cells[$0.mainCell(in: report)].id)
    }
    return finding
  }
}

extension SumCheck {
  var isBrokenSum: Bool { outcome == .broken && comparison == .equals }

  fileprivate func isSame(as other: SumCheck) -> Bool {
    rule.id == other.rule.id && left == other.left && right == other.right
  }
}
