package import Diagnostics

/// Names of the facts about a report, shown in pages and in workbooks.
package enum FieldText {
  package static let publisher = LocalizedText("发布机构", en: "Published by")
  package static let period = LocalizedText("统计期限", en: "Period")
  package static let published = LocalizedText("发布日期", en: "Date of publication")
  package static let colon = LocalizedText("：", en: ": ")
}
