import Testing

@testable import Markup

struct SimplifiedCharactersTests {
  @Test(arguments: [
    ("繼續辦理經複議檔案資訊", "继续办理经复议档案资讯"), ("無正當理由大量反覆申請", "无正当理由大量反复申请"), ("範圍、規范、範本", "范围、规范、范本"),
    ("⼀、⾃然⼈，⻓期", "一、自然人，长期"), ("爲為裏裡麼麽", "为为里里么么"), ("已经是简体 abc 123，𠮷", "已经是简体 abc 123，𠮷"), ("", ""),
  ])
  func textIsSimplifiedInItsPlace(_ text: String, _ simplified: String) {
    let bytes = Array(text.utf8)
    let result = SimplifiedCharacters.withSimplified(bytes) { String(decoding: $0, as: UTF8.self) }
    #expect(result == simplified)
    #expect(result.utf8.count == bytes.count)
  }

  /// A form that has another form itself would make the result depend on how often a text is simplified.
  @Test func nothingIsSimplifiedTwice() {
    #expect(SimplifiedCharacters.pairs.count > 3_000)
    for (character, form) in SimplifiedCharacters.pairs {
      #expect(SimplifiedCharacters.simplified(character) == form)
      #expect(SimplifiedCharacters.simplified(form) == form)
    }
  }
}
