import Foundation
import Portal
import Testing

@testable import Publishing

/// Compresses bytes with the libraries and decompresses them.
struct FileCodingTests {
  private func coded(
    _ bytes: Data, _ code: (Int32, (UnsafeBufferPointer<UInt8>) -> CodingFault?) throws -> Void
  ) throws -> Data {
    let path = FileManager.default.temporaryDirectory.appending(path: "coding-\(UUID().uuidString)")
    try bytes.write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let file = open(path.path, O_RDONLY)
    defer { close(file) }
    var result = Data()
    try code(file) { part in
      result.append(part)
      return nil
    }
    return result
  }

  private func compressed(_ bytes: Data, _ encoding: ContentEncoding) throws -> Data {
    try coded(bytes) { file, output in try encoding.compress(file, size: bytes.count, to: output) }
  }

  private func expanded(_ bytes: Data, _ encoding: ContentEncoding) throws -> Data {
    try coded(bytes) { file, output in try encoding.expand(file, to: output) }
  }

  /// Text that is partly repetitive and partly random.
  private func text(_ length: Int) -> Data {
    var state: UInt32 = 1
    return Data(
      (0..<length).map { place in
        state = state &* 1_664_525 &+ 1_013_904_223
        return place % 3 == 0 ? UInt8(truncatingIfNeeded: state >> 24) : UInt8(ascii: "a") + UInt8(place % 7)
      })
  }

  @Test(arguments: ContentEncoding.allCases, [0, 1, 1000, 65_536, 1 << 20, (1 << 20) + 1, 3_000_001])
  func everyLengthComesBack(_ encoding: ContentEncoding, _ length: Int) throws {
    let bytes = text(length)
    let copy = try compressed(bytes, encoding)
    #expect(try expanded(copy, encoding) == bytes)
    #expect(try compressed(bytes, encoding) == copy, "the same bytes make the same copy")
    if length >= 1000 { #expect(copy.count < length) }
  }

  @Test func theToolsThatEverybodyHasReadTheCopies() throws {
    let copy = try compressed(text(5000), .gzip)
    #expect(Array(copy.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3], "neither name nor time")
  }

  @Test(arguments: ContentEncoding.allCases)
  func damageIsFound(_ encoding: ContentEncoding) throws {
    let copy = try compressed(text(5000), encoding)
    for damaged in [Data(), copy.dropLast(), copy + Data("x".utf8), Data("no copy at all".utf8)] {
      #expect(throws: CodingFault.damaged) { try expanded(damaged, encoding) }
    }
  }

  @Test(arguments: ContentEncoding.allCases)
  func diskErrorsAreReported(_ encoding: ContentEncoding) throws {
    let full = CodingFault.system(SystemFault(code: ENOSPC))
    #expect(throws: full) {
      try coded(text(5000)) { file, _ in try encoding.compress(file, size: 5000) { _ in full } }
    }
    #expect(throws: CodingFault.system(SystemFault(code: EBADF))) {
      try encoding.compress(-1, size: 1) { _ in nil }
    }
  }
}
