/// A way to send a file smaller that browsers understand.
package enum ContentEncoding: Sendable, CaseIterable {
  case gzip, brotli

  /// As `site.yaml` has it.
  var name: String { "\(self)" }

  /// What the name of a copy in this encoding ends in.
  package var suffix: String {
    switch self {
    case .gzip: ".gz"
    case .brotli: ".br"
    }
  }

  /// Splits the name of a copy: `index.html.gz` is `index.html` in gzip.
  package static func split(_ path: String) -> (path: String, encoding: ContentEncoding)? {
    for encoding in allCases where path.hasSuffix(encoding.suffix) {
      return (String(path.dropLast(encoding.suffix.count)), encoding)
    }
    return nil
  }
}
