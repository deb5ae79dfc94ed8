extension ByteBuffer {
  /// Appends JSON with its invisible characters escaped. The meaning is unchanged, since they only occur inside
  /// strings. The second `#` of `##[` and `##vso[` is escaped too: CI runners treat these as commands anywhere in a
  /// line.
  package mutating func appendJSONWithVisibleCharacters(_ json: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    while clean < json.count {
      let invisible = json.firstInvisibleCharacter(from: clean)
      let end = invisible?.range.lowerBound ?? json.count
      for index in clean..<end where json[index] == 0x7F || json.isMarker(index) {
        append(UnsafeBufferPointer(rebasing: json[clean..<index]))
        appendJSONEscape(UInt16(json[index]))
        clean = index + 1
      }
      append(UnsafeBufferPointer(rebasing: json[clean..<end]))
      guard let invisible else { return }
      for unit in UTF16.encode(invisible.scalar).map(Array.init) ?? [] { appendJSONEscape(unit) }
      clean = invisible.range.upperBound
    }
  }

  private mutating func appendJSONEscape(_ unit: UInt16) {
    append("\\u")
    for shift in [12, 8, 4, 0] { append(Array("0123456789abcdef".utf8)[Int(unit >> UInt16(shift)) & 15]) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func isMarker(_ index: Int) -> Bool {
    guard self[index] == UInt8(ascii: "#"), index > 0, self[index - 1] == UInt8(ascii: "#"), index + 1 < count else {
      return false
    }
    return self[index + 1] == UInt8(ascii: "[") || self[index + 1] == UInt8(ascii: "v")
  }
}
