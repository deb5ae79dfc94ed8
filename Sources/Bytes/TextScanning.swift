internal import CByteSearch

extension UnsafeBufferPointer<UInt8> {
  /// The end of the longest prefix from `start` that is certain to be valid UTF-8 without NUL. Both `start` and the
  /// result are character boundaries.
  ///
  /// An error, a rare character or the end of the text follows within 34 bytes of the result.
  package func endOfCommonText(from start: Int) -> Int {
    guard let baseAddress else { return start }
    return Int(cbs_end_of_common_text(baseAddress, Int64(start), Int64(count)))
  }

  /// The next run of more than `least` bytes that have no meaning in Markdown: everything but ASCII characters other
  /// than letters, digits, commas and per cent signs. `nil` if there is none.
  package func plainRun(from start: Int, longerThan least: Int) -> Range<Int>? {
    guard let baseAddress else { return nil }
    var runStart: Int64 = 0
    let end = cbs_plain_run(baseAddress, Int64(start), Int64(count), Int64(least), &runStart)
    return Int(end - runStart) > least ? Int(runStart)..<Int(end) : nil
  }
}
