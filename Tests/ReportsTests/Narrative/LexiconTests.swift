import Testing

@testable import Reports

@Suite("Words of the field")
struct LexiconTests {
  /// The word at the start of a text, and its spelling there.
  private func word(in text: String) -> (word: Word, spelling: String)? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count >= 3, Lexicon.isCovered(bytes[0]) else { return nil }
      let beginning = Lexicon.field.beginning(of: bytes.eightBytes(at: 0))
      return Lexicon.field.word(at: 0, beginning, in: bytes, before: bytes.count).map { found in
        (found.word, String(decoding: bytes[..<found.length], as: UTF8.self))
      }
    }
  }

  @Test("each word is found with its meaning, at the end of a text and within one", arguments: ["", "国", "，"])
  func allWords(_ following: String) throws {
    for (meaning, spellings) in Lexicon.fieldWords {
      for spelling in spellings.split(separator: " ") {
        let found = try #require(word(in: spelling + following), "\(spelling)")
        #expect(found.word == meaning && found.spelling == spelling, "\(spelling) is read as \(found.spelling)")
      }
    }
  }

  @Test(
    "the longest counts",
    arguments: [
      ("政府信息公开申请表", "政府信息公开申请"), ("政府信息公开申", "政府信息公开"), ("政府信息化", "政府信息"),
      ("结转下一年度继续", "结转下一年度"), ("结转下年度继续办理", "结转下年度继续办理"), ("共计", "共计"), ("共同", "共"),
    ])
  func longest(_ text: String, _ spelling: String) {
    #expect(word(in: text)?.spelling == spelling)
  }

  @Test("most characters begin nothing", arguments: ["政", "政府", "政策", "国家", "丂", "鿿"])
  func noWord(_ text: String) {
    #expect(word(in: text) == nil)
  }
}
