internal import Glibc

/// The text of a file in one of the encodings that Chinese offices use.
enum TextFile {
  /// - Parameter declared: the encoding that the file itself names.
  /// - Returns: `nil` for bytes that are no text.
  static func decode(_ bytes: [UInt8], declared: String? = nil) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(validating: bytes.dropFirst(3), as: UTF8.self) }
    if bytes.starts(with: [0xFF, 0xFE]) { return convert(bytes[2...], from: "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return convert(bytes[2...], from: "UTF-16BE") }
    if bytes.contains(0) { return nil }
    // Bytes that are UTF-8 are hardly ever anything else, whatever a page says of itself.
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // GB18030 holds GBK and GB2312, by whose names pages call it.
    let isBig5 = declared?.lowercased().hasPrefix("big5") == true
    for encoding in isBig5 ? ["BIG5-HKSCS", "GB18030"] : ["GB18030", "BIG5-HKSCS"] {
      if let text = convert(bytes[...], from: encoding) { return text }
    }
    return nil
  }

  private static func convert(_ bytes: ArraySlice<UInt8>, from encoding: String) -> String? {
    let converter = iconv_open("UTF-8", encoding)
    guard Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No character of these encodings takes more than four bytes for two.
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    let written: Int? = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, left) = (input.baseAddress, input.count)
        var (to, room) = (output.baseAddress, output.count)
        let result = iconv(converter, &from, &left, &to, &room)
        return result == Int.max || Int(bitPattern: UInt(bitPattern: result)) == -1 ? nil : output.count - room
      }
    }
    return written.flatMap { count in
      String(validating: output[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
