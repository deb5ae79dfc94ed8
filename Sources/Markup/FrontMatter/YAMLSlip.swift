internal import Diagnostics

/// Common mistakes of people who do not know YAML. The library would only say that it expected something else.
enum YAMLSlip {
  static func first(in source: SourceFile, _ span: Span) -> Finding? {
    for line in source.line(at: Int(span.start))..<(source.lineStarts.count + 1)
    where source.offset(ofLine: line) < span.end {
      if let slip = slip(inLine: line, of: source) { return slip }
    }
    return nil
  }

  private static func slip(inLine line: Int, of source: SourceFile) -> Finding? {
    let (start, end) = (source.offset(ofLine: line), source.endOfLine(line))
    let text = source.text(of: Span(start, end))
    let indented = text.prefix { $0 == " " || $0 == "-" }.utf8.count
    let key = text.utf8.dropFirst(indented).prefix { $0.isASCIILetter || $0 == UInt8(ascii: "_") }
    guard !key.isEmpty, let name = String(key) else { return nil }
    let behind = start + indented + key.count
    let rest = source.text(of: Span(behind, end))
    func range(_ length: Int) -> SourceRange { source.range(of: Span(behind, behind + length)) }
    if rest.hasPrefix("：") {
      let blanks = rest.dropFirst().prefix { $0 == " " || $0 == "\u{3000}" }.utf8.count
      return finding(
        range("：".utf8.count),
        LocalizedText("“\(name)”后面是全角冒号“：”", en: "behind “\(name)” stands a colon of full width"),
        LocalizedText("请改为半角冒号，后面空一格：\(name): ", en: "write a plain colon and a space: \(name): "),
        Fix(replacing: range("：".utf8.count + blanks), with: ": "))
    }
    guard rest.hasPrefix(":") else { return nil }
    let value = rest.dropFirst()
    if let first = value.first, first != " ", first != "\r" {
      return finding(
        range(1), LocalizedText("“\(name):”的冒号后面没有空格", en: "there is no space behind the colon of “\(name):”"),
        LocalizedText("请在冒号后面空一格：\(name): ", en: "write a space behind it: \(name): "),
        Fix(replacing: range(1), with: ": "))
    }
    let written = value.drop { $0 == " " }
    guard written.contains(": "), let first = written.first, !"\"'[{&*!|>%@`".contains(first), !written.contains("\"")
    else {
      return nil
    }
    let place = source.range(of: Span(end - written.utf8.count, end))
    return finding(
      place, LocalizedText("“\(name)”的值里有冒号加空格", en: "the value of “\(name)” holds a colon and a space"),
      LocalizedText("请给整个值加上双引号", en: "put the value into quotation marks"),
      Fix(replacing: place, with: "\"\(written)\""))
  }

  private static func finding(
    _ range: SourceRange, _ message: LocalizedText, _ help: LocalizedText, _ fix: Fix
  ) -> Finding {
    Finding(FrontMatterFindings.invalid, at: range, message, help: help, fix: fix)
  }
}
