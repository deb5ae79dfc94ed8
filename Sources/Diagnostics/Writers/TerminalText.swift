package import Bytes

/// Text that is safe for a terminal or a log: the program's own words are unchanged, everything else is escaped by
/// `VisibleText`.
///
/// Only text of this type can be written to a terminal, and interpolated strings are treated as untrusted. So no file
/// name or file content can move the cursor, change the direction of the text or give a command to a CI runner.
package struct TerminalText: Sendable, Hashable {
  package private(set) var text: String

  /// - Parameter text: Known to be safe. Only the writers of this module can guarantee that.
  init(safe text: String) {
    self.text = text
  }

  /// JSON followed by a line break. Invisible characters are written as JSON escapes, which mean the same to programs.
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

    /// - Parameter lines: A text of several lines, whose line breaks are kept.
    package mutating func appendInterpolation(lines: String) { VisibleText.append(lines, to: &text, .kept) }

    package mutating func appendInterpolation(_ number: some FixedWidthInteger) { text += "\(number)" }

    package mutating func appendInterpolation(_ text: TerminalText) { self.text += text.text }

    /// - Parameter style: ANSI style code, such as `31;1`; `nil` for none.
    package mutating func appendInterpolation(_ text: String, style: String?) {
      if let style { self.text += "\u{1B}[\(style)m" }
      VisibleText.append(text, to: &self.text)
      if style != nil { self.text += "\u{1B}[0m" }
    }
  }
}
