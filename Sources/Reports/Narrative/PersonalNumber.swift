/// Personal numbers that must not appear in a public report.
enum PersonalNumber {
  /// 公民身份号码, GB 11643-1999: a division code, a date of birth, a serial number and a check digit.
  static func isIdentityNumber(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    guard digits.count == 18, digits[0] >= UInt8(ascii: "1"), digits[0] <= UInt8(ascii: "8") else { return false }
    func number(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 * 10 + Int(digits[$1] &- UInt8(ascii: "0")) }
    }
    guard (1900...2100).contains(number(6..<10)), (1...12).contains(number(10..<12)),
      (1...31).contains(number(12..<14))
    else { return false }
    var (sum, weight) = (0, 1)
    // The weights are powers of 2 modulo 11, from the last digit to the first.
    for index in (0..<17).reversed() {
      weight = weight * 2 % 11
      sum += Int(digits[index] &- UInt8(ascii: "0")) * weight
    }
    let check = (12 - sum % 11) % 11
    return check == 10
      ? digits[17] | 0x20 == UInt8(ascii: "x") : digits[17] == UInt8(ascii: "0") + UInt8(check)
  }

  /// Eleven digits starting with 13 to 19.
  static func isMobileNumber(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    digits.count == 11 && digits[0] == UInt8(ascii: "1") && digits[1] >= UInt8(ascii: "3")
      && digits[1] <= UInt8(ascii: "9")
  }
}
