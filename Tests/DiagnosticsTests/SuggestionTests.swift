import Testing

@testable import Diagnostics

@Suite("Suggestions")
struct SuggestionTests {
  private let keys = ["title", "agency", "year", "published", "publish_on", "index_number", "status"]

  @Test(arguments: [
    ("tittle", "title"), ("titel", "title"), ("agancy", "agency"), ("publised", "published"), ("publish", "published"),
    ("yaer", "year"), ("indexnumber", "index_number"), ("Status", "status"),
  ])
  func nearKeyIsNamed(_ word: String, _ key: String) {
    #expect(Suggestion.nearest(to: word, among: keys) == key)
  }

  @Test(arguments: ["", "电话", "abcdefgh", "sources", "p", "titletitle"])
  func nothingNearIsNotNamed(_ word: String) {
    #expect(Suggestion.nearest(to: word, among: keys) == nil)
  }

  @Test func chineseLabelsCountByCharacters() {
    let labels = ["（一）予以公开", "（二）部分公开", "（三）不予公开"]
    #expect(Suggestion.nearest(to: "（一）予于公开", among: labels) == "（一）予以公开")
    #expect(Suggestion.nearest(to: "本年新收", among: labels) == nil)
  }

  @Test func firstOfEquallyNearOnesIsNamed() {
    #expect(Suggestion.nearest(to: "ab", among: ["ac", "ad"]) == "ac")
    #expect(Suggestion.nearest(to: "a", among: [] as [String]) == nil)
    #expect(Suggestion.nearest(to: "title", among: ["titles", "title"]) == "title")
  }
}
