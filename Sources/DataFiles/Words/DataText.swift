package import Diagnostics
package import Portal

/// Words that data files and pages share.
package enum DataText {
  static func yearWorkbook(_ year: Int) -> LocalizedText {
    LocalizedText("\(year)年全部数据，一行一份报告", en: "All figures of \(year), a row a report")
  }

  /// A label with the unit of its figures, unless they are counts or the label has it.
  package static func measured(_ label: LocalizedText, in unit: String) -> LocalizedText {
    if unit != "万元" || label.chinese.contains(unit) { return label }
    return LocalizedText("\(label.chinese)（万元）", en: "\(label.english) (10,000 yuan)")
  }

  static func written(_ label: LocalizedText) -> LocalizedText {
    LocalizedText("\(label.chinese)（原文）", en: "\(label.english), as written")
  }

  /// - Parameter forms: The titles of forms, by id.
  package static func text(of mark: TotalBreaks.Break, forms: (String) -> String) -> LocalizedText {
    let year = mark.year
    switch mark.kind {
    case .form(let from, let to):
      return LocalizedText(
        "\(year)年起改用另一种格式（\(forms(from))→\(forms(to))），口径有变化。",
        en: "From \(year) in another form (\(forms(from)) → \(forms(to))): what is counted changed.")
    case .offices(let from, let to, let joined, let left):
      return LocalizedText(
        "\(year)年计入的报告由 \(from) 份变为 \(to) 份：新增 \(joined) 个机关，减少 \(left) 个机关，合计不可直接比较。",
        en:
          "In \(year) \(to) reports are added instead of \(from): \(joined) offices joined, \(left) left, so that totals cannot be compared."
      )
    }
  }
}
