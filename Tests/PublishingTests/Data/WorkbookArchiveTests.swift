import Diagnostics
import Foundation
import Testing

@testable import Publishing

/// Faults that are found when a workbook is read back.
struct WorkbookArchiveTests {
  private let fixture: OutputFixture
  private var path: String { fixture.root + "/a.xlsx" }

  init() throws { fixture = try OutputFixture() }

  private static let sheet =
    "<?xml version=\"1.0\"?>\n<worksheet><row>\(String(repeating: "<c/>", count: 3000))</row></worksheet>"
  private static let parts = [
    ("[Content_Types].xml", "<?xml version=\"1.0\"?>\n<Types></Types>"),
    ("xl/workbook.xml", "<?xml version=\"1.0\"?>\n<workbook></workbook>\n"),
    ("xl/worksheets/sheet1.xml", sheet), ("xl/empty.xml", "<?xml version=\"1.0\"?><sst/>"),
  ]

  private func fault(_ bytes: Data) throws -> String? {
    try bytes.write(to: URL(filePath: path))
    do {
      try WorkbookArchive(path).check()
      return nil
    } catch let error as DataFileError {
      return error.message.english
    }
  }

  @Test func aCompleteArchiveIsSound() throws {
    #expect(try fault(archive(Self.parts)) == nil)
  }

  @Test func aTruncatedArchiveIsDamaged() throws {
    let whole = try archive(Self.parts)
    for length in 0..<whole.count { #expect(try fault(whole.prefix(length)) != nil, "\(length) of \(whole.count)") }
  }

  /// The archive has a few insignificant bytes for each part: times, attributes, versions.
  @Test func anArchiveWithAChangedByteIsDamaged() throws {
    let whole = try archive(Self.parts)
    var unseen = 0
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 0x40
      if try fault(damaged) == nil { unseen += 1 }
    }
    #expect(unseen <= 40 * Self.parts.count + 10)
    var damaged = whole
    damaged[whole.count / 3] ^= 0x40
    #expect(try fault(damaged) != nil)
  }

  @Test func aTruncatedSheetIsDamagedEvenIfItsChecksumAgrees() throws {
    var parts = Self.parts
    parts[2].1 = String(Self.sheet.dropLast(40))
    #expect(try fault(archive(parts))?.contains("xl/worksheets/sheet1.xml in it is damaged") == true)
    parts[2].1 = ""
    #expect(try fault(archive(parts)) != nil)
  }

  @Test func anArchiveWithoutASheetIsDamaged() throws {
    #expect(
      try fault(archive(Self.parts.filter { $0.0 != "xl/worksheets/sheet1.xml" }))?
        .contains("xl/worksheets/sheet1.xml is missing in it") == true)
  }

  /// An archive like those of libxlsxwriter.
  private func archive(_ parts: [(name: String, text: String)]) throws -> Data {
    var file = Data()
    var directory = Data()
    for part in parts {
      let packed = try compressed(part.text)
      var fields = Data()
      fields.append(number: 20, 2)
      fields.append(number: 0, 2)
      fields.append(number: 8, 2)
      fields.append(number: 0x0021_0000, 4)
      fields += packed.checksum
      fields.append(number: packed.bytes.count, 4)
      fields.append(number: part.text.utf8.count, 4)
      fields.append(number: part.name.utf8.count, 2)
      fields.append(number: 0, 2)
      directory.append(number: 0x0201_4B50, 4)
      directory.append(number: 20, 2)
      directory += fields
      directory.append(number: 0, 10)
      directory.append(number: file.count, 4)
      directory += Data(part.name.utf8)
      file.append(number: 0x0403_4B50, 4)
      file += fields + Data(part.name.utf8) + packed.bytes
    }
    let start = file.count
    file += directory
    file.append(number: 0x0605_4B50, 4)
    file.append(number: 0, 4)
    file.append(number: parts.count, 2)
    file.append(number: parts.count, 2)
    file.append(number: directory.count, 4)
    file.append(number: start, 4)
    file.append(number: 0, 2)
    return file
  }

  /// A gzip file without its header of ten bytes and its trailer of eight.
  private func compressed(_ text: String) throws -> (bytes: Data, checksum: Data) {
    var coder = try GzipCompressor()
    var bytes = Data()
    let fault = Array(text.utf8).withUnsafeBufferPointer { part in
      coder.code(part, isLast: true) {
        bytes.append(contentsOf: $0)
        return nil
      }
    }
    #expect(fault == nil)
    return (Data(bytes.dropFirst(10).dropLast(8)), Data(bytes.suffix(8).prefix(4)))
  }
}

extension Data {
  fileprivate mutating func append(number: Int, _ length: Int) {
    for index in 0..<length { append(index < 8 ? UInt8(truncatingIfNeeded: number >> (8 * index)) : 0) }
  }
}
