package import Diagnostics

/// Descriptions of data sets.
package enum DatasetText {
  package static func description(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(description(title.chinese, .simplifiedChinese), en: description(title.english, .english))
  }

  package static let keywords = ["政府信息公开", "政府信息公开工作年度报告", "依申请公开", "open government information"]

  /// At least fifty characters long, as some catalogues require.
  package static func description(_ title: String, _ language: Language) -> String {
    switch language {
    case .simplifiedChinese:
      "\(title)。数据取自法定格式的政府信息公开工作年度报告，含主动公开、依申请公开的收到和处理、行政复议和行政诉讼情况；一格一数，未填不作 0，可按统一的标识跨机关、跨年度比较。"
    case .english:
      "\(title). Figures of annual reports on government information disclosure in their statutory form: disclosure, requests received and handled, reconsideration and litigation. A blank is never 0; the same identifiers hold across agencies and years."
    }
  }
}
