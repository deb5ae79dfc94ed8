import Testing

@testable import Markup

struct ParserLibrariesTests {
  @Test(arguments: [
    ("0.29.0.gfm.6", true), ("0.29.0.gfm.9", true), ("0.29.0.gfm.12", true), ("0.28.3.gfm.20", true),
    ("0.29.0.gfm.13", false), ("0.29.0.gfm.14", false), ("0.30.0", false), ("1.0", false),
  ])
  func anOldParserIsWarnedOf(_ version: String, _ isOld: Bool) {
    #expect((ParserLibraries.warning(for: version) != nil) == isOld)
  }
}
