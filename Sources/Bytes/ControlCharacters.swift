internal import CByteSearch

extension UInt8 {
  /// Whether this is an ASCII control character other than tab, line feed and carriage return.
  package var isControlCharacter: Bool {
    (self < 0x20 && self != 0x09 && self != 0x0A && self != 0x0D) || self == 0x7F
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The index of the first ASCII control character other than tab, line feed and carriage return.
  package var firstControlCharacter: Int? {
    guard let baseAddress else { return nil }
    let index = Int(cbs_first_control(baseAddress, 0, Int64(count)))
    return index < count ? index : nil
  }
}
