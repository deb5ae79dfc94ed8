internal import Bytes
package import Diagnostics

extension SourceFile {
  /// Whether the whole file is UTF-8 text. If not, adds a finding at the first byte that is not.
  package func isText(findings: inout [Finding]) -> Bool {
    guard let fault = bytes.withUnsafeBufferPointer(TextEncoding.firstFault) else { return true }
    findings.append(ForeignFile.finding(of: bytes, at: range(ofCharacterAt: fault), fault: fault))
    return false
  }

  /// A finding at the first control character of a part, with the number of control characters.
  func controlCharacters(in span: Span) -> Finding? {
    let part = bytes[Int(span.start)..<Int(span.end)]
    guard let first = part.withUnsafeBufferPointer({ $0.firstControlCharacter }) else { return nil }
    let place = part.startIndex + first
    return .controlCharacter(
      bytes[place], count: part.count(where: \.isControlCharacter), at: range(ofCharacterAt: place))
  }

  private func range(ofCharacterAt offset: Int) -> SourceRange {
    var range = range(of: Span(offset, offset))
    range.endColumn += 1
    return range
  }
}

extension Finding {
  static func controlCharacter(_ code: UInt8, count: Int, at range: SourceRange) -> Finding {
    let digits = String(code, radix: 16, uppercase: true)
    let name = "U+\(String(repeating: "0", count: 4 - digits.count))\(digits)"
    return Finding(
      SourceFindings.controlCharacter, at: range,
      LocalizedText(
        "含有看不见的控制字符 \(name)\(count > 1 ? "，这类字符共 \(count) 个" : "")",
        en: "there is a control character, \(name)\(count > 1 ? ", the first of \(count)" : "")"),
      help: LocalizedText("请删去，或换成空格或换行", en: "remove it, or put a space or a new line in its place"))
  }
}
