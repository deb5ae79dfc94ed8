internal import Diagnostics
internal import Markup

/// 身份证号 and mobile numbers must not appear in a public report.
enum PersonalData: ProseRule {
  static let kind = FindingKind(
    "personal-data", .warning,
    title: LocalizedText("正文有身份证号或手机号", en: "An identity or mobile number in the text"),
    explanation: LocalizedText(
      "年报公开发布，正文不应出现公民身份号码（校验位正确的 18 位号码）或个人手机号。写在“电话”“联系”后面的单位联系电话不在此列。",
      en:
        "A report is public; its text should hold neither identity numbers (18 digits with a correct check digit) nor mobile numbers of persons. An office's own number behind 电话 or 联系 is fine."
    ),
    example: "申请人张某（身份证号11010519491231002X）",
    source: LocalizedText(
      "《政府信息公开条例》第十五条；《个人信息保护法》",
      en: "Regulations on Open Government Information, art. 15; Personal Information Protection Law"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard prose.narrative.contains(.identityNumber) || prose.narrative.contains(.mobileNumber) else { return }
    let tokens = prose.narrative.tokens
    var isContact = false
    for token in tokens {
      switch token.word {
      case .stop, .block, .heading: isContact = false
      case .contact: isContact = true
      case .identityNumber:
        findings.append(finding(token, LocalizedText("正文有身份证号", en: "an identity number stands in the text"), prose))
      case .mobileNumber where !isContact:
        findings.append(finding(token, LocalizedText("正文有手机号", en: "a mobile number stands in the text"), prose))
      default: break
      }
    }
  }

  private static func finding(_ token: Token, _ message: LocalizedText, _ prose: Prose) -> Finding {
    Finding(
      kind, at: prose.report.document.source.range(of: token.span), message,
      help: LocalizedText("请删去或隐去", en: "remove or mask it"))
  }
}
