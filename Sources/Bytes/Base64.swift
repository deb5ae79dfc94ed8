extension ByteBuffer {
  package mutating func appendBase64(_ bytes: [UInt8]) {
    let digits = Self.base64Digits
    var index = 0
    while index < bytes.count {
      let rest = bytes.count - index
      let group =
        UInt32(bytes[index]) << 16 | (rest > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
        | (rest > 2 ? UInt32(bytes[index + 2]) : 0)
      append(digits[Int(group >> 18)])
      append(digits[Int(group >> 12 & 63)])
      append(rest > 1 ? digits[Int(group >> 6 & 63)] : UInt8(ascii: "="))
      append(rest > 2 ? digits[Int(group & 63)] : UInt8(ascii: "="))
      index += 3
    }
  }

  private static let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
