/// Finds the next byte that has to be escaped, sixteen bytes at a time: text is mostly free of them.
enum ByteSearch {
  /// The first of `& < > " '`.
  static func firstMarkup(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
    first(bytes, from: start, to: end) { block in
      (block .== UInt8(ascii: "&")) .| (block .== UInt8(ascii: "<")) .| (block .== UInt8(ascii: ">"))
        .| (block .== UInt8(ascii: "\"")) .| (block .== UInt8(ascii: "'"))
    }
  }

  /// The first of `" \ <` and the control characters.
  static func firstJSONSpecial(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
    first(bytes, from: start, to: end) { block in
      (block .< 0x20) .| (block .== UInt8(ascii: "\"")) .| (block .== UInt8(ascii: "\\"))
        .| (block .== UInt8(ascii: "<"))
    }
  }

  @inline(__always)
  private static func first(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int,
    isWanted: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
  ) -> Int? {
    var index = start
    while index + 16 <= end {
      let block = UnsafeRawPointer(bytes + index).loadUnaligned(as: SIMD16<UInt8>.self)
      let mask = isWanted(block)
      if any(mask) { return index + firstLane(mask) }
      index += 16
    }
    if index == end { return nil }
    var block = SIMD16<UInt8>(repeating: UInt8(ascii: " "))
    for lane in 0..<(end - index) { block[lane] = bytes[index + lane] }
    let mask = isWanted(block)
    return any(mask) ? index + firstLane(mask) : nil
  }

  @inline(__always)
  private static func firstLane(_ mask: SIMDMask<SIMD16<Int8>>) -> Int {
    var lane = 0
    while !mask[lane] { lane += 1 }
    return lane
  }
}
