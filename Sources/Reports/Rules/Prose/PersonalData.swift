internal import Diagnostics
internal import Markup
internal import Narrative

/// 身份证号 and mobile numbers must not appear in a public report.
enum PersonalData: ProseRule {
  static let kind = FindingKind(
    "personal-data", .warning,
    title: LocalizedText("正文有个人号码", en: "A number of a person in the text"),
    explanation: LocalizedText(
      "年报公开发布，正文不应出现公民身份号码（校验位正确的 18 位号码）、个人手机号、银行卡号或个人车牌号，分段书写的也一样。写在“电话”“联系”后面的单位联系电话不在此列。",
      en:
        "A report is public; its text should hold neither identity numbers (18 digits with a correct check digit) nor mobile numbers, bank cards or plates of persons, also where their digits are set apart. An office's own number after 电话 or 联系 is fine."
    ),
    example: "申请人张某（身份证号11010519491231002X）",
    source: LocalizedText(
      "《政府信息公开条例》第十五条；《个人信息保护法》",
      en: "Regulations on Open Government Information, art. 15; Personal Information Protection Law"
    ))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    let narrative = prose.narrative
    let marks: [Word] = [.identityNumber, .mobileNumber, .cardNumber, .vehicle]
    guard marks.contains(where: { narrative.contains($0) }) else { return }
    let tokens = narrative.tokens
    var sentence = 0
    for (index, token) in tokens.enumerated() {
      switch token.word {
      case .stop, .block, .heading: sentence = index
      case .identityNumber:
        findings.append(finding(token.span, "身份证号", "an identity number", prose))
      case .mobileNumber where isOfPerson(textBefore(token, from: sentence, prose)):
        findings.append(finding(token.span, "手机号", "a mobile number", prose))
      case .cardNumber where textBefore(token, from: sentence, prose).contains(/卡号|银行卡|储蓄卡|借记卡|信用卡/):
        findings.append(finding(token.span, "银行卡号", "a bank card", prose))
      case .vehicle:
        if let plate = plate(around: index, prose) {
          findings.append(finding(plate, "车牌号", "a plate", prose))
        }
      default: break
      }
    }
  }

  private static func textBefore(_ token: Token, from start: Int, _ prose: Prose) -> String {
    prose.report.document.source.text(
      of: Span(Int(prose.narrative.tokens[start].span.end), Int(token.span.start)))
  }

  /// Whether the words before a mobile number do not make it that of an office.
  private static func isOfPerson(_ text: String) -> Bool {
    if text.contains(/申请人|当事人|投诉人|举报人|身份证/) { return true }
    return !text.contains(/联系|咨询|办公|值班|监督|热线|电话|微信|传真|手机(?!号)/)
  }

  /// 张某驾驶的云A12345: in the sentence of a token.
  private static func plate(around index: Int, _ prose: Prose) -> Span? {
    let tokens = prose.narrative.tokens
    let ends = WordSet(.stop, .block, .heading)
    let first =
      tokens[..<index].lastIndex { ends.contains($0.word) }.map { Int(tokens[$0].span.end) } ?? 0
    let last = tokens[index...].first { ends.contains($0.word) }.map { Int($0.span.start) }
    let sentence = Span(first, last ?? prose.report.document.source.bytes.count)
    let text = prose.report.document.source.text(of: sentence)
    guard !text.contains("公务"),
      let match = text.firstMatch(of: /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][·•]?[A-Z0-9]{5,6}/)
    else { return nil }
    let start = first + text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
    return Span(start, start + match.output.utf8.count)
  }

  private static func finding(_ span: Span, _ chinese: String, _ english: String, _ prose: Prose)
    -> Finding
  {
    Finding(
      kind, at: prose.report.document.source.range(of: span),
      LocalizedText("正文有\(chinese)", en: "\(english) is in the text"),
      help: LocalizedText("请删去或隐去", en: "remove or mask it"))
  }
}
