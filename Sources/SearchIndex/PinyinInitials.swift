/// The initial letters of the readings of Chinese characters. The search finds agencies by them: `yxqczj` finds 云溪区财政局.
package enum PinyinInitials {
  private static let path = "Sources/SearchIndex/Pinyin/initials.txt"

  /// One line per initial letter: the letter, then those characters of the texts that have a reading with this initial,
  /// as in `c财`. A character with several readings may occur in several lines.
  static func lines(for texts: some Sequence<String>) -> [String] {
    let characters = Set(texts.lazy.flatMap(\.unicodeScalars))
    guard let file = embeddedFiles.first(where: { $0.path == path }) else { return [] }
    return "\(file.text)".split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      var wanted = String.UnicodeScalarView(line.unicodeScalars.prefix(1))
      wanted.append(contentsOf: line.unicodeScalars.dropFirst(2).lazy.filter { characters.contains($0) })
      return wanted.count > 1 ? String(wanted) : nil
    }
  }

  /// The first letters of a name, for an id: `yxqczj` for 云溪区财政局. Characters without a reading are left out.
  package static func id(for name: String) -> String {
    let lines = lines(for: [name])
    return String(
      name.unicodeScalars.compactMap { scalar -> Character? in
        if scalar.isASCII {
          return scalar.properties.isAlphabetic ? Character(scalar.properties.lowercaseMapping) : nil
        }
        // The last one is more often that of a name: 区 is ou or qu.
        return lines.last { $0.unicodeScalars.dropFirst().contains(scalar) }?.first
      })
  }
}
