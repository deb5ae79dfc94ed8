/// A language of the pages, as a portal names it in `site.yaml`: any for which the theme has a file of strings.
package struct Language: Sendable, Hashable {
  /// The tag of BCP 47, in its usual case: `zh-Hans`, `en`, `zh-Hant-HK`.
  package let tag: String

  package static let simplifiedChinese = Language(known: "zh-Hans")
  package static let english = Language(known: "en")

  private init(known tag: String) {
    self.tag = tag
  }

  /// - Returns: `nil` if it is not a tag. `zh`, `zh-CN` and `en-US` are not accepted either: see `meant(by:)`.
  package init?(tag: String) {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy(Self.isLowercase) else { return nil }
    for part in parts.dropFirst() {
      guard (2...8).contains(part.utf8.count), part.utf8.allSatisfy(Self.isLetterOrDigit),
        part == Self.usualCase(of: part)
      else { return nil }
    }
    if Self.meant(by: tag).map({ $0.tag != tag }) ?? false { return nil }
    self.tag = tag
  }

  /// The language that a common name of it means: Chinese in simplified characters for `zh-CN`, English for `en_US`.
  package static func meant(by name: String) -> Language? {
    let parts = name.lowercased().split { "-_. ".contains($0) }
    switch parts.first {
    case "zh", "chinese":
      let isTraditional = parts.contains { ["hant", "hk", "tw", "mo"].contains($0) }
      return isTraditional ? nil : .simplifiedChinese
    case "en", "english": return .english
    default: return nil
    }
  }

  /// The folder of its pages, unless it is the first language of the portal. It ends with a slash.
  package var pathPrefix: String { self == .simplifiedChinese ? "zh/" : "\(tag)/" }

  private static func isLowercase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLowercase(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// Scripts are capitalized, countries are in capitals, everything else is in small letters.
  private static func usualCase(of part: Substring) -> String {
    switch part.utf8.count {
    case 2: part.uppercased()
    case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
    default: part.lowercased()
    }
  }
}
