/// Reads number phrases from the bytes of a source; it looks at nothing but the phrase itself.
struct NumberReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int

  /// The code point of the three-byte character at an offset.
  @inline(__always)
  private static func threeByteCharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int)
    -> UInt32
  {
    UInt32(bytes[offset] & 0x0F) << 12 | UInt32(bytes[offset &+ 1] & 0x3F) << 6
      | UInt32(bytes[offset &+ 2] & 0x3F)
  }

  /// The code point at an offset and its length in bytes; 0 at the end.
  @inline(__always)
  func character(at offset: Int) -> (code: UInt32, length: Int) {
    guard offset < end else { return (0, 0) }
    let first = bytes[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    if first & 0xF0 == 0xE0, offset + 2 < end {
      return (Self.threeByteCharacter(bytes, offset), 3)
    }
    return (
      UInt32(first) | 0x8000_0000,
      first & 0xE0 == 0xC0 ? 2 : first & 0xF0 == 0xE0 ? 3 : first >= 0xF0 ? 4 : 1
    )
  }

  /// The value of an ASCII or full-width digit.
  @inline(__always)
  private func digit(_ code: UInt32) -> Int64? {
    if code >= 0x30, code <= 0x39 { return Int64(code - 0x30) }
    if code >= 0xFF10, code <= 0xFF19 { return Int64(code - 0xFF10) }
    return nil
  }

  /// A digit of either width and how many bytes it has.
  func plainDigit(at offset: Int) -> (value: Int, length: Int)? {
    let (code, length) = character(at: offset)
    return digit(code).map { (Int($0), length) }
  }

  /// Reads digits with their unit; `length` counts the bytes of both.
  ///
  /// - Returns: `nil` if there are more digits than a figure can have, as in a telephone number.
  func readDigits(at start: Int) -> (phrase: NumberPhrase, length: Int)? {
    var offset = start
    var (digits, count, scale): (Int64, Int, UInt8) = (0, 0, 0)
    var hasPoint = false
    // Nearly all figures are a few digits in ASCII, with a unit behind them.
    while offset < end, count < NumberPhrase.mostDigits, bytes[offset] &- 0x30 < 10 {
      digits = digits &* 10 &+ Int64(bytes[offset] &- 0x30)
      count &+= 1
      offset &+= 1
    }
    if count > 0, offset < end, !mayGoOn(bytes[offset]) {
      return finish(digits, scale: 0, from: start, at: offset)
    }
    while true {
      let (code, length) = character(at: offset)
      if let value = digit(code) {
        guard count < NumberPhrase.mostDigits else { return nil }
        digits = digits * 10 + value
        count += 1
        if hasPoint { scale += 1 }
        offset += length
      } else if code == 0x2C, !hasPoint, isGroupOfThree(at: offset + length) {
        offset += length
      } else if !hasPoint, code == 0x2E || code == 0xFF0E,
        digit(character(at: offset + length).code) != nil
      {
        hasPoint = true
        offset += length
      } else {
        break
      }
    }
    return finish(digits, scale: scale, from: start, at: offset)
  }

  /// Whether a byte may start a further part of a figure: a digit of either width, a comma or a point.
  @inline(__always)
  private func mayGoOn(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == 0xEF
  }

  /// Whether exactly three digits follow, as after a thousands separator.
  private func isGroupOfThree(at start: Int) -> Bool {
    var offset = start
    for _ in 0..<3 {
      let (code, length) = character(at: offset)
      guard digit(code) != nil else { return false }
      offset += length
    }
    return digit(character(at: offset).code) == nil
  }

  /// Reads a number in Chinese numerals. It counts only if a unit follows, since 一 is the start of many words.
  func readNumerals(at start: Int) -> (phrase: NumberPhrase, length: Int)? {
    var offset = start
    var isPercent = false
    if hasPrefix("百分之", at: offset) {
      isPercent = true
      offset += 9
    }
    guard let (value, length) = numeral(at: offset) else { return nil }
    offset += length
    if isPercent { return (NumberPhrase(digits: value, unit: .percent), offset - start) }
    guard let read = finish(value, scale: 0, from: start, at: offset),
      [.count, .year, .month, .day].contains(read.phrase.unit)
    else { return nil }
    // 三年 is a time, 二〇二三年 a year.
    if read.phrase.unit == .year, value < 1000 { return nil }
    return read
  }

  private func hasPrefix(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= end else { return false }
    return text.withUTF8Buffer { text in text.indices.allSatisfy { text[$0] == bytes[offset + $0] }
    }
  }

  /// 三, 十二, 一百零五, 三千四百, 二〇 (as digits); up to 9999, larger ones by 万.
  func numeral(at start: Int) -> (Int64, Int)? {
    var offset = start
    var (total, section, current): (Int64, Int64, Int64) = (0, 0, -1)
    var isPlain = false
    while true {
      let (code, length) = character(at: offset)
      if let digit = Self.numeralDigit(code) {
        if digit == 0, current < 0, section + total > 0 {
          // 一百零五: the zero is only a placeholder.
        } else if current >= 0 {
          // Two consecutive digits are positional: 二〇二三.
          guard section == 0, total == 0, current < 100_000_000 else { return nil }
          isPlain = true
          current = current * 10 + digit
        } else {
          current = digit
        }
      } else if let power = Self.numeralPower(code), !isPlain {
        section += max(current, current < 0 ? 1 : 0) * power
        current = -1
      } else if code == 0x4E07, !isPlain, section > 0 || current > 0 {
        total = (section + max(current, 0)) * 10_000
        (section, current) = (0, -1)
      } else {
        break
      }
      offset += length
    }
    guard offset > start, total + section < 1_000_000_000 else { return nil }
    return (total + section + max(current, 0), offset - start)
  }

  @inline(__always)
  static func isNumeral(_ code: UInt32) -> Bool {
    numeralDigit(code) != nil || numeralPower(code) != nil
  }

  private static func numeralDigit(_ code: UInt32) -> Int64? {
    switch code {
    case 0x3007, 0x96F6, 0x25CB, 0x25EF: 0  // 〇 零 ○ ◯
    case 0x4E00: 1
    case 0x4E8C, 0x4E24: 2  // 二 两
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    default: nil
    }
  }

  private static func numeralPower(_ code: UInt32) -> Int64? {
    switch code {
    case 0x5341: 10
    case 0x767E: 100
    case 0x5343: 1000
    default: nil
    }
  }

  /// Reads 万, 余 and the unit behind a number.
  private func finish(
    _ digits: Int64, scale: UInt8, from start: Int, at place: Int
  ) -> (phrase: NumberPhrase, length: Int)? {
    var phrase = NumberPhrase(digits: digits, scale: scale, unit: .other)
    var offset = skippingMarkup(place)
    var (next, length) = character(at: offset)
    var read = place
    func take() {
      read = offset + length
      offset = skippingMarkup(read)
      (next, length) = character(at: offset)
    }
    if next == 0x4F59 || next == 0x591A {  // 余 多
      phrase.isRounded = true
      take()
    }
    var isInTenThousands = false
    if next == 0x4E07 {  // 万
      isInTenThousands = scale > 0
      guard phrase.multiply(byPowerOfTen: 4) else { return nil }
      take()
    }
    if next == 0x4F59 || next == 0x591A {
      phrase.isRounded = true
      take()
    }
    switch next {
    case 0x4EF6, 0x5B97, 0x8D77, 0x4EFD, 0x4F8B, 0x4E2A, 0x6761, 0x6B21, 0x7BC7, 0x9879:  // 件宗起份例个条次篇项
      take()
      // 件次, 次数, 个月 and the like count something else. 6个 followed by a noun is left to the caller.
      switch next {
      case 0x6B21, 0x6708, 0x4EBA, 0x5DE5, 0x767E: phrase.unit = .other  // 次 月 人 工 百（分点）
      default: phrase.unit = .count
      }
    case 0x25, 0xFF05:
      phrase.unit = .percent
      take()
    case 0x5E74:
      phrase.unit = .year
      take()
      if next == 0x5EA6 { take() }  // 年度
    case 0x6708:
      phrase.unit = .month
      take()
    case 0x65E5:
      phrase.unit = .day
      take()
    case 0x5143:  // 元
      phrase.unit = .yuan
      take()
    default: break
    }
    // 1.2万条 is a rounded number, 1.25万元 an exact one.
    if isInTenThousands, phrase.unit != .yuan { phrase.isRounded = true }
    return (phrase, read - start)
  }

  /// The offset after emphasis markers: `**3**件`.
  private func skippingMarkup(_ place: Int) -> Int {
    var offset = place
    while offset < end, bytes[offset] == UInt8(ascii: "*") || bytes[offset] == UInt8(ascii: " ") {
      offset += 1
    }
    return offset
  }
}

extension NumberPhrase {
  /// - Returns: `false` when the result has more digits than a number holds.
  fileprivate mutating func multiply(byPowerOfTen power: UInt8) -> Bool {
    for _ in 0..<power {
      if scale > 0 {
        scale -= 1
        continue
      }
      let (product, overflows) = digits.multipliedReportingOverflow(by: 10)
      if overflows { return false }
      digits = product
    }
    return true
  }
}
