package import Diagnostics

/// The YAML between two lines of `---` at the start of a source.
package struct FrontMatter: Sendable {
  package var value: YAMLValue
  /// Offset of the first byte after the closing line.
  package var bodyStart: Int

  /// Reads the front matter of a source.
  ///
  /// - Returns: An empty mapping if the source has none; `nil`, with a finding, if it cannot be read.
  package static func read(_ source: SourceFile, limits: Limits, findings: inout [Finding]) -> FrontMatter? {
    let start = source.offset(ofLine: 1)
    guard isFence(source, line: 1) else {
      if let finding = FrontMatterFence(source).finding {
        findings.append(finding)
        return nil
      }
      return FrontMatter(value: YAMLValue(.mapping([]), at: Span(start, start)), bodyStart: start)
    }
    guard let closing = (2..<max(2, source.lineStarts.count + 1)).first(where: { isFence(source, line: $0) }) else {
      findings.append(.unclosedFrontMatter(at: source.range(ofLine: 1)))
      return nil
    }
    let span = Span(source.offset(ofLine: 2), source.offset(ofLine: closing))
    guard Int(span.end - span.start) <= limits.frontMatterBytes else {
      findings.append(
        Finding(
          SourceFindings.limit, at: source.range(ofLine: 1),
          LocalizedText(
            "文首信息超过 \(limits.frontMatterBytes) 字节",
            en: "the front matter is larger than \(limits.frontMatterBytes) bytes")))
      return nil
    }
    guard let value = YAMLReader.read(source, in: span, findings: &findings) else { return nil }
    guard value.entries != nil || value.isNull else {
      findings.append(.invalidYAML("expected `key: value` lines", at: source.range(of: value.span)))
      return nil
    }
    return FrontMatter(value: value, bodyStart: source.offset(ofLine: closing + 1))
  }

  private static func isFence(_ source: SourceFile, line: Int) -> Bool {
    let start = source.offset(ofLine: line)
    var end = source.endOfLine(line)
    while end > start, source.bytes[end - 1].isSpaceOrTab { end -= 1 }
    return end - start == 3 && source.bytes[start..<end].allSatisfy { $0 == UInt8(ascii: "-") }
  }
}
