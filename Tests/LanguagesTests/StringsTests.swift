import Diagnostics
import Markup
import Testing

@testable import Languages

struct StringsTests {
  private func file(_ text: String) -> StringsFile {
    var findings: [Finding] = []
    return StringsFile(YAMLReader.read(SourceFile(path: "strings/en.yaml", text: text), findings: &findings))
  }

  private func strings(_ tag: String = "en", _ text: String = "", languages: [Language] = [.english]) throws -> Strings
  {
    var file = file(text)
    file.merge(.builtIn(.english))
    return Strings(try #require(Language(tag: tag)), file, languages: languages)
  }

  @Test func placeholdersAreFilledIn() throws {
    let strings = try strings("en", "page.status: '{pages}: {page} {x}'\n")
    let status: StringKey = "page.status"
    #expect(status.with(["page": .number(2), "pages": .string("many")])[strings] == "many: 2 {x}")
    #expect(Text(status)[strings] == "{pages}: {page} {x}")
  }

  @Test func aCountOfOneHasAFormOfItsOwn() throws {
    let strings = try strings()
    let count: StringKey = "list.report_count"
    #expect([0, 1, 2].map { count.with(["count": .number($0)])[strings] } == ["0 reports", "1 report", "2 reports"])
  }

  @Test func aTextMayStandInAnother() throws {
    let strings = try strings()
    let title: StringKey = "statistics.chart_of_subject"
    let text = title.with(["subject": .text(Text("page.years")), "title": .string("{subject}")])
    #expect(text[strings] == "Years: {subject}")
  }

  @Test func aStringOfAThemeTakesThePlaceOfTheBuiltInOne() throws {
    #expect(try strings("en", "page.home: Start\n")["page.home"] == "Start")
    #expect(try strings()["page.home"] == "Home")
  }

  @Test func faultsInAFileAreNamed() {
    let faults = file("a: [b]\nb: {one: x}\nc: {one: x, other: y, few: z}\nd: {one: x, other: y}\n").faults
    #expect(faults.map { String($0.message.english.prefix(1)) } == ["a", "b", "c"])
  }

  @Test func placeholdersWithoutAValueAreFaults() {
    var findings: [Finding] = []
    let source = SourceFile(path: "en.yaml", text: "page.status: '{page} / {total}'\nown: '{x}'\npage.totals: none\n")
    let faults = StringsFile.unknownPlaceholders(in: YAMLReader.read(source, findings: &findings))
    #expect(faults.map(\.message.english) == ["page.status has no placeholder {total}; there are {page} {pages}"])
  }

  @Test func bothBuiltInLanguagesHaveTheSameKeysAndPlaceholders() {
    let (chinese, english) = (StringsFile.builtIn(.simplifiedChinese), StringsFile.builtIn(.english))
    #expect(chinese.faults.isEmpty && english.faults.isEmpty)
    #expect(Set(chinese.patterns.keys) == Set(english.patterns.keys))
    #expect(StringKey.all.count > 300)
    for (key, pattern) in english.patterns {
      #expect(chinese.patterns[key]?.placeholders == pattern.placeholders, "\(key)")
      #expect(!pattern.text.isEmpty)
    }
  }

  @Test func dataFilesHaveChineseAndEnglishAndTheOtherLanguages() throws {
    let third = try #require(Language(tag: "mn"))
    let strings = SiteStrings([third, .english])
    #expect(strings.first.language == third)
    #expect(strings.all.map(\.language.tag) == ["zh-Hans", "en", "mn"])
    #expect(strings.languages.map(\.language.tag) == ["mn", "en"])
  }

  /// A label that a form does not have in a language is shown in another language of the portal.
  @Test func labelsFallBackToAnotherLanguageOfThePortal() throws {
    let third = try #require(Language(tag: "mn"))
    let both = Translations("规章", en: "Rules")
    #expect(both[try strings("mn", languages: [third, .english])] == "Rules")
    #expect(both[try strings("mn", languages: [third, .simplifiedChinese, .english])] == "规章")
    #expect(Translations("规章")[try strings("mn", languages: [third, .english])] == "规章")
    #expect(Translations("规章", [third: "Дүрэм"])[try strings("mn", languages: [third])] == "Дүрэм")
    #expect(both.isStated(in: .english) && !both.isStated(in: third))
  }
}
