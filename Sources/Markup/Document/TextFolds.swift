internal import Bytes

/// Long runs of plain text, for each of which cmark-gfm is given a single character that stands for it.
///
/// The library goes over every byte several times, and most of a report's prose means nothing to it. The characters at
/// both ends of a run are left in place, since their kind decides what an asterisk beside them does.
struct TextFolds: Sendable {
  private let source: SourceFile
  private let isUsed: Bool
  private var runs: [Range<Int>] = []
  /// What the library is to read otherwise than it is written, in the order of the source.
  private var edits: ArraySlice<LiteralMarks.Edit>

  /// Shorter runs are not worth it.
  private static let leastLength = 24
  /// Runs are numbered by the characters from U+F0000 to U+FFFFF, which are nobody's: four bytes each, F3 in front.
  private static let firstByte: UInt8 = 0xF3
  private static let mostRuns = 1 << 16
  private static let length = 4

  /// - Parameters:
  ///   - isWanted: `false` for a text that is all given to the library.
  ///   - marks: what is read otherwise than it is written; both for a text that is folded and for one that is not.
  init(_ source: SourceFile, from start: Int, isWanted: Bool, marks: [LiteralMarks.Edit] = []) {
    self.source = source
    let canStandIn = source.bytes.withUnsafeBufferPointer { $0.firstIndex(of: Self.firstByte, from: start) == nil }
    isUsed = isWanted && canStandIn && source.bytes.withUnsafeBufferPointer { Self.canFold($0, from: start) }
    edits = (canStandIn ? marks : [])[...]
  }

  /// Labels of links and footnotes are compared with each other: where any is defined, nothing is folded.
  private static func canFold(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    while let bracket = bytes.firstIndex(of: UInt8(ascii: "]"), from: index) {
      index = bracket + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: ":") { return false }
    }
    return true
  }

  // MARK: Folding

  /// Appends a part of the source as the library is to read it. Parts follow each other.
  mutating func append(_ range: Range<Int>, to text: inout ByteBuffer) {
    var start = range.lowerBound
    while let edit = edits.first, edit.range.upperBound <= range.upperBound {
      edits.removeFirst()
      guard edit.range.lowerBound >= start else { continue }
      appendFolded(start..<edit.range.lowerBound, to: &text)
      start = edit.range.upperBound
      switch edit {
      case .standsIn(let written) where runs.count < Self.mostRuns:
        Self.append(runs.count, to: &text)
        runs.append(written)
      case .standsIn: start = edit.range.lowerBound
      case .leftOut: break
      }
    }
    appendFolded(start..<range.upperBound, to: &text)
  }

  private mutating func appendFolded(_ range: Range<Int>, to text: inout ByteBuffer) {
    source.bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
      var written = range.lowerBound
      var index = isUsed ? written : bytes.count
      while index < bytes.count, let plain = bytes.plainRun(from: index, longerThan: Self.leastLength) {
        if runs.count < Self.mostRuns, let run = Self.run(in: bytes, plain) {
          text.append(UnsafeBufferPointer(rebasing: bytes[written..<run.lowerBound]))
          Self.append(runs.count, to: &text)
          runs.append(run)
          written = run.upperBound
        }
        index = plain.upperBound + 1
      }
      text.append(UnsafeBufferPointer(rebasing: bytes[written...]))
    }
  }

  /// What lies between the first character outside ASCII and the last, when that is long.
  private static func run(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] < 0x80 { start += 1 }
    while end > start, bytes[end - 1] < 0x80 { end -= 1 }
    guard end - start > leastLength else { return nil }
    repeat { start += 1 } while start < end && bytes[start] & 0xC0 == 0x80
    repeat { end -= 1 } while end > start && bytes[end] & 0xC0 == 0x80
    return end - start >= leastLength ? start..<end : nil
  }

  private static func append(_ number: Int, to text: inout ByteBuffer) {
    text.append(firstByte)
    text.append(0xB0 | UInt8(number >> 12))
    text.append(0x80 | UInt8(number >> 6 & 0x3F))
    text.append(0x80 | UInt8(number & 0x3F))
  }

  // MARK: Unfolding

  /// Appends a text of the library's with what was folded in it.
  func unfold(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var written = 0
    guard !runs.isEmpty else { return bytes.append(contentsOf: text) }
    while let place = text.firstIndex(of: Self.firstByte, from: written) {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[written..<place]))
      bytes.append(contentsOf: source.bytes[runs[Self.number(at: place, in: text)]])
      written = place + Self.length
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[written...]))
  }

  private static func number(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    Int(text[place + 1] & 0x0F) << 12 | Int(text[place + 2] & 0x3F) << 6 | Int(text[place + 3] & 0x3F)
  }
}
