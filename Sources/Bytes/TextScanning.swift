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

  /// The next run of more than some bytes of which none means anything in Markdown, as only ASCII can that is no letter,
  /// digit, comma or per cent sign; `nil` when there is no more.
  package func plainRun(from start: Int, longerThan least: Int) -> Range<Int>? {
    guard let baseAddress else { return nil }
    var runStart: Int64 = 0
    let end = cbs_plain_run(baseAddress, Int64(start), Int64(count), Int64(least), &runStart)
    return Int(end - runStart) > least ? Int(runStart)..<Int(end) : nil
  }
}
