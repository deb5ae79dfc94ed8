import Diagnostics
import Testing

@testable import Languages

struct LanguageTests {
  @Test(
    arguments: [
      ("zh-Hans", "zh/"), ("en", "en/"), ("zh-Hant", "zh-Hant/"), ("zh-Hant-HK", "zh-Hant-HK/"),
      ("mn-Mong", "mn-Mong/"),
      ("bo", "bo/"), ("yue", "yue/"),
    ])
  func everyLanguageHasAFolderOfItsOwn(_ tag: String, _ prefix: String) {
    #expect(Language(tag: tag)?.pathPrefix == prefix)
  }

  @Test(arguments: [
    "", "z", "zh", "zh-CN", "zh_CN", "en-US", "EN", "zh-hans", "mn-mong", "mn-", "data", "a/b", "mn--x",
  ])
  func otherNamesAreNoTags(_ name: String) {
    #expect(Language(tag: name) == nil)
  }

  @Test(
    arguments: [
      ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh_CN.UTF-8", "zh-Hans"), ("en-US", "en"), ("English", "en"),
      ("zh-TW", nil), ("zh-Hant", nil), ("mn", nil),
    ] as [(String, String?)])
  func commonNamesMeanALanguage(_ name: String, _ tag: String?) {
    #expect(Language.meant(by: name)?.tag == tag)
  }
}
