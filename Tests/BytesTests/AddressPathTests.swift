import Bytes
import Testing

struct AddressPathTests {
  @Test(arguments: [
    ("reports/2023/liulin.html", "reports/2023/liulin.html"), ("a#b.pdf", "a%23b.pdf"), ("a?b.pdf", "a%3Fb.pdf"),
    ("a%41b.pdf", "a%2541b.pdf"), ("a b.pdf", "a%20b.pdf"), ("盖章.pdf", "%E7%9B%96%E7%AB%A0.pdf"),
    ("a\"><script>.pdf", "a%22%3E%3Cscript%3E.pdf"), ("javascript:x", "javascript%3Ax"), ("a\\b&c", "a%5Cb%26c"),
    ("a\nb\u{7F}", "a%0Ab%7F"),
  ])
  func isEncodedAndReadBack(_ path: String, _ address: String) {
    #expect(AddressPath.encoded(path) == address)
    #expect(AddressPath.decoded(address) == path)
  }

  @Test(arguments: [
    ("100%.pdf", "100%.pdf"), ("a%4", "a%4"), ("a%zz", "a%zz"), ("%e7%9b%96.pdf", "盖.pdf"), ("a%2541", "a%41"),
  ])
  func invalidEscapesAreKept(_ address: String, _ path: String) {
    #expect(AddressPath.decoded(address) == path)
  }

  @Test func invalidUTF8IsNotAPath() {
    #expect(AddressPath.decoded("a%FFb") == nil)
  }
}
