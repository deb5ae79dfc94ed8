package enum LinkSafety {
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// The start of nearly all URLs, which need no further check.
  private static let secure = Array("https://".utf8)

  static func isSafe(_ address: ArraySlice<UInt8>) -> Bool {
    address.starts(with: secure) || isSafe(String(decoding: address, as: UTF8.self))
  }

  /// Whether a URL may be used in a page: it is relative, or its scheme cannot run anything.
  package static func isSafe(_ address: String) -> Bool {
    if address.utf8.starts(with: secure) { return true }
    // Browsers ignore blanks and control characters within a scheme.
    let visible = address.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    guard let colon = visible.firstIndex(of: ":") else { return true }
    let scheme = visible[..<colon]
    if scheme.contains(where: { $0 == "/" || $0 == "?" || $0 == "#" }) { return true }
    return schemes.contains(String(String.UnicodeScalarView(scheme)).lowercased())
  }
}
