internal import Bytes

/// Replaces long runs of plain text by a single placeholder character before cmark-gfm sees the text.
///
/// The library processes every byte several times, and most of a report's prose has no meaning to it. The characters at
/// both ends of a run are kept, because their kind determines the effect of an adjacent asterisk.
struct TextFolds: Sendable {
  private let source: SourceFile
  private let isUsed: Bool
  private var runs: [Range<Int>] = []
  /// Edits that are still to be made, in the order of the source.
  private var edits: ArraySlice<LiteralMarks.Edit>

  /// In bytes. Folding shorter runs is not worthwhile.
  private static let leastLength = 24
  /// Runs are numbered by the private use characters U+F0000 to U+FFFFF, which take four bytes and start with F3.
  private static let firstByte: UInt8 = 0xF3
  private static let mostRuns = 1 << 16
  private static let length = 4

  /// - Parameters:
  ///   - isWanted: `false` to pass the whole text to the library, apart from the edits.
  ///   - marks: Edits that are made whether or not text is folded.
  init(_ source: SourceFile, from start: Int, isWanted: Bool, marks: [LiteralMarks.Edit] = []) {
    self.source = source
    let canStandIn = source.bytes.withUnsafeBufferPointer { $0.firstIndex(of: Self.firstByte, from: start) == nil }
    isUsed = isWanted && canStandIn && source.bytes.withUnsafeBufferPointer { Self.canFold($0, from: start) }
    edits = (canStandIn ? marks : [])[...]
  }

  /// Labels of links and footnotes are compared with each other, so nothing is folded if there is any definition.
  private static func canFold(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    while let bracket = bytes.firstIndex(of: UInt8(ascii: "]"), from: index) {
      index = bracket + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: ":") { return false }
    }
    return true
  }

  // MARK: Folding

  /// Appends part of the source in the form that the library is to read. Calls must be in the order of the source.
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

  /// The text between the first and the last non-ASCII character, if it is long.
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

  /// Appends a text from the library with the folded runs restored.
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
