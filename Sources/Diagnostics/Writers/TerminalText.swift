package import Bytes

/// What a terminal or a log may be given: the program's own words as they are, everything else as `VisibleText` shows it.
///
/// Only a text of this type can be written, and what is interpolated into one is taken for somebody else's. So nothing that
/// a file is called or holds can move the cursor, turn the direction of writing or give an order to a runner.
package struct TerminalText: Sendable, Hashable {
  package private(set) var text: String

  /// - Parameter text: known to be safe. Writers of this module alone know of any.
  init(safe text: String) {
    self.text = text
  }

  /// JSON, and a line break. Its own escapes write what is not to be seen: to programs it is the same.
  package init(json: consuming JSONWriter) {
    var buffer = ByteBuffer(capacity: json.buffer.count + 1)
    buffer.appendJSONWithVisibleCharacters(json.buffer.bytes)
    buffer.append("\n")
    text = String(buffer)
  }

  package var isEmpty: Bool { text.isEmpty }

  package static func += (left: inout TerminalText, right: TerminalText) { left.text += right.text }
}

extension TerminalText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    text = value
  }

  package init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ text: some StringProtocol) { VisibleText.append(text, to: &self.text) }

    /// - Parameter lines: a text of several lines, which stay lines.
    package mutating func appendInterpolation(lines: String) { VisibleText.append(lines, to: &text, .kept) }

    package mutating func appendInterpolation(_ number: some FixedWidthInteger) { text += "\(number)" }

    package mutating func appendInterpolation(_ text: TerminalText) { self.text += text.text }

    /// - Parameter style: a code of ANSI, such as `31;1`; `nil` for none.
    package mutating func appendInterpolation(_ text: String, style: String?) {
      if let style { self.text += "\u{1B}[\(style)m" }
      VisibleText.append(text, to: &self.text)
      if style != nil { self.text += "\u{1B}[0m" }
    }
  }
}
