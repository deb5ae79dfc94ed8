/// Reads a file of any kind that can be imported.
package enum FileReader {
  package enum Failure: Error, Sendable, Equatable {
    case tooLarge
    /// Bytes that are no text in any of the encodings that are known.
    case notText
    /// A kind of file that cannot be read here, by what it is called.
    case unreadable(String)
  }

  /// The most that a file may have.
  package static let mostBytes = 32 << 20

  package static func read(_ bytes: [UInt8], named name: String) throws(Failure) -> ImportedDocument {
    if bytes.count > mostBytes { throw .tooLarge }
    if let kind = unreadableKind(bytes) { throw .unreadable(kind) }
    if isHTML(bytes, name) {
      guard let document = HTMLReader.read(bytes) else { throw .notText }
      return document
    }
    guard let text = TextFile.decode(bytes) else { throw .notText }
    return TextReader.read(text)
  }

  private static func unreadableKind(_ bytes: [UInt8]) -> String? {
    let kinds: [([UInt8], String)] = [
      (Array("PK".utf8), "zip"), (Array("%PDF".utf8), "PDF"), ([0xD0, 0xCF, 0x11, 0xE0], "OLE (doc, wps, xls, et)"),
      ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"),
    ]
    return kinds.first { bytes.starts(with: $0.0) }?.1
  }

  private static func isHTML(_ bytes: [UInt8], _ name: String) -> Bool {
    let name = name.lowercased()
    if [".html", ".htm", ".shtml", ".xhtml", ".mht"].contains(where: name.hasSuffix) { return true }
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<table", "<body", "<div", "<meta"].contains { head.contains($0) }
  }
}
