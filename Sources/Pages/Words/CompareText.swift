internal import Diagnostics

/// Words of the page where agencies and years are set side by side.
enum CompareText {
  static let compare = LocalizedText("比较", en: "Compare")
  static let description = LocalizedText(
    "任选机关和年度，逐项并列比较年度报告中的数字。", en: "Any agencies and years side by side, cell by cell of their annual reports.")
  static let separator = LocalizedText("·", en: ": ")
  static let others = LocalizedText("与其他机关并列比较", en: "Set side by side with other agencies")
}
