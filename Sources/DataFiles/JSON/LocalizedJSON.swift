internal import Bytes
package import Diagnostics

extension JSONWriter {
  /// A text in both languages, as the catalogues of the project's own have it.
  package mutating func field(_ name: StaticString, _ text: LocalizedText) {
    key(name)
    object { json in
      json.field("zh", text.chinese)
      json.field("en", text.english)
    }
  }
}
