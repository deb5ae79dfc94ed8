internal import Bytes
package import Languages

extension JSONWriter {
  /// Writes a text in the format of the project's own catalogues: `zh` and `en`, and the tag of each other language of
  /// the portal.
  package mutating func field(_ name: StaticString, _ text: some ReaderText, in strings: SiteStrings) {
    key(name)
    object { json in
      json.field("zh", text[strings.chinese])
      json.field("en", text[strings.english])
      for strings in strings.all.dropFirst(2) {
        json.key(strings.language.tag)
        json.value(text[strings])
      }
    }
  }
}
