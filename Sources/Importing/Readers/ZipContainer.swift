internal import CArchive

/// The parts of a Word or Excel file, unpacked by libarchive within limits.
struct ZipContainer {
  enum Failure: Error, Equatable {
    case damaged
    /// It has more parts, or unpacks to more, than any report.
    case tooLarge
  }

  private static let mostParts = 4_000
  private static let mostBytes = 96 << 20
  /// No XML of a report compresses better.
  private static let mostRatio = 400

  private(set) var parts: [String: [UInt8]] = [:]
  /// Whether it ends before its end, so that parts may be missing.
  private(set) var isDamaged = false

  /// - Parameter isWanted: Whether a part is kept, by its path.
  init(_ bytes: [UInt8], isWanted: (String) -> Bool) throws(Failure) {
    var failure: Failure?
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let archive = car_open(base, bytes.count) else {
        failure = .damaged
        return
      }
      defer { car_close(archive) }
      do throws(Failure) { try read(archive, bytes.count, isWanted) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private mutating func read(_ archive: OpaquePointer, _ packed: Int, _ isWanted: (String) -> Bool) throws(Failure) {
    var count = 0
    var total = 0
    while true {
      switch car_next(archive) {
      case CAR_END: return
      case CAR_ENTRY: break
      default:
        isDamaged = true
        if parts.isEmpty { throw .damaged }
        return
      }
      count += 1
      if count > Self.mostParts { throw .tooLarge }
      guard let name = car_path(archive).map({ String(cString: $0) }), isWanted(name) else { continue }
      guard let part = try readPart(archive, &total, packed) else {
        isDamaged = true
        continue
      }
      parts[name] = parts[name] ?? part
    }
  }

  private func readPart(_ archive: OpaquePointer, _ total: inout Int, _ packed: Int) throws(Failure) -> [UInt8]? {
    var part: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { Int(car_read(archive, $0, buffer.count)) } ?? -1
      }
      if count < 0 { return nil }
      if count == 0 { return part }
      total += count
      if total > Self.mostBytes || total > 1 << 20 && total / max(packed, 1) > Self.mostRatio { throw .tooLarge }
      part += buffer[..<count]
    }
  }
}
