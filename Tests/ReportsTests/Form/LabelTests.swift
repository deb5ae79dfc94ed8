import Testing

@testable import Reports

@Suite("Labels are compared by their words")
struct LabelTests {
  @Test(
    arguments: [
      ("一、总体情况", "一", "总体情况"), ("（三）不予公开", "三", "不予公开"), ("1.属于国家秘密", "1", "属于国家秘密"), ("10、其他", "10", "其他"),
      ("三、（三）不予公开", "三", "不予公开"),
      ("（１）属于国家秘密", "1", "属于国家秘密"), ("规章", nil, "规章"), ("三安全一稳定", nil, "三安全一稳定"), ("2023年", nil, "2023年"),
      ("1)属于国家秘密", "1", "属于国家秘密"), ("（一）、予以公开", "一", "予以公开"), ("﹙一﹚予以公开", "一", "予以公开"),
      ("一：总体情况", "一", "总体情况"), ("规章：", nil, "规章"), ("一、总体情况。", "一", "总体情况"), ("：", nil, ":"),
      ("", nil, ""), ("一、", "一", ""), ("（一", nil, "(一"),
      ("3.危及“三安全一稳定”", "3", "危及\"三安全一稳定\""), ("第二十条第（一）项", nil, "第二十条第(一)项"),
    ] as [(String, String?, String)])
  func enumeratorAndWords(_ text: String, _ enumerator: String?, _ words: String) {
    #expect(Label(text).enumerator == enumerator)
    #expect(Label(text).words == words)
  }

  @Test(
    arguments: [("行政规范性文件（有文号的）", "行政规范性文件"), ("总计", nil), ("（总计）", nil), ("规章（甲）（乙）", "规章")] as [(String, String?)])
  func guideInBracketsIsLeftOut(_ text: String, _ words: String?) {
    #expect(Label(text).withoutGuide?.words == words)
  }

  @Test(arguments: [
    ("（三）不予公开 / 1.属于国家秘密", ["（三）不予公开 ", " 1.属于国家秘密"]), ("行政复议·结果维持", ["行政复议", "结果维持"]),
    ("行政诉讼：复议后起诉", ["行政诉讼", "复议后起诉"]), ("规章", ["规章"]),
    ("/", []), ("a / / b", ["a ", " b"]),
  ])
  func pathOfGroups(_ text: String, _ parts: [String]) {
    #expect(Label.path(text) == parts)
  }
}
