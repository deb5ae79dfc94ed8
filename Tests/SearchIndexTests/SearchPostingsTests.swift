import Bytes
import Testing

@testable import SearchIndex

/// Lists of documents as collected and as written.
struct SearchPostingsTests {
  private func documents(of term: UInt32, in postings: SearchPostings) -> [Int] {
    var documents: [Int] = []
    for posting in postings.sorted() where posting.key.term == term {
      postings.forEachDocument(of: posting) { documents.append($0) }
    }
    return documents
  }

  /// Lists of all lengths, and more terms than fit into the initial table.
  @Test func eachTermIsFoundInItsDocuments() {
    let letters = (0..<180).map { Unicode.Scalar(UInt32(0x4E00 + $0)).map(String.init) ?? "" }
    var postings = SearchPostings()
    var expected: [UInt32: [Int]] = [:]
    for document in 0..<900 {
      postings.beginDocument()
      for letter in 0..<180 where document % (letter + 1) == 0 {
        // The same pair twice in a document counts once.
        let text = Array(
          "\(letters[letter])\(letters[(letter + document) % 180])，\(letters[letter])中，\(letters[letter])中".utf8)
        text.withUnsafeBufferPointer {
          SearchTerms.forEach(in: $0) { term in
            if expected[term]?.last != document { expected[term, default: []].append(document) }
          }
          postings.read($0, section: 3)
        }
      }
    }
    #expect(expected.count > 1000)
    for (term, list) in expected where documents(of: term, in: postings) != list {
      Issue.record("\(term) is not in \(list)")
    }
  }

  @Test func sectionsAreApart() {
    var postings = SearchPostings()
    let text = Array("公开".utf8)
    for section in [2, 1] as [UInt16] {
      postings.beginDocument()
      text.withUnsafeBufferPointer { postings.read($0, section: section) }
    }
    #expect(postings.sorted().map(\.key.section) == [1, 2])
  }

  @Test func aListIsEncodedInTheShorterWay() {
    var encoder = PostingListEncoder(documents: 1000)
    func encoded(_ documents: [Int]) -> [UInt8] {
      var bytes: [UInt8] = []
      for document in documents { encoder.add(document) }
      encoder.finish(to: &bytes)
      return bytes
    }
    #expect(encoded([300, 5]) == [3 << 1, 5, 0x80 | (294 & 0x7F), 294 >> 7])
    #expect(encoded(Array(0..<16)) == [2 << 1 | 1, 0xFF, 0xFF])
    // The order does not matter, and nothing is left over from the previous list.
    #expect(encoded((0..<800).reversed().map { $0 }) == [0xC9, 0x01] + [UInt8](repeating: 0xFF, count: 100))
    #expect(encoded([0]) == [1 << 1, 0])
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func bytesAreWrittenInBase64(_ text: String, _ expected: String) {
    let script = SearchScript.script("x", Array(text.utf8))
    #expect(String(script) == "gongkaiSearch(\"x\",\"\(expected)\")\n")
  }
}
