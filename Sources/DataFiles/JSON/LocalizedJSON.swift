internal import Bytes
package import Diagnostics

extension JSONWriter {
  /// Writes a text in both languages, in the format of the project's own catalogues.
  package mutating func field(_ name: StaticString, _ text: LocalizedText) {
    key(name)
    object { json in
      json.field("zh", text.chinese)
      json.field("en", text.english)
    }
  }
}
