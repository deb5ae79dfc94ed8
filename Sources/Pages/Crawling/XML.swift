internal import Bytes

let xmlDeclaration: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

extension ByteBuffer {
  /// Writes an XML element that contains text, on a line of its own.
  mutating func element(_ name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    appendEscaped(text)
    append("</")
    append(name)
    append(">\n")
  }
}
