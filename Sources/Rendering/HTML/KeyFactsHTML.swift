internal import Bytes
internal import Diagnostics
internal import Reports

/// What a report comes to, in plain words with a link to the cell of each number. Made once for each form and language.
struct KeyFactsHTML: Sendable {
  private enum Part: Sendable {
    case literal([UInt8])
    /// The sum of some cells, with a link to the first.
    case figure([Int])
  }

  private var requests: [Part] = []
  private var noRequests: [UInt8] = []
  private var disputes: [Part] = []
  private var noDisputes: [UInt8] = []
  private var requestTotals: [Int] = []
  private var disputeTotals: [Int] = []
  private let notStated: [UInt8]

  /// - Returns: `nil` for a form without both statutory tables.
  init?(form: Form, language: Language) {
    guard let requests = form.statutory.requests, let disputes = form.statutory.disputes else { return nil }
    let words = KeyFactsText.self
    notStated = Array(words.notStated[language].utf8)
    let suits = [disputes.litigationDirect, disputes.litigationAfterReview]
    requestTotals = [requests.new[6], requests.carriedOver[6], requests.resultTotal[6], requests.carriedForward[6]]
    disputeTotals = [disputes.review[4]] + suits.map { $0[4] }
    self.requests = Self.parts(
      words.requests[language],
      [
        [requests.new[6]], [requests.carriedOver[6]], [requests.resultTotal[6]], requests.granted, requests.partial,
        requests.denied, requests.unavailable, requests.notProcessed, requests.other, [requests.carriedForward[6]],
      ])
    self.disputes = Self.parts(
      words.disputes[language],
      [[disputes.review[4]], [disputes.review[1]], suits.map { $0[4] }, suits.map { $0[1] }])
    noRequests = Array(words.noRequests[language].utf8)
    noDisputes = Array(words.noDisputes[language].utf8)
  }

  /// A sentence with `#` in the place of each number.
  private static func parts(_ sentence: String, _ figures: [[Int]]) -> [Part] {
    var parts: [Part] = []
    for (place, text) in sentence.split(separator: "#", omittingEmptySubsequences: false).enumerated() {
      if place > 0 { parts.append(.figure(figures[place - 1])) }
      parts.append(.literal(Array(text.utf8)))
    }
    return parts
  }

  func html(of report: Report) -> [UInt8] {
    var html = ByteBuffer(capacity: 1536)
    html.append("<p>")
    if isNothing(requestTotals, report) { html.append(noRequests) } else { write(requests, report, to: &html) }
    html.append("</p>\n<p>")
    if isNothing(disputeTotals, report) { html.append(noDisputes) } else { write(disputes, report, to: &html) }
    html.append("</p>\n")
    return html.array()
  }

  private func isNothing(_ cells: [Int], _ report: Report) -> Bool {
    cells.allSatisfy { report.cells[$0].number?.isZero == true }
  }

  private func write(_ parts: [Part], _ report: Report, to html: inout ByteBuffer) {
    for part in parts {
      switch part {
      case .literal(let bytes): html.append(bytes)
      case .figure(let cells):
        html.append("<a href=\"#N")
        html.append(cells[0])
        html.append("\">")
        if let sum = sum(cells, report) { html.append(sum) } else { html.append(notStated) }
        html.append("</a>")
      }
    }
  }

  private func sum(_ cells: [Int], _ report: Report) -> DecimalNumber? {
    var sum = DecimalNumber.zero
    for cell in cells {
      guard let number = report.cells[cell].number else { return nil }
      sum = sum + number
    }
    return sum
  }
}

/// The sentences; `#` holds the place of a number.
private enum KeyFactsText {
  static let notStated = LocalizedText("未填", en: "not stated")

  static let requests = LocalizedText(
    "新收政府信息公开申请 # 件，上年结转 # 件。办结 # 件：予以公开 # 件，部分公开 # 件，不予公开 # 件，无法提供 # 件，不予处理 # 件，其他处理 # 件。结转下年 # 件。",
    en:
      "New requests: #; carried over from last year: #. Handled: #, of which granted #, granted in part #, denied #, not available #, not processed #, handled otherwise #. Carried forward to next year: #."
  )

  static let noRequests = LocalizedText(
    "没有收到政府信息公开申请，也没有结转的申请。", en: "No requests for information came in, and none were carried over.")

  static let disputes = LocalizedText(
    "因政府信息公开工作被申请行政复议 # 件，其中结果纠正 # 件；被提起行政诉讼 # 件，其中结果纠正 # 件。",
    en: "Reconsiderations: #, of which corrected #. Lawsuits: #, of which corrected #.")

  static let noDisputes = LocalizedText(
    "没有因政府信息公开工作被申请行政复议、提起行政诉讼。", en: "There were no reconsiderations and no lawsuits.")
}
