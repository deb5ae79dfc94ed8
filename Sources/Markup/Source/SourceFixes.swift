package import Diagnostics

extension SourceFile {
  /// Byte offset of a line and column, which start at 1; columns count Unicode scalars.
  package func offset(line: Int, column: Int) -> Int {
    let end = endOfLine(line)
    var (offset, left) = stretch(of: column - 1, inLine: line)
    while left > 0, offset < end {
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The source with corrections applied; all other bytes are unchanged.
  ///
  /// Identical corrections count once. If two overlap with different texts, neither is applied.
  ///
  /// - Returns: The new source, the number of ranges changed, and the fixes that were not applied.
  package func applying(_ fixes: [Fix]) -> (source: SourceFile, applied: Int, conflicting: [Fix]) {
    var taken: [(span: Span, text: String, fix: Int)] = []
    var refused: Set<Int> = []
    for (number, fix) in fixes.enumerated() {
      for replacement in fix.replacements {
        let range = replacement.range
        let span = Span(
          offset(line: range.line, column: range.column), offset(line: range.endLine, column: range.endColumn))
        taken.append((span, replacement.text, number))
      }
    }
    let places = taken.indices.sorted {
      (taken[$0].span.start, taken[$0].span.end, $0) < (taken[$1].span.start, taken[$1].span.end, $1)
    }
    refused = Self.contradicting(places.map { taken[$0] })
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

extension SourceFile {
  /// Indexes of the fixes that contradict another one.
  ///
  /// - Parameter replacements: In the order of their ranges.
  private static func contradicting(_ replacements: [(span: Span, text: String, fix: Int)]) -> Set<Int> {
    var refused: Set<Int> = []
    // Replacements that extend beyond the start of the current one. Identical ones are merged.
    var open: [(span: Span, text: String, fixes: Set<Int>)] = []
    for (span, text, fix) in replacements {
      open.removeAll { $0.span.end <= span.start && $0.span != span }
      for other in open where other.span.overlaps(span) && (other.span != span || other.text != text) {
        // All fixes that were rejected before are already included.
        refused.formUnion(other.fixes)
        refused.insert(fix)
      }
      if let same = open.firstIndex(where: { $0.span == span && $0.text == text }) {
        open[same].fixes.insert(fix)
      } else {
        open.append((span, text, [fix]))
      }
    }
    return refused
  }
}

extension Span {
  /// Whether two ranges share a byte or are equal.
  fileprivate func overlaps(_ other: Span) -> Bool {
    self == other || (start < other.end && other.start < end)
  }
}
