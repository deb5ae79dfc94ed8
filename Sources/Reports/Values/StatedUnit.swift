/// Units that authors write with figures.
enum StatedUnit {
  /// Longer ones first, since 万元 ends in 元.
  private static let amounts = ["亿元", "百万元", "万元", "千元", "元"]
  private static let pieces = ["件次", "个", "宗", "起", "条", "项", "部"]

  /// Whether a unit may follow the number of a cell.
  static func isAccepted(_ unit: String, kind: FormCell.Kind, formUnit: String) -> Bool {
    if unit == formUnit { return true }
    switch kind {
    case .percent: return unit == "%"
    case .days: return ["天", "日", "day", "days"].contains(unit)
    case .money where formUnit.isEmpty: return amounts.contains(unit)
    case .money where formUnit == "万元": return unit == "万" || unit == "元"
    default: return formUnit == "件" && pieces.contains(unit)
    }
  }

  /// Whether a figure in one unit can be converted exactly to another.
  static func isConvertible(_ unit: String, to formUnit: String) -> Bool { unit == "元" && formUnit == "万元" }

  /// `万元` in the heading `采购总金额（单位：万元）`.
  static func ofHeading(_ label: String) -> String? {
    guard label.hasSuffix(")") || label.hasSuffix("）"), let open = label.lastIndex(where: { $0 == "(" || $0 == "（" })
    else { return nil }
    let guide = String(
      String.UnicodeScalarView(
        label[label.index(after: open)...].dropLast().unicodeScalars.compactMap { Label.fold($0) }))
    return amounts.first { guide.hasSuffix($0) }
  }
}
