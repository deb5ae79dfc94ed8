/// Tokenizes a small subset of XML: elements, attributes, text, comments, the five entities and numeric references.
struct XMLScanner {
  enum Item {
    case start(name: String, attributes: [(name: String, value: String)], isEmpty: Bool)
    case end(name: String)
    /// With its references resolved.
    case text(String)
  }

  private let bytes: [UInt8]
  private var index: Int

  /// - Returns: `nil` if the bytes are not UTF-8 or contain control characters.
  init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil,
      !bytes.contains(where: { ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D) || $0 == 0x7F })
    else { return nil }
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Skips `<?xml …?>`, which must not declare an encoding other than UTF-8.
  mutating func skipDeclaration() throws(PictureSVG.Fault) {
    guard skip("<?xml ") else { return }
    index -= 1
    let attributes = try readAttributes()
    guard skip("?>"), attributes.allSatisfy({ ["version", "encoding", "standalone"].contains($0.name) }),
      attributes.allSatisfy({ $0.name != "encoding" || $0.value.lowercased() == "utf-8" })
    else { throw .declaration }
  }

  /// The next token; `nil` at the end.
  mutating func next() throws(PictureSVG.Fault) -> Item? {
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "<") { return .text(try readText(to: UInt8(ascii: "<"))) }
      if skip("<!--") {
        try skipComment()
      } else if skip("<!") || skip("<?") {
        throw .declaration
      } else if skip("</") {
        let name = try readName()
        skipSpace()
        guard skip(">") else { throw .notWellFormed }
        return .end(name: name)
      } else {
        index += 1
        let name = try readName()
        let attributes = try readAttributes()
        if skip("/>") { return .start(name: name, attributes: attributes, isEmpty: true) }
        guard skip(">") else { throw .notWellFormed }
        return .start(name: name, attributes: attributes, isEmpty: false)
      }
    }
    return nil
  }

  private mutating func skipComment() throws(PictureSVG.Fault) {
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
        guard skip("-->") else { throw .notWellFormed }
        return
      }
      index += 1
    }
    throw .notWellFormed
  }

  private mutating func readAttributes() throws(PictureSVG.Fault) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    while true {
      let start = index
      skipSpace()
      guard index < bytes.count, Self.isNameByte(bytes[index]) else { return attributes }
      guard index > start else { throw .notWellFormed }
      let name = try readName()
      skipSpace()
      guard skip("=") else { throw .notWellFormed }
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
        throw .notWellFormed
      }
      let quote = bytes[index]
      index += 1
      let value = try readText(to: quote)
      guard index < bytes.count, !attributes.contains(where: { $0.name == name }), attributes.count < 100 else {
        throw .notWellFormed
      }
      index += 1
      attributes.append((name, value))
    }
  }

  /// Reads up to a byte, which is not consumed, or to the end.
  private mutating func readText(to stop: UInt8) throws(PictureSVG.Fault) -> String {
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != stop {
      switch bytes[index] {
      case UInt8(ascii: "<"): throw .notWellFormed
      case UInt8(ascii: "&"): text += try readReference().utf8
      default:
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readReference() throws(PictureSVG.Fault) -> String {
    guard let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { throw .notWellFormed }
    let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    index = end + 1
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.dropFirst()
    guard name.hasPrefix("#"), digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let number = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10), number >= 0x20 || number == 9 || number == 10,
      let scalar = Unicode.Scalar(number)
    else { throw .declaration }
    return String(Character(scalar))
  }

  private mutating func readName() throws(PictureSVG.Fault) -> String {
    let start = index
    while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
    guard index > start else { throw .notWellFormed }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Non-ASCII letters are accepted here, since no name with them is on a list.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80 || "-_.:".utf8.contains(byte)
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[index...].starts(with: word) else { return false }
    index += word.count
    return true
  }
}
