extension ByteBuffer {
  /// Appends text with `& < > " '` escaped, for element content and for attribute values in quotes.
  package mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var clean = 0
    for index in 0..<text.count {
      let entity: StaticString
      switch base[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case UInt8(ascii: "'"): entity = "&#39;"
      default: continue
      }
      append(UnsafeBufferPointer(start: base + clean, count: index - clean))
      append(entity)
      clean = index + 1
    }
    append(UnsafeBufferPointer(start: base + clean, count: text.count - clean))
  }

  package mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { appendEscaped($0) }
  }

  package mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { appendEscaped($0) }
  }
}
