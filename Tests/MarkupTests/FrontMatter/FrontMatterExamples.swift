import MarkedSources

@testable import Markup

extension FindingExample {
  /// Front matter with a given line between two others.
  private static func entry(_ line: String) -> MarkedSource {
    MarkedSource("---\nname: 柳林街道\n\(line)\nyear: 2023\n---\n文字。\n")
  }

  static let frontMatter = [
    FindingExample(
      "no second line of hyphens",
      MarkedSource("⟦---⟧\nname: 柳林街道\n\n## 一、总体情况\n"),
      .finds(FrontMatterFindings.unclosed, "文首信息缺少结束的 --- 行", en: "the front matter lacks its closing --- line")),
    FindingExample(
      "behind a byte order mark", MarkedSource("\u{FEFF}⟦---⟧\r\nname: 柳林街道\r\n"), .finds(FrontMatterFindings.unclosed)),
    FindingExample(
      "four hyphens", MarkedSource("⟦----⟧\nname: 柳林街道\n----\n\n文字。\n"),
      .finds(FrontMatterFindings.fence, "文首信息应从第 1 行开始，这一行正好是三个半角减号 ---")),
    FindingExample("dashes", MarkedSource("⟦———⟧\nname: 柳林街道\n———\n"), .finds(FrontMatterFindings.fence)),
    FindingExample(
      "a blank line before it", MarkedSource("\n⟦---⟧\nname: 柳林街道\n---\n"), .finds(FrontMatterFindings.fence)),
    FindingExample("no line before it", MarkedSource("⟦⟧name: 柳林街道\n---\n文字。\n"), .finds(FrontMatterFindings.fence)),
    FindingExample(
      "an anchor", entry("contact: ⟦&a⟧ {address: 1号}"),
      .finds(FrontMatterFindings.refused, "不接受这种 YAML 写法：&a", help: "如果它是文字，请加引号")),
    FindingExample("an alias in a list", entry("names: [甲, ⟦*a⟧]"), .finds(FrontMatterFindings.refused)),
    FindingExample("an alias in a block list", entry("names:\n  - 甲\n  - ⟦*a⟧"), .finds(FrontMatterFindings.refused)),
    FindingExample("a tag", entry("active: ⟦!!bool⟧ yes"), .finds(FrontMatterFindings.refused)),
    FindingExample(
      "a directive", MarkedSource("---\n⟦%YAML⟧ 1.2\nname: 柳林街道\n---\n"), .finds(FrontMatterFindings.refused)),
    FindingExample("an explicit key", entry("⟦?⟧ kind\n: department"), .finds(FrontMatterFindings.refused)),
    FindingExample("signs inside of texts are text", entry("names: [\"*甲\", 乙&丙, 'a: !b', 丁*, \"\\\"&戊\", a !b, x?]")),
    FindingExample("signs inside of a block of text are text", entry("names:\n  - |\n    &a *b !c\n    ? d\n  - 甲")),
    FindingExample("signs in a comment are no text", entry("# &a *b !c")),
    FindingExample(
      "a key twice, in plain lines", entry("⟦name⟧: 柳林镇"),
      .finds(FrontMatterFindings.invalid, "键 name 写了两次", en: "the key name stands twice")),
    FindingExample(
      "a key twice in a nested mapping", entry("contact:\n  name: 甲\n  phone: 1\n  ⟦name⟧: 乙"),
      .finds(FrontMatterFindings.invalid)),
    FindingExample(
      "a key twice with another of its name between",
      entry("kind: department\ncontact:\n  kind: 1\n⟦kind⟧ : department"), .finds(FrontMatterFindings.invalid)),
    FindingExample(
      "a key twice in one line", entry("contact: {address: 1号, phone: 2, ⟦address⟧: 3号}"),
      .finds(FrontMatterFindings.invalid)),
    FindingExample(
      "a colon and a space inside of a text", entry("kind: ⟦关于: 公开⟧"), .finds(FrontMatterFindings.invalid)),
    FindingExample(
      "a list that is not closed", MarkedSource("---\nname: 柳林街道\nnames: [甲, 乙\nyear⟦:⟧ 2023\n---\n"),
      .finds(FrontMatterFindings.invalid)),
    FindingExample(
      "a text where a mapping belongs", MarkedSource("---\n⟦柳林街道⟧\n---\n"), .finds(FrontMatterFindings.invalid)),
  ]

  static let fields = [
    FindingExample(
      "a required key is missing: the front matter starts here",
      MarkedSource("---\n⟦⟧year: 2023\n---\n"),
      .finds(FieldFindings.missing, "缺少必填的键 name", en: "the required key name is missing")),
    FindingExample(
      "a required key without a value", MarkedSource("---\nyear: 2023\n⟦name⟧:\n---\n"), .finds(FieldFindings.missing)),
    FindingExample("no front matter at all", MarkedSource("⟦⟧文字。\n"), .finds(FieldFindings.missing)),
    FindingExample(
      "a required key of a nested mapping",
      entry("contact:\n  ⟦⟧phone: 0871-00000000"), .finds(FieldFindings.missing, "缺少必填的键 address")),
    FindingExample(
      "a slip in a key",
      entry("⟦knd⟧: department"), .finds(FieldFindings.unknown, "不认识的键 knd", en: "unknown key knd", help: "是否指 kind？")),
    FindingExample("a key that is like no other", entry("⟦电话⟧: 1"), .finds(FieldFindings.unknown, help: "no help")),
    FindingExample(
      "a key unknown in a nested mapping", entry("contact: {address: 1号, ⟦phon⟧: 1}"),
      .finds(FieldFindings.unknown, help: "是否指 phone？")),
    FindingExample(
      "a text for an integer", MarkedSource("---\nname: 柳林街道\nyear: ⟦\"2023\"⟧\n---\n"),
      .finds(FieldFindings.invalid, "这里应是一个整数", en: "expected an integer")),
    FindingExample("a word for a truth value", entry("active: ⟦是⟧"), .finds(FieldFindings.invalid, "这里应是true 或 false")),
    FindingExample(
      "a word outside of a closed list", entry("kind: ⟦goverment⟧"),
      .finds(FieldFindings.invalid, "这里应是government | department", help: "是否指 government？")),
    FindingExample("a text for a list", entry("names: ⟦甲、乙⟧"), .finds(FieldFindings.invalid, "这里应是一个列表")),
    FindingExample("a list in a list of texts", entry("names: [甲, ⟦[乙]⟧]"), .finds(FieldFindings.invalid, "这里应是一段文字")),
    FindingExample(
      "a text for a mapping, of which no key is missed besides", entry("contact: ⟦1号⟧"),
      .finds(FieldFindings.invalid, "这里应是若干“键: 值”")),
  ]
}
