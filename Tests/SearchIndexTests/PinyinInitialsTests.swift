import Testing

@testable import SearchIndex

struct PinyinInitialsTests {
  @Test func eachLetterListsTheCharactersWithThatInitial() {
    #expect(PinyinInitials.lines(for: ["财政局", "政务"]) == ["c财", "j局", "w务", "z政"])
  }

  @Test(
    "a character with several readings stands behind each letter",
    arguments: [("重庆", "c重", "z重"), ("厦门", "s厦", "x厦"), ("长沙", "c长", "z长")])
  func severalReadings(_ name: String, _ one: String, _ other: String) {
    let lines = PinyinInitials.lines(for: [String(name.prefix(1))])
    #expect(lines == [one, other])
  }

  @Test func onlyChineseCharactersHaveInitials() {
    #expect(PinyinInitials.lines(for: ["A1（）# q", ""]) == [])
  }
}
