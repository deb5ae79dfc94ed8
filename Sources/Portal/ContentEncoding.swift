/// A compressed encoding that browsers understand.
package enum ContentEncoding: Sendable, CaseIterable {
  case gzip, brotli

  /// The name in `site.yaml`.
  var name: String { "\(self)" }

  /// The file name suffix of a copy in this encoding.
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
