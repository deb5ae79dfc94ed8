/// Units that authors write with figures.
enum StatedUnit {
  /// Longer ones first, since 万元 ends in 元.
  private static let amounts = ["亿元", "百万元", "万元", "千元", "元"]
  private static let pieces = ["件次", "个", "宗", "起", "条", "项", "部"]

  /// The unit in which amounts are added and compared.
  static let base = "万元"

  /// The power of ten by which an amount is multiplied to have it in `base`; `nil` for other units.
  static func power(of unit: String) -> Int? {
    switch unit {
    case "亿元": 4
    case "百万元": 2
    case "万元", "万": 0
    case "千元": -1
    case "元": -4
    default: nil
    }
  }

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
    let guide = folded(label[label.index(after: open)...].dropLast())
    return amounts.first { guide.hasSuffix($0) }
  }

  /// The unit that a caption or a note states for amounts: `（单位：万元）`, `注：采购金额以万元计`. `nil` if it states none, or
  /// several.
  static func ofText(_ text: String) -> String? {
    guard text.contains("元") else { return nil }
    let text = folded(text[...])
    var found: Set<String> = []
    var rest = text[...]
    while let end = rest.firstIndex(of: "元") {
      let head = text[...end]
      if let unit = amounts.first(where: { head.hasSuffix($0) }) {
        let after = text[text.index(after: end)...]
        if isStated(before: head.dropLast(unit.count), after: after) { found.insert(unit) }
      }
      rest = rest[rest.index(after: end)...]
    }
    return found.count == 1 ? found.first : nil
  }

  private static func isStated(before: Substring, after: Substring) -> Bool {
    if ["或", "和", ",", "/"].contains(where: { after.hasPrefix($0) }) { return false }
    let before = before.hasSuffix("人民币") ? before.dropLast(3) : before
    if ["单位", "单位为", "单位是", "单位均为", "单位:", "单位("].contains(where: { before.hasSuffix($0) }) { return true }
    if before.hasSuffix("("), after.hasPrefix(")") { return true }
    return ["以", "按"].contains { before.hasSuffix($0) } && ["计", "为单位"].contains { after.hasPrefix($0) }
  }

  private static func folded(_ text: Substring) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.compactMap { Label.fold($0) }))
  }
}
