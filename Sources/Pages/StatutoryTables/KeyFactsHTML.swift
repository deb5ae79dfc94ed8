internal import Bytes
internal import Languages
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
  init?(form: Form, strings: Strings) {
    func cells(_ measures: [Measure]) -> [[Int]] { measures.map { $0.cells(in: form.statutory) } }
    let requests = KeyFactsText.requestFigures.mapValues { $0.cells(in: form.statutory) }
    let disputes = KeyFactsText.disputeFigures.mapValues { $0.cells(in: form.statutory) }
    if (Array(requests.values) + disputes.values).contains([]) { return nil }
    self.requests = Self.parts(strings.pieces(KeyFactsText.requests), requests)
    self.disputes = Self.parts(strings.pieces(KeyFactsText.disputes), disputes)
    noRequests = Array(strings["key_facts.no_requests"].utf8)
    noDisputes = Array(strings["key_facts.no_disputes"].utf8)
    requestTotals = Array(cells([.new, .carriedOver, .resultTotal, .carriedForward]).joined())
    disputeTotals = Array(cells([.reviews, .lawsuits]).joined())
    notStated = Array(PageText.notStated[strings].utf8)
  }

  /// Puts figures in the place of their placeholders.
  private static func parts(_ sentence: [StringPattern.Piece], _ figures: [String: [Int]]) -> [Part] {
    sentence.map { piece in
      switch piece {
      case .literal(let text): .text(Array(text.utf8))
      case .placeholder(let name): figures[name].map(figure) ?? .text(Array("{\(name)}".utf8))
      }
    }
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

/// The sentences, and what their placeholders stand for.
private enum KeyFactsText {
  static let requests: StringKey = "key_facts.requests"
  static let disputes: StringKey = "key_facts.disputes"

  static let requestFigures: [String: Measure] = [
    "new": .new, "carried_over": .carriedOver, "handled": .resultTotal, "granted": .granted, "partial": .partial,
    "denied": .denied, "unavailable": .unavailable, "not_processed": .notProcessed, "other": .other,
    "carried_forward": .carriedForward,
  ]

  static let disputeFigures: [String: Measure] = [
    "reviews": .reviews, "reviews_corrected": .reviewsCorrected, "lawsuits": .lawsuits,
    "lawsuits_corrected": .lawsuitsCorrected,
  ]
}
