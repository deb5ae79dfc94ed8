import Diagnostics
import ExampleReports

@testable import Reports

/// Sentences of one kind, as offices write them, beside a report whose figures they tell.
struct ProseCases: CustomStringConvertible {
  enum Place {
    case introduction, opening, disclosure, requests, problems
  }

  let description: String
  let place: Place
  let report: ExampleReport
  /// What is said of a wrong sentence; nothing is said of any here when it is `nil`.
  let kind: FindingKind?
  /// Right sentences; each number in braces is wrong when it is another.
  let counted: [String]
  let right: [String]
  let wrong: [String]

  init(
    _ description: String, in place: Place, beside report: ExampleReport = .manyRequests, finds kind: FindingKind?,
    counted: [String] = [], right: [String] = [], wrong: [String] = []
  ) {
    self.description = description
    self.place = place
    self.report = report
    self.kind = kind
    self.counted = counted
    self.right = right
    self.wrong = wrong
  }

  static let all = ofRequests + ofOthers + ofForm

  /// Right sentences without their braces.
  var honest: [String] { counted.map(Self.withoutBraces) + right }

  /// Wrong sentences, and each right one with one number changed.
  var mistaken: [String] { counted.flatMap { Self.changed($0) } + wrong }

  private static func withoutBraces(_ text: String) -> String { text.filter { $0 != "{" && $0 != "}" } }

  /// A sentence once for each number in braces, which is another there.
  static func changed(_ sentence: String) -> [String] {
    sentence.matches(of: /\{([^}]*)\}/).map { match in
      var text = sentence
      text.replaceSubrange(match.range, with: another(than: String(match.output.1)))
      return withoutBraces(text)
    }
  }

  private static func another(than number: String) -> String {
    if number.hasSuffix("三") { return number.dropLast() + "二" }
    if number == "五十" { return "五十三" }
    if let point = number.firstIndex(of: "."), let whole = Int(number[..<point]) {
      return "\(whole + 9)\(number[point...])"
    }
    guard let value = Int(number) else { preconditionFailure("not a number: \(number)") }
    // The year before; three more of what is few, for two kinds of lawsuits may be told together or apart.
    return value > 2000 && value < 2100 ? "\(value - 1)" : "\(value + (value < 100 ? 3 : 30))"
  }

  /// The report with a sentence where it belongs.
  func text(saying sentence: String) -> String {
    switch place {
    case .introduction: report.line(startingWith: "统计期限为", becomes: sentence).text
    case .opening: report.saying(sentence).text
    case .disclosure: report.saying("### （一）主动公开\n\n\(sentence)").text
    case .requests: report.saying("### （二）依申请公开\n\n\(sentence)").text
    case .problems: report.section("五、存在的主要问题及改进情况", becomes: sentence).text
    }
  }
}

extension ExampleReport {
  /// Fifty new requests and four of last year's, with results of many kinds, disputes, documents, decisions and fees.
  static let manyRequests = ExampleReport()
    .row("一、本年新收政府信息公开申请数量", "45 | 3 | 0 | 0 | 2 | 0 | 50")
    .row("二、上年结转政府信息公开申请数量", "4 | 0 | 0 | 0 | 0 | 0 | 4")
    .row("（一）予以公开", "16 | 3 | 0 | 0 | 1 | 0 | 20")
    .row("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "6 | 0 | 0 | 0 | 0 | 0 | 6")
    .row("4.保护第三方合法权益", "1 | 0 | 0 | 0 | 0 | 0 | 1").row("7.属于行政执法案卷", "2 | 0 | 0 | 0 | 0 | 0 | 2")
    .row("8.属于行政查询事项", "3 | 0 | 0 | 0 | 0 | 0 | 3").row("1.本机关不掌握相关政府信息", "8 | 0 | 0 | 0 | 1 | 0 | 9")
    .row("3.补正后申请内容仍不明确", "2 | 0 | 0 | 0 | 0 | 0 | 2").row("1.信访举报投诉类申请", "3 | 0 | 0 | 0 | 0 | 0 | 3")
    .row("2.重复申请", "2 | 0 | 0 | 0 | 0 | 0 | 2").row("3.其他", "1 | 0 | 0 | 0 | 0 | 0 | 1")
    .row("（七）总计", "44 | 3 | 0 | 0 | 2 | 0 | 49").row("四、结转下年度继续办理", "5 | 0 | 0 | 0 | 0 | 0 | 5")
    .row("行政复议", "2 | 1 | 0 | 1 | 4").row("未经复议直接起诉", "1 | 0 | 0 | 1 | 2").row("复议后起诉", "1 | 0 | 0 | 0 | 1")
    .row("行政规范性文件", "7 | 2 | 61").row("行政许可", "240").row("行政处罚", "35").row("行政强制", "4")
    .row("行政事业性收费", "18.25")

  /// Three requests, a reconsideration and two lawsuits.
  static let fewRequests = ExampleReport()
    .row("一、本年新收政府信息公开申请数量", "3 | 0 | 0 | 0 | 0 | 0 | 3").row("（一）予以公开", "3 | 0 | 0 | 0 | 0 | 0 | 3")
    .row("（七）总计", "3 | 0 | 0 | 0 | 0 | 0 | 3").row("行政复议", "1 | 0 | 0 | 0 | 1")
    .row("未经复议直接起诉", "2 | 0 | 0 | 0 | 2")
}
