internal import Diagnostics

/// URLs that people write in settings and front matter, from where they get into pages and data files.
package enum WebAddress {
  /// Whether a text is an absolute web URL and nothing else: `http` or `https`, a host, and no blank, quote, bracket,
  /// control or invisible character.
  package static func isWeb(_ text: String) -> Bool {
    let lowered = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix) else { return false }
    let rest = text.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    // A name before `@` could be mistaken for the host.
    guard let first = host.first, first != ":", !host.contains("@") else { return false }
    return rest.allSatisfy(isAllowed)
  }

  /// Whether a text is `mailto:` followed by a mail address.
  package static func isMail(_ text: String) -> Bool {
    guard text.lowercased().hasPrefix("mailto:") else { return false }
    let rest = text.unicodeScalars.dropFirst("mailto:".unicodeScalars.count)
    return rest.contains("@") && rest.first != "@" && rest.allSatisfy(isAllowed)
  }

  /// Whether paths may be appended to a URL: it is a web URL in ASCII, without a query or fragment.
  package static func isBase(_ text: String) -> Bool {
    isWeb(text) && text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "<", ">", "\\", "^", "`", "{", "|", "}": return false
    case "!"..."~": return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      return false
    default: return !scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}

extension Fields {
  /// A URL that readers can follow.
  ///
  /// - Parameter allowsMail: Whether `mailto:` is allowed too.
  package mutating func webAddress(_ key: String, allowsMail: Bool = false) -> String? {
    guard let value = optional(key), let text = text(of: value) else { return nil }
    let isAddress = WebAddress.isWeb(text) || (allowsMail && WebAddress.isMail(text))
    return typed(
      value, isAddress ? text : nil,
      allowsMail
        ? LocalizedText(
          "以 https://、http:// 或 mailto: 开头的地址", en: "an address that starts with https://, http:// or mailto:")
        : LocalizedText("以 https:// 或 http:// 开头的地址", en: "an address that starts with https:// or http://"))
  }
}
