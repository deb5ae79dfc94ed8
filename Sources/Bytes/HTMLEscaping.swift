internal import CByteSearch

extension ByteBuffer {
  /// Appends text with `& < > " '` escaped, for element content and for attribute values in quotes.
  package mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var clean = 0
    while true {
      let index = Int(cbs_first_markup(base, Int64(clean), Int64(text.count)))
      if index == text.count { break }
      append(UnsafeBufferPointer(start: base + clean, count: index - clean))
      switch base[index] {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      default: append("&#39;")
      }
      clean = index + 1
    }
    append(UnsafeBufferPointer(start: base + clean, count: text.count - clean))
  }

  package mutating func appendEscaped(_ text: String) {
    text.withBytes { appendEscaped($0) }
  }

  package mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { appendEscaped($0) }
  }
}
