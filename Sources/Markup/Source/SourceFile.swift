package import Diagnostics

/// Byte offsets into a source file, end exclusive.
package struct Span: Sendable, Hashable {
  package var start: UInt32
  package var end: UInt32

  package init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: max(start, end))
  }

  package static let none = Span(0, 0)

  package var isEmpty: Bool { start == end }
}

/// The bytes of a file, with the conversion of offsets to lines and columns.
///
/// It is a class because it is passed to everything that reads part of it.
package final class SourceFile: Sendable {
  /// Path relative to the portal's `Content` folder, with `/`.
  package let path: String
  package let bytes: [UInt8]
  /// Offset of the first byte of each line. A byte order mark belongs to no line.
  package let lineStarts: [UInt32]
  /// The number of characters before each stretch of a long file, so that columns in a long line need not be counted
  /// from its start every time.
  private let charactersBefore: [UInt32]

  private static let stretch = 16 << 10

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lineStarts = bytes.withUnsafeBufferPointer(Self.lineStarts)
    charactersBefore = bytes.count > Self.stretch ? Self.characterCounts(each: Self.stretch, of: bytes) : []
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func lineStarts(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var starts: [UInt32] = []
    starts.reserveCapacity(bytes.count / 40 + 1)
    starts.append(bytes.starts(with: byteOrderMark) ? 3 : 0)
    bytes.forEachIndex(of: UInt8(ascii: "\n")) { starts.append(UInt32($0 + 1)) }
    var alone: [UInt32] = []
    bytes.forEachIndex(of: UInt8(ascii: "\r")) { index in
      if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") { alone.append(UInt32(index + 1)) }
    }
    // In Markdown, YAML and editors, a carriage return alone ends a line too.
    return alone.isEmpty ? starts : (starts + alone).sorted()
  }

  private static func characterCounts(each stretch: Int, of bytes: [UInt8]) -> [UInt32] {
    stride(from: 0, to: bytes.count - stretch, by: stretch).reduce(into: [0]) { counts, start in
      counts.append((counts.last ?? 0) + UInt32(characters(in: bytes[start..<start + stretch])))
    }
  }

  /// Offset of the first byte of a line, from 1; the end of the file if there is no such line.
  package func offset(ofLine line: Int) -> Int {
    line - 1 < lineStarts.count ? Int(lineStarts[max(line, 1) - 1]) : bytes.count
  }

  /// The number of the line, from 1, that contains a byte.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Offset after the last byte of a line, excluding its line break.
  package func endOfLine(_ line: Int) -> Int {
    guard line < lineStarts.count else { return bytes.count }
    var end = Int(lineStarts[line]) - 1
    if end > 0, bytes[end] == UInt8(ascii: "\n"), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return max(end, offset(ofLine: line))
  }

  package func range(of span: Span) -> SourceRange {
    let (line, column) = position(at: Int(span.start))
    let (endLine, endColumn) = position(at: Int(span.end))
    return SourceRange(file: path, line: line, column: column, endLine: endLine, endColumn: endColumn)
  }

  /// A whole line, from its first character that is not a space.
  package func range(ofLine line: Int) -> SourceRange {
    var start = offset(ofLine: line)
    let end = endOfLine(line)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    return range(of: Span(start, end))
  }

  package func text(of span: Span) -> String {
    String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  private func position(at offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let start = self.offset(ofLine: line)
    let (first, last) = (min(start, bytes.count), min(max(offset, start), bytes.count))
    let characters =
      last - first < Self.stretch
      ? Self.characters(in: bytes[first..<last]) : charactersBegun(before: last) - charactersBegun(before: first)
    return (line, characters + 1)
  }

  /// An offset in a line that is at most one stretch before a character, and the number of characters from there.
  func stretch(of characters: Int, inLine line: Int) -> (offset: Int, left: Int) {
    let start = offset(ofLine: line)
    guard characters >= Self.stretch, !charactersBefore.isEmpty else { return (start, characters) }
    let before = charactersBegun(before: start)
    var (low, high) = (start / Self.stretch, charactersBefore.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(charactersBefore[middle]) - before <= characters { low = middle } else { high = middle }
    }
    var offset = low * Self.stretch
    guard offset > start else { return (start, characters) }
    let left = characters - (Int(charactersBefore[low]) - before)
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return (offset, left)
  }

  private func charactersBegun(before offset: Int) -> Int {
    let stretch = min(offset / Self.stretch, charactersBefore.count - 1)
    return Int(charactersBefore[stretch]) + Self.characters(in: bytes[stretch * Self.stretch..<offset])
  }

  private static func characters(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
  }
}
