import Markup

enum Noise {
  /// The width of a text in a font of fixed width.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }

  static func wrapped(_ text: String, width most: Int) -> [String] {
    var lines = [""]
    for character in text {
      if width(lines[lines.count - 1]) + width(String(character)) > most { lines.append("") }
      lines[lines.count - 1].append(character)
    }
    return lines
  }

  private static let toTraditional: [UInt16: UInt16] = Dictionary(
    SimplifiedCharacters.pairs.filter { $0.character >= 0x4E00 }.map { ($0.simplified, $0.character) },
    uniquingKeysWith: { first, _ in first })

  /// As a mirror converts it: with the sounds of some characters behind them, and two characters left as they were.
  static func traditional(_ text: String) -> String {
    var converted = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard let unit = UInt16(exactly: scalar.value), !"范于".unicodeScalars.contains(scalar),
        let other = toTraditional[unit].flatMap({ Unicode.Scalar($0) })
      else {
        converted.unicodeScalars.append(scalar)
        continue
      }
      converted.unicodeScalars.append(other)
      if index % 5 == 0 { converted += "(shù)" }
    }
    return converted
  }

  private static let toRadicals: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
    SimplifiedCharacters.pairs.filter { (0x2E80..<0x2FE0).contains($0.character) }.compactMap { pair in
      guard let from = Unicode.Scalar(pair.simplified), let to = Unicode.Scalar(pair.character) else { return nil }
      return (from, to)
    }, uniquingKeysWith: { first, _ in first })

  static func radicals(_ text: String) -> String {
    var converted = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { converted.append(toRadicals[scalar] ?? scalar) }
    return String(converted)
  }
}
