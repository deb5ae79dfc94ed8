internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports

/// A summary of a report in plain sentences, with a link from each number to its cell. Compiled once for each form and
/// language.
struct KeyFactsHTML: Sendable {
  private enum Part: Sendable {
    case text([UInt8])
    /// The sum of some cells, with a link to the first.
    case figure([Int], address: String)
  }

  private let requests, disputes: [Part]
  private let noRequests, noDisputes: [UInt8]
  /// Cells that are all 0 if nothing happened.
  private let requestTotals, disputeTotals: [Int]
  private let notStated: [UInt8]

  /// - Returns: `nil` for a form that lacks one of the statutory tables or a row that the sentences mention.
  init?(form: Form, language: Language) {
    func cells(_ measures: [Measure]) -> [[Int]] { measures.map { $0.cells(in: form.statutory) } }
    let requests = cells([.new, .carriedOver, .resultTotal] + Measure.outcomes + [.carriedForward])
    let disputes = cells([.reviews, .reviewsCorrected, .lawsuits, .lawsuitsCorrected])
    if (requests + disputes).contains([]) { return nil }
    let words = KeyFactsText.self
    self.requests = Self.parts(words.requests[language], requests)
    self.disputes = Self.parts(words.disputes[language], disputes)
    noRequests = Array(words.noRequests[language].utf8)
    noDisputes = Array(words.noDisputes[language].utf8)
    requestTotals = Array(cells([.new, .carriedOver, .resultTotal, .carriedForward]).joined())
    disputeTotals = Array(cells([.reviews, .lawsuits]).joined())
    notStated = Array(PageText.notStated[language].utf8)
  }

  /// Splits a sentence with `#` in place of each number.
  private static func parts(_ sentence: String, _ figures: [[Int]]) -> [Part] {
    var parts: [Part] = []
    for (place, text) in sentence.split(separator: "#", omittingEmptySubsequences: false).enumerated() {
      if place > 0 { parts.append(figure(figures[place - 1])) }
      parts.append(.text(Array(text.utf8)))
    }
    return parts
  }

  private static func figure(_ cells: [Int]) -> Part { .figure(cells, address: "#N\(cells[0])") }

  func html(of report: Report) -> [UInt8] {
    var html = HTMLWriter(capacity: 1536)
    html.line("p") { html in
      if isNothing(requestTotals, report) { html.text(noRequests[...]) } else { write(requests, report, to: &html) }
    }
    html.line("p") { html in
      if isNothing(disputeTotals, report) { html.text(noDisputes[...]) } else { write(disputes, report, to: &html) }
    }
    return html.array()
  }

  private func isNothing(_ cells: [Int], _ report: Report) -> Bool {
    cells.allSatisfy { report.cells[$0].number?.isZero == true }
  }

  private func write(_ parts: [Part], _ report: Report, to html: inout HTMLWriter) {
    for part in parts {
      switch part {
      case .text(let bytes): html.text(bytes[...])
      case .figure(let cells, let address):
        html.element("a", .href(address)) { html in
          if let sum = report.stated(cells) { html.text(sum) } else { html.text(notStated[...]) }
        }
      }
    }
  }
}

/// The sentences. `#` is a placeholder for a number.
private enum KeyFactsText {
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
