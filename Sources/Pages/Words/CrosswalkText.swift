internal import Diagnostics

/// Words of the page that compares the indicators of the forms.
enum CrosswalkText {
  static let note = LocalizedText("说明", en: "Note")

  static func relation(_ years: String) -> LocalizedText { LocalizedText(verbatim: years) }

  static func introduction(same: Int) -> LocalizedText {
    LocalizedText(
      "法定格式改过两次。下表列出各格式中含义相同、相近和没有对应的指标，可据此把不同年度的数字放在一起比较：例如2017年的 statistics.requests.received.value 与2025年的 requests.new.total 含义相同。2019年和2021年格式中标识相同的 \(same) 个指标含义相同，不再逐一列出，全部见 crosswalk.csv。",
      en:
        "The statutory form was changed twice. The table lists which indicators mean the same, nearly the same, or have no counterpart, so that figures of different years can be set beside each other: statistics.requests.received.value of 2017 is requests.new.total of 2025. The \(same) indicators with the same identifier in the forms of 2019 and 2021 mean the same; they are only in crosswalk.csv."
    )
  }
}
