package import Markup

/// A date, or a part of one, as prose writes it: `2023年1月1日`, `12月31日`, `2023.1.1`, `2023-01-01`, `二〇二三年一月一日`.
package struct WrittenDate: Sendable, Hashable {
  package var year: Int?
  package var month: Int?
  package var day: Int?
  package var span: Span
  /// Of the year alone, without its unit only where a point or a dash follows.
  package var yearSpan = Span.none

  /// All dates in a range of a text; a year alone is one too.
  package static func dates(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    -> [WrittenDate]
  {
    var reader = DateReader(
      reader: NumberReader(bytes: bytes, end: range.upperBound), offset: range.lowerBound)
    var dates: [WrittenDate] = []
    while reader.offset < range.upperBound {
      if let date = reader.date() { dates.append(date) }
    }
    return dates
  }
}

/// Reads dates from the bytes of a source. It is asked for the few sentences that speak of a period.
private struct DateReader {
  let reader: NumberReader
  var offset: Int

  private static let (year, month, day, dayAsNumber): (UInt32, UInt32, UInt32, UInt32) = (
    0x5E74, 0x6708, 0x65E5, 0x53F7
  )
  /// `.`, `-`, `/` and their forms in full width.
  private static let separators: Set<UInt32> = [0x2E, 0x2D, 0x2F, 0xFF0E, 0xFF0D, 0xFF0F]

  /// Reads a date at the offset, or goes on by what is not one.
  mutating func date() -> WrittenDate? {
    let start = offset
    guard let first = number() else {
      offset += max(reader.character(at: offset).length, 1)
      return nil
    }
    let end = offset
    let mark = take()
    var date = WrittenDate(span: .none)
    if mark == Self.year {
      guard (1000..<10_000).contains(first) else { return nil }
      date.year = first
      date.yearSpan = Span(start, offset)
      readMonth(Self.month, into: &date)
    } else if mark == Self.month {
      date.month = first
      readDay(needsSign: true, into: &date)
    } else if Self.separators.contains(mark), (1900..<2100).contains(first) {
      date.year = first
      date.yearSpan = Span(start, end)
      readMonth(mark, into: &date)
      guard date.month != nil else { return nil }
    } else {
      offset = end
      return nil
    }
    date.span = Span(start, offset)
    return date
  }

  private mutating func readMonth(_ mark: UInt32, into date: inout WrittenDate) {
    let start = offset
    guard let month = number(), take() == mark else {
      offset = start
      return
    }
    date.month = month
    readDay(needsSign: mark == Self.month, into: &date)
  }

  /// - Parameter needsSign: whether 日 or 号 has to follow: `2023.12.31` has none.
  private mutating func readDay(needsSign: Bool, into date: inout WrittenDate) {
    let start = offset
    guard let day = number() else {
      offset = start
      return
    }
    let end = offset
    let mark = take()
    let isDay = mark == Self.day || mark == Self.dayAsNumber
    if !isDay {
      offset = needsSign ? start : end
      if needsSign { return }
    }
    date.day = day
  }

  /// The character at the offset, which is read.
  private mutating func take() -> UInt32 {
    skipBlanks()
    let (code, length) = reader.character(at: offset)
    offset += length
    return code
  }

  private mutating func skipBlanks() {
    while offset < reader.end,
      reader.bytes[offset] == UInt8(ascii: " ") || reader.bytes[offset] == UInt8(ascii: "*")
    {
      offset += 1
    }
  }

  /// A number of at most four digits, or of numerals.
  private mutating func number() -> Int? {
    skipBlanks()
    var (value, count): (Int, Int) = (0, 0)
    while let (digit, length) = reader.plainDigit(at: offset), count < 5 {
      value = value * 10 + digit
      count += 1
      offset += length
    }
    if count > 0 { return count < 5 ? value : nil }
    guard let (numeral, length) = reader.numeral(at: offset) else { return nil }
    offset += length
    return Int(numeral)
  }
}
