internal import CByteSearch

/// Writes JSON straight into a buffer, with keys in the order of the calls.
///
/// The caller balances objects and arrays; the writer inserts commas. The output is compact because machines read it
/// and there are thousands of reports.
package struct JSONWriter: ~Copyable {
  package var buffer: ByteBuffer
  private var needsComma = false

  package init(buffer: consuming ByteBuffer = ByteBuffer()) {
    self.buffer = buffer
  }

  package mutating func removeAll() {
    buffer.removeAll()
    needsComma = false
  }

  @inline(__always)
  private mutating func beginValue() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    beginArray()
    body(&self)
    endArray()
  }

  package mutating func beginObject() {
    beginValue()
    buffer.append(UInt8(ascii: "{"))
    needsComma = false
  }

  package mutating func endObject() {
    buffer.append(UInt8(ascii: "}"))
    needsComma = true
  }

  package mutating func beginArray() {
    beginValue()
    buffer.append(UInt8(ascii: "["))
    needsComma = false
  }

  package mutating func endArray() {
    buffer.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes a key that needs no escaping.
  @inline(__always)
  package mutating func key(_ name: StaticString) {
    beginValue()
    buffer.append(UInt8(ascii: "\""))
    buffer.append(name)
    buffer.append("\":")
    needsComma = false
  }

  package mutating func key(_ name: String) {
    beginValue()
    quote(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func value(_ text: String) {
    beginValue()
    quote(text)
  }

  package mutating func value(_ text: String?) {
    if let text { value(text) } else { null() }
  }

  package mutating func value(_ text: UnsafeBufferPointer<UInt8>) {
    beginValue()
    quote(text)
  }

  package mutating func value(_ number: Int) {
    beginValue()
    buffer.append(number)
  }

  package mutating func value(_ flag: Bool) {
    beginValue()
    buffer.append(flag ? "true" : "false")
  }

  package mutating func null() {
    beginValue()
    buffer.append("null")
  }

  /// Writes a value whose JSON the caller appends to the buffer.
  package mutating func raw(_ write: (inout ByteBuffer) -> Void) {
    beginValue()
    write(&buffer)
  }

  package mutating func field(_ name: StaticString, _ text: String) {
    key(name)
    value(text)
  }

  package mutating func field(_ name: StaticString, _ number: Int) {
    key(name)
    value(number)
  }

  package mutating func field(_ name: StaticString, _ texts: [String]) {
    key(name)
    array { json in
      for text in texts { json.value(text) }
    }
  }

  /// Writes the field only if there is a text.
  package mutating func field(_ name: StaticString, ifPresent text: String?) {
    if let text { field(name, text) }
  }

  private mutating func quote(_ text: String) {
    text.withBytes { quote($0) }
  }

  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    buffer.append(UInt8(ascii: "\""))
    buffer.appendJSONEscaped(text)
    buffer.append(UInt8(ascii: "\""))
  }
}

extension ByteBuffer {
  package mutating func appendJSONEscaped(_ text: String) {
    text.withBytes { appendJSONEscaped($0) }
  }

  /// Appends the contents of a JSON string. `<` is escaped too, because JSON may be embedded in a page, or taken for
  /// HTML where a server sends no content type.
  package mutating func appendJSONEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var clean = 0
    while true {
      let index = Int(cbs_first_json_special(base, Int64(clean), Int64(text.count)))
      if index == text.count { break }
      let byte = base[index]
      append(UnsafeBufferPointer(start: base + clean, count: index - clean))
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\t"): append("\\t")
      case UInt8(ascii: "\r"): append("\\r")
      default:
        append("\\u00")
        append(Self.hexDigits[Int(byte >> 4)])
        append(Self.hexDigits[Int(byte & 15)])
      }
      clean = index + 1
    }
    append(UnsafeBufferPointer(start: base + clean, count: text.count - clean))
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
}
