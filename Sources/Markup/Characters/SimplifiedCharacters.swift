/// Maps traditional Chinese characters, and the radicals that PDF files contain in place of characters, to simplified
/// characters. Used wherever texts are compared: labels, headings, prose and search queries.
///
/// All of these characters take three bytes, so simplifying a text does not move anything in it.
package enum SimplifiedCharacters {
  /// The simplified form of each character from `first` to `last`, as UTF-16 code units. Most map to themselves.
  package static let forms: [UInt16] = {
    var forms = Array(first...last)
    for (character, simplified) in pairs { forms[Int(character - first)] = simplified }
    return forms
  }()

  package static let first: UInt16 = 0x2E80
  package static let last: UInt16 = 0x9FFF
  private static let path = "Sources/Markup/Characters/Data/simplified.txt"

  /// The characters that map to another one, as UTF-16 code units.
  package static let pairs: [(character: UInt16, simplified: UInt16)] = {
    let text = embeddedFiles.first { $0.path == path }.map { "\($0.text)" } ?? ""
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let units = lines.flatMap { Array($0.utf16) }
    return stride(from: 0, to: units.count - 1, by: 2).map { (units[$0], units[$0 + 1]) }
  }()

  /// The simplified form of a UTF-16 code unit.
  @inline(__always)
  package static func simplified(_ unit: UInt16) -> UInt16 {
    guard unit >= first, unit <= last else { return unit }
    return forms.withUnsafeBufferPointer { $0[Int(unit - first)] }
  }

  package static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let unit = UInt16(exactly: scalar.value) else { return scalar }
    return Unicode.Scalar(simplified(unit)) ?? scalar
  }

  /// Calls `body` with the simplified text. A text without traditional characters, as nearly all are, is not copied.
  package static func withSimplified<Result>(
    _ text: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let first = firstTraditional(in: text) else { return text.withUnsafeBufferPointer(body) }
    var copy = text
    copy.withUnsafeMutableBufferPointer { bytes in
      var index = first
      while index < bytes.count {
        guard let unit = unit(in: UnsafeBufferPointer(bytes), at: index) else {
          index += 1
          continue
        }
        let form = simplified(unit)
        bytes[index] = 0xE0 | UInt8(form >> 12)
        bytes[index + 1] = 0x80 | UInt8(form >> 6 & 0x3F)
        bytes[index + 2] = 0x80 | UInt8(form & 0x3F)
        index += 3
      }
    }
    return copy.withUnsafeBufferPointer(body)
  }

  private static func firstTraditional(in text: [UInt8]) -> Int? {
    text.withUnsafeBufferPointer { bytes in
      forms.withUnsafeBufferPointer { forms in
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          guard byte >= 0xE2, byte <= 0xE9, index + 2 < bytes.count else {
            index += 1
            if byte < 0x80 { index = endOfASCII(in: bytes, from: index) }
            continue
          }
          let unit = UInt16(byte & 0x0F) << 12 | UInt16(bytes[index + 1] & 0x3F) << 6 | UInt16(bytes[index + 2] & 0x3F)
          if unit >= first, forms[Int(unit - first)] != unit { return index }
          index += 3
        }
        return nil
      }
    }
  }

  /// Skips ASCII characters, eight at a time.
  @inline(__always)
  private static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= raw.count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    return index
  }

  /// The character at an index, if it is in the range of the table.
  private static func unit(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
    guard (0xE2...0xE9).contains(bytes[index]), index + 2 < bytes.count else { return nil }
    let unit =
      UInt16(bytes[index] & 0x0F) << 12 | UInt16(bytes[index + 1] & 0x3F) << 6 | UInt16(bytes[index + 2] & 0x3F)
    return unit >= first ? unit : nil
  }
}
