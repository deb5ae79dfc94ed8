internal import Bytes

/// Lines that Markdown reads as a link or footnote definition and would not show: `[2021]: 附注`. They are text if no address
/// follows the colon, or if nothing refers to them.
enum UnusedDefinitions {
  /// The opening brackets of such lines.
  static func brackets(
    in bytes: UnsafeBufferPointer<UInt8>, of source: SourceFile, from start: Int
  ) -> [Range<Int>] {
    let definitions = definitions(in: bytes, of: source, from: start)
    if definitions.isEmpty { return [] }
    let uses = uses(in: bytes, from: start)
    return definitions.filter { definition in
      uses[definition.label, default: 0] < 2 || !(definition.isFootnote || definition.hasAddress)
    }.map { $0.bracket..<$0.bracket + 1 }
  }

  private struct Definition {
    let bracket: Int
    let label: String
    let isFootnote: Bool
    let hasAddress: Bool
  }

  private static func definitions(
    in bytes: UnsafeBufferPointer<UInt8>, of source: SourceFile, from start: Int
  ) -> [Definition] {
    var found: [Definition] = []
    var index = start
    while let close = bytes.firstIndex(of: UInt8(ascii: "]"), from: index) {
      index = close + 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { continue }
      let line = source.line(at: close)
      var first = max(source.offset(ofLine: line), start)
      while first < close, bytes[first] == UInt8(ascii: " ") { first += 1 }
      guard bytes[first] == UInt8(ascii: "["), first + 1 < close else { continue }
      let target = bytes[(index + 1)..<max(source.endOfLine(line), index + 1)].drop { $0.isSpaceOrTab }
        .prefix { !$0.isSpaceOrTab }
      found.append(
        Definition(
          bracket: first, label: label(bytes[(first + 1)..<close]), isFootnote: bytes[first + 1] == UInt8(ascii: "^"),
          hasAddress: target.isEmpty || target.allSatisfy { $0 < 0x80 } || target.contains { "./#".utf8.contains($0) }))
    }
    return found
  }

  /// How often each label occurs in brackets, including its definition.
  private static func uses(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [String: Int] {
    var uses: [String: Int] = [:]
    var open: Int?
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): open = index + 1
      case UInt8(ascii: "]"):
        if let first = open, index - first <= 999 { uses[label(bytes[first..<index]), default: 0] += 1 }
        open = nil
      default: break
      }
    }
    return uses
  }

  /// Labels are compared without case and with spaces collapsed.
  private static func label(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
