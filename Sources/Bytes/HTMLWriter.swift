/// Writes HTML straight into a buffer. Text and attributes are escaped; what is HTML already goes through `raw`.
///
/// An element takes a closure for its content, so that each is closed:
///
///     html.block("ul", .class("links")) { html in
///       for entry in entries {
///         html.line("li") { $0.element("a", .href(entry.address), text: entry.name) }
///       }
///     }
///
/// SVG and XML are written the same way; `empty` is an element without content as they have it.
package struct HTMLWriter: ~Copyable {
  package private(set) var buffer: ByteBuffer

  package init(capacity: Int = 4096) {
    buffer = ByteBuffer(capacity: capacity)
  }

  package mutating func removeAll() { buffer.removeAll() }

  package var count: Int { buffer.count }
  package var bytes: UnsafeBufferPointer<UInt8> { buffer.bytes }
  package func array() -> [UInt8] { buffer.array() }

  // MARK: Elements

  /// `<p>…</p>`
  @inline(__always)
  package mutating func element(_ name: StaticString, _ body: (inout HTMLWriter) -> Void) {
    startTag(name)
    body(&self)
    endTag(name)
  }

  @inline(__always)
  package mutating func element(
    _ name: StaticString, _ attributes: HTMLAttribute..., body: (inout HTMLWriter) -> Void
  ) {
    startTag(name, attributes)
    body(&self)
    endTag(name)
  }

  package mutating func element(_ name: StaticString, _ attributes: HTMLAttribute..., text: String) {
    startTag(name, attributes)
    self.text(text)
    endTag(name)
  }

  /// An element with a line of its own.
  @inline(__always)
  package mutating func line(_ name: StaticString, _ body: (inout HTMLWriter) -> Void) {
    element(name, body)
    newline()
  }

  @inline(__always)
  package mutating func line(
    _ name: StaticString, _ attributes: HTMLAttribute..., body: (inout HTMLWriter) -> Void
  ) {
    startTag(name, attributes)
    body(&self)
    endTag(name)
    newline()
  }

  package mutating func line(_ name: StaticString, _ attributes: HTMLAttribute..., text: String) {
    startTag(name, attributes)
    self.text(text)
    endTag(name)
    newline()
  }

  /// An element whose content begins on a line of its own.
  @inline(__always)
  package mutating func block(
    _ name: StaticString, _ attributes: HTMLAttribute..., body: (inout HTMLWriter) -> Void
  ) {
    startTag(name, attributes)
    newline()
    body(&self)
    endTag(name)
    newline()
  }

  /// An element of HTML that never has content: `<br>`.
  package mutating func void(_ name: StaticString, _ attributes: HTMLAttribute...) {
    startTag(name, attributes)
  }

  /// An element of SVG or XML without content: `<path d="M0 0"/>`.
  package mutating func empty(_ name: StaticString, _ attributes: HTMLAttribute...) {
    openStartTag(name, attributes)
    closeEmptyTag()
  }

  // MARK: Tags

  /// Writes only the start tag, for content that does not fit into a closure. The caller writes `endTag` after it.
  @inline(__always)
  package mutating func startTag(_ name: StaticString) {
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    buffer.append(UInt8(ascii: ">"))
  }

  package mutating func startTag(_ name: StaticString, _ attributes: HTMLAttribute...) {
    startTag(name, attributes)
  }

  private mutating func startTag(_ name: StaticString, _ attributes: [HTMLAttribute]) {
    openStartTag(name, attributes)
    closeStartTag()
  }

  /// A start tag that more attributes may follow, and then `closeStartTag` or `closeEmptyTag`.
  package mutating func openStartTag(_ name: StaticString, _ attributes: HTMLAttribute...) {
    openStartTag(name, attributes)
  }

  private mutating func openStartTag(_ name: StaticString, _ attributes: [HTMLAttribute]) {
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    for attribute in attributes { self.attribute(attribute) }
  }

  package mutating func closeStartTag() {
    buffer.append(UInt8(ascii: ">"))
  }

  package mutating func closeEmptyTag() {
    buffer.append("/>")
  }

  @inline(__always)
  package mutating func endTag(_ name: StaticString) {
    buffer.append("</")
    buffer.append(name)
    buffer.append(UInt8(ascii: ">"))
  }

  package mutating func attribute(_ attribute: HTMLAttribute) {
    switch attribute.value {
    case .absent: return
    case .present: beginAttribute(attribute.name, "")
    case .literal(let text):
      beginAttribute(attribute.name, "=\"")
      self.text(text)
      buffer.append(UInt8(ascii: "\""))
    case .text(let text):
      beginAttribute(attribute.name, "=\"")
      buffer.appendEscaped(text)
      buffer.append(UInt8(ascii: "\""))
    case .number(let number):
      beginAttribute(attribute.name, "=\"")
      buffer.append(number)
      buffer.append(UInt8(ascii: "\""))
    }
  }

  /// An attribute whose value the caller writes, escaped.
  package mutating func rawAttribute(_ name: StaticString, _ write: (inout ByteBuffer) -> Void) {
    beginAttribute(name, "=\"")
    write(&buffer)
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func beginAttribute(_ name: StaticString, _ equals: StaticString) {
    buffer.append(UInt8(ascii: " "))
    buffer.append(name)
    buffer.append(equals)
  }

  // MARK: Text

  package mutating func text(_ text: StaticString) {
    buffer.appendEscaped(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @_disfavoredOverload
  package mutating func text(_ text: String) {
    buffer.appendEscaped(text)
  }

  package mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    buffer.appendEscaped(text)
  }

  package mutating func text(_ text: ArraySlice<UInt8>) {
    buffer.appendEscaped(text)
  }

  package mutating func text(_ number: Int) {
    buffer.append(number)
  }

  package mutating func newline() {
    buffer.append(UInt8(ascii: "\n"))
  }

  // MARK: Raw

  /// HTML as it is.
  @inline(__always)
  package mutating func raw(_ html: StaticString) {
    buffer.append(html)
  }

  /// HTML that was written before.
  package mutating func raw(_ html: [UInt8]) {
    buffer.append(html)
  }

  package mutating func raw(_ html: ArraySlice<UInt8>) {
    buffer.append(html)
  }

  @inline(__always)
  package mutating func raw(_ html: UnsafeBufferPointer<UInt8>) {
    buffer.append(html)
  }

  /// HTML that the caller writes, escaped.
  @inline(__always)
  package mutating func raw(_ write: (inout ByteBuffer) -> Void) {
    write(&buffer)
  }
}
