package import Bytes

/// A number exactly as a report states it: 18.8710 keeps its last zero and is never converted to binary floating point.
package struct DecimalNumber: Sendable, Hashable, BitwiseCopyable {
  /// The digits without the point: 188710.
  package var digits: Int64
  /// The number of digits after the point: 4.
  package var scale: UInt8

  /// A figure of a report never has more digits, and sums of numbers with this many digits cannot overflow.
  package static let mostDigits = 15

  package init(digits: Int64, scale: UInt8 = 0) {
    self.digits = digits
    self.scale = scale
  }

  package init(_ integer: Int) {
    self.init(digits: Int64(integer))
  }

  package static let zero = DecimalNumber(0)

  package var isZero: Bool { digits == 0 }
  package var isNegative: Bool { digits < 0 }
  package var isInteger: Bool { scale == 0 || digits % Self.power(scale) == 0 }

  /// Divides by a power of ten, exactly.
  package func movedPoint(by places: UInt8) -> DecimalNumber {
    DecimalNumber(digits: digits, scale: scale + places)
  }

  /// The number in a unit of another power of ten, exactly; `nil` if it gets too many digits.
  func multiplied(byPowerOfTen power: Int) -> DecimalNumber? {
    if power <= 0 { return power == 0 ? self : movedPoint(by: UInt8(-power)).withoutEndingZeros }
    let places = min(Int(scale), power)
    let (product, hasOverflown) = digits.multipliedReportingOverflow(by: Self.power(UInt8(power - places)))
    let isTooLong = product.magnitude >= Self.power(UInt8(Self.mostDigits)).magnitude
    return hasOverflown || isTooLong ? nil : DecimalNumber(digits: product, scale: scale - UInt8(places))
  }

  /// The same amount without trailing zeros: 3.5 for 3.5000.
  var withoutEndingZeros: DecimalNumber {
    var number = self
    while number.scale > 0, number.digits % 10 == 0 {
      number.digits /= 10
      number.scale -= 1
    }
    return number
  }

  package static func + (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
    if left.scale == right.scale { return DecimalNumber(digits: left.digits &+ right.digits, scale: left.scale) }
    let scale = max(left.scale, right.scale)
    let sum = left.digits &* power(scale - left.scale) &+ right.digits &* power(scale - right.scale)
    return DecimalNumber(digits: sum, scale: scale)
  }

  package static func - (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
    left + DecimalNumber(digits: -right.digits, scale: right.scale)
  }

  /// Whether both are the same amount: 1.50 equals 1.5.
  package func isSameAmount(as other: DecimalNumber) -> Bool { (self - other).digits == 0 }

  package func isAtMost(_ other: DecimalNumber) -> Bool { (self - other).digits <= 0 }

  /// For comparing magnitudes only. Figures are never computed with it.
  package var approximation: Double {
    var result = Double(digits)
    for _ in 0..<scale { result /= 10 }
    return result
  }

  private static func power(_ exponent: UInt8) -> Int64 {
    var result: Int64 = 1
    for _ in 0..<min(exponent, 18) { result *= 10 }
    return result
  }
}

extension DecimalNumber: CustomStringConvertible {
  package var description: String {
    if scale == 0 { return String(digits) }
    var buffer = ByteBuffer(capacity: 64)
    buffer.append(self)
    return String(buffer)
  }
}

extension ByteBuffer {
  package mutating func append(_ number: DecimalNumber) {
    if number.scale == 0 {
      append(Int(number.digits))
      return
    }
    if number.digits < 0 { append(UInt8(ascii: "-")) }
    var divisor = 1
    for _ in 0..<number.scale { divisor *= 10 }
    let magnitude = Int(number.digits.magnitude)
    append(magnitude / divisor)
    append(UInt8(ascii: "."))
    append(magnitude % divisor, width: Int(number.scale))
  }
}

extension JSONWriter {
  /// Writes a number as stated, or `null`.
  package mutating func value(_ number: DecimalNumber?) {
    if let number { raw { $0.append(number) } } else { null() }
  }
}
