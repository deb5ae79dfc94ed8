internal import CByteSearch

extension UnsafeBufferPointer<UInt8> {
  /// How far this surely is text in UTF-8 without NUL, from an index where a character begins: to the beginning of a
  /// character.
  ///
  /// The rest begins with a fault, a rare character or the last bytes, at most 34 bytes on.
  package func endOfCommonText(from start: Int) -> Int {
    guard let baseAddress else { return start }
    return Int(cbs_end_of_common_text(baseAddress, Int64(start), Int64(count)))
  }

  /// The index of the next byte that may mean something in Markdown: of ASCII, and no letter, digit, comma or per cent
  /// sign.
  package func firstMarkdown(from start: Int) -> Int {
    guard let baseAddress else { return start }
    return Int(cbs_first_markdown(baseAddress, Int64(start), Int64(count)))
  }
}
