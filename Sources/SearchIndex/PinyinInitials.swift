/// The first letters of the readings of Chinese characters, by which the search finds agencies: `yxqczj` is 云溪区财政局.
enum PinyinInitials {
  private static let path = "Sources/SearchIndex/Pinyin/initials.txt"

  /// For each letter that begins a reading of some of the characters, the letter and these characters: `c财`. A
  /// character with several readings stands behind several letters.
  static func lines(for texts: some Sequence<String>) -> [String] {
    let characters = Set(texts.lazy.flatMap(\.unicodeScalars))
    guard let file = embeddedFiles.first(where: { $0.path == path }) else { return [] }
    return "\(file.text)".split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      var wanted = String.UnicodeScalarView(line.unicodeScalars.prefix(1))
      wanted.append(contentsOf: line.unicodeScalars.dropFirst(2).lazy.filter { characters.contains($0) })
      return wanted.count > 1 ? String(wanted) : nil
    }
  }
}
