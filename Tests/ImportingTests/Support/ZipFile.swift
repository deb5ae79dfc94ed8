/// Writes a zip container without compression.
struct ZipFile {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ path: String, _ text: String) { add(path, Array(text.utf8)) }

  mutating func add(_ path: String, _ content: [UInt8]) {
    let offset = bytes.count
    let name = Array(path.utf8)
    let facts =
      Self.little(20, 2) + Self.little(0x0800, 2) + Self.little(0, 2) + Self.little(0, 4)
      + Self.little(Int(Self.checksum(content)), 4)
      + Self.little(content.count, 4) + Self.little(content.count, 4) + Self.little(name.count, 2) + Self.little(0, 2)
    bytes += [0x50, 0x4B, 3, 4] + facts + name + content
    directory +=
      [0x50, 0x4B, 1, 2] + Self.little(20, 2) + facts + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2)
      + Self.little(0, 4) + Self.little(offset, 4) + name
    count += 1
  }

  var finished: [UInt8] {
    bytes + directory + [0x50, 0x4B, 5, 6] + Self.little(0, 4) + Self.little(count, 2) + Self.little(count, 2)
      + Self.little(directory.count, 4) + Self.little(bytes.count, 4) + Self.little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
