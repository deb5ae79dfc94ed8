package import Diagnostics

extension SourceFile {
  /// Offset of the byte at a line and column, which count from 1, columns in Unicode scalars.
  package func offset(line: Int, column: Int) -> Int {
    var offset = self.offset(ofLine: line)
    let end = endOfLine(line)
    var left = column - 1
    while left > 0, offset < end {
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The source with corrections, every other byte as it was.
  ///
  /// Corrections that are the same count once. Where two want different texts in one place, neither is made.
  ///
  /// - Returns: also how many places were changed.
  package func applying(_ fixes: [Fix]) -> (source: SourceFile, applied: Int, conflicting: [Fix]) {
    var taken: [(span: Span, text: String, fix: Int)] = []
    var refused: Set<Int> = []
    for (number, fix) in fixes.enumerated() {
      for replacement in fix.replacements {
        let range = replacement.range
        let span = Span(
          offset(line: range.line, column: range.column), offset(line: range.endLine, column: range.endColumn))
        for other in taken where other.span.overlaps(span) && (other.span != span || other.text != replacement.text) {
          refused.formUnion([other.fix, number])
        }
        taken.append((span, replacement.text, number))
      }
    }
    let accepted = taken.filter { !refused.contains($0.fix) }.sorted {
      ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var copied = 0
    var last: Span?
    var applied = 0
    for (span, text, _) in accepted where span != last {
      applied += 1
      result += bytes[copied..<Int(span.start)]
      result += Array(text.utf8)
      copied = Int(span.end)
      last = span
    }
    result += bytes[copied...]
    return (SourceFile(path: path, bytes: result), applied, refused.sorted().map { fixes[$0] })
  }
}

extension Span {
  /// Whether two ranges have a byte in common, or stand at the same place.
  fileprivate func overlaps(_ other: Span) -> Bool {
    self == other || (start < other.end && other.start < end)
  }
}
