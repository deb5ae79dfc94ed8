internal import Markup

internal import func Glibc.memcmp

/// A label as written in a source. Nearly all labels are exactly as printed in the form and are found by their bytes;
/// the others are converted to strings and folded.
struct WrittenLabel {
  let bytes: LabelBytes

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = LabelBytes(bytes)
  }

  init(_ text: String) {
    bytes = LabelBytes(text)
  }

  var text: String { String(decoding: bytes.bytes, as: UTF8.self) }

  var isEmpty: Bool { bytes.bytes.isEmpty }
}

/// The bytes of a label as a dictionary key. Hashing a Chinese `String` normalizes it first, which takes ten times as
/// long.
struct LabelBytes: Hashable {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  init(_ text: String) {
    bytes = Array(text.utf8)[...]
  }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  static func == (left: LabelBytes, right: LabelBytes) -> Bool {
    left.bytes.count == right.bytes.count
      && left.bytes.withUnsafeBytes { left in
        right.bytes.withUnsafeBytes { right in
          guard let left = left.baseAddress, let start = right.baseAddress else { return right.isEmpty }
          return memcmp(left, start, right.count) == 0
        }
      }
  }
}

extension Document {
  /// A cell as a label.
  func label(_ cell: Table.Cell) -> WrittenLabel {
    WrittenLabel(text[Int(cell.text.start)..<Int(cell.text.end)])
  }
}
