import Testing

@testable import SearchIndex

/// How texts are split for the search.
struct SearchTermsTests {
  private func terms(_ text: String) -> [UInt32] {
    var terms: [UInt32] = []
    Array(text.utf8).withUnsafeBufferPointer { SearchTerms.forEach(in: $0) { terms.append($0) } }
    return terms
  }

  private func pair(_ text: String) -> UInt32 {
    let units = Array(text.utf16)
    return UInt32(units[0]) << 16 | UInt32(units[1])
  }

  @Test func neighbouringCharactersArePairs() {
    #expect(terms("政府信息") == ["政府", "府信", "信息"].map(pair))
    #expect(terms("政府，信息") == ["政府", "信息"].map(pair))
    #expect(terms("公") == [])
    // A character outside the Basic Multilingual Plane is a pair by itself.
    #expect(terms("𠮷") == [pair("𠮷")])
  }

  @Test func wordsAndNumbersAreWholeWhateverTheirCaseAndWidth() {
    #expect(terms("Open Data 2023").count == 3)
    #expect(terms("OPEN") == terms("ｏｐｅｎ"))
    #expect(terms("２０２３") == terms("2023"))
    #expect(terms("2023") != terms("2024"))
    #expect(terms("公开5件公") == [pair("公开")] + terms("5") + [pair("件公")])
    #expect(terms("open").allSatisfy(SearchTerms.isWord))
    #expect(!terms("政府").contains(where: SearchTerms.isWord))
  }

  @Test func charactersAndNumbersAreSeparateTerms() {
    #expect(terms("微博681条目") == [pair("微博")] + terms("681") + [pair("条目")])
  }

  @Test(arguments: [
    ("A", "a"), ("Ｚ", "z"), ("９", "9"), ("政", "政"), ("々", "々"), ("〇", "〇"), ("é", "é"), ("，", ""), ("—", ""), ("（", ""),
    ("×", ""), ("\u{3000}", ""), ("!", ""), ("！", ""), ("ｱ", ""), ("\u{E000}", ""),
  ])
  func charactersAreFoldedOneByOne(_ character: String, _ folded: String) throws {
    let unit = try #require(character.utf16.first)
    #expect(SearchFolding.table[Int(unit)] == folded.utf16.first ?? 0)
  }

  @Test func foldedCharactersStayAsTheyAre() {
    let table = SearchFolding.table
    #expect(table.indices.filter { table[$0] != table[Int(table[$0])] } == [])
  }

  @Test(arguments: ["FF10", "FF10-FF19 0030 0", "FF19-FF10", "FF10-FF19 x", "FF10-1FF19"])
  func rulesThatAreNotRulesAreRefused(_ line: String) {
    #expect(SearchFolding.Rule(line) == nil)
  }

  @Test(arguments: [[0xE4], [0xE4, 0xB8], [0xF0, 0x9F], [0x80, 0xFF, 0xC3]] as [[UInt8]])
  func invalidBytesAreNotTerms(_ bytes: [UInt8]) {
    var count = 0
    bytes.withUnsafeBufferPointer { SearchTerms.forEach(in: $0) { _ in count += 1 } }
    #expect(count == 0)
  }
}
