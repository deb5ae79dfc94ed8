internal import Markup

/// Removes what converters add to texts: radicals instead of characters, and the pronunciation of characters in brackets.
enum ConversionNoise {
  static func remove(from document: inout ImportedDocument) {
    let texts = document.texts
    let hasSounds = texts.lazy.reduce(0) { $0 + sounds(in: $1) } >= 3
    let hasRadicals = texts.contains { $0.unicodeScalars.contains(where: isRadical) }
    guard hasSounds || hasRadicals else { return }
    document.mapTexts { text in
      let text = hasRadicals ? withoutRadicals(text) : text
      return hasSounds ? text.replacing(sound) { "\($0.1)" } : text
    }
  }

  /// Matches `務(wù)`. `Regex` is not marked `Sendable`, but a constant of a literal can be shared: matching does not change it.
  private nonisolated(unsafe) static let sound = /(\p{Han})[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]/

  private static func sounds(in text: String) -> Int {
    text.utf8.contains(UInt8(ascii: "(")) || text.contains("（") ? text.matches(of: sound).count : 0
  }

  private static func isRadical(_ scalar: Unicode.Scalar) -> Bool { (0x2E80..<0x2FE0).contains(scalar.value) }

  private static func withoutRadicals(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { isRadical($0) ? SimplifiedCharacters.simplified($0) : $0 }))
  }
}

extension String {
  /// With simplified characters, for comparing.
  var simplified: String {
    String(String.UnicodeScalarView(unicodeScalars.map { SimplifiedCharacters.simplified($0) }))
  }
}
