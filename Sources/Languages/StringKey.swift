/// The name of a string that the program uses: a key with a dot in the files of strings. Keys without a dot are those of
/// layouts.
///
/// A key is looked up once, when it is made; after that it is an index. Keys are therefore constants. A test checks that
/// each is in the files of strings.
package struct StringKey: Sendable, Hashable, ExpressibleByStringLiteral {
  let index: Int

  package init(stringLiteral id: String) {
    guard let index = Self.indexes[id] else {
      preconditionFailure("there is no string \(id) in Themes/default/strings")
    }
    self.index = index
  }

  /// The keys of the built-in files of strings, sorted.
  package static let all: [String] = StringsFile.builtIn(.simplifiedChinese).patterns.keys.filter(isOfProgram).sorted()

  private static let indexes = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })

  package static func isOfProgram(_ key: String) -> Bool { key.utf8.contains(UInt8(ascii: ".")) }
}
