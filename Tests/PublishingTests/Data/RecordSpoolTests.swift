internal import Foundation
internal import Testing

@testable internal import DataFiles
@testable internal import Publishing

/// Records can be read back in any order, and no file remains.
@Suite struct RecordSpoolTests {
  let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  /// The head of a record: the index of its form, and no cells.
  private func record(form: UInt8, length: Int) -> [UInt8] {
    [form, 0, 0, 0, 0, 0, 0, 0] + Array(repeating: form, count: length)
  }

  @Test func recordsAreReadWhereTheyWereWritten() throws {
    let folder = try OpenFolder(creating: fixture.site, mode: 0o700)
    var spool = RecordSpool(folder)
    for form in UInt8(1)...9 {
      try record(form: form, length: Int(form) * 1000).withUnsafeBufferPointer {
        try spool.append(RecordKey(agency: "a\(form)", year: 2020 + Int(form), form: Int(form)), $0)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.site).isEmpty)
    let places = spool.finish()
    #expect(places.map(\.key.agency) == (1...9).map { "a\($0)" })
    for place in places.reversed() { #expect(try place.record().form == place.key.form) }
  }

  @Test func aFolderThatTakesNoFileIsAnError() throws {
    let folder = try OpenFolder(creating: fixture.site, mode: 0o700)
    try FileManager.default.removeItem(atPath: fixture.site)
    var spool = RecordSpool(folder)
    let error = #expect(throws: PublishingError.self) {
      try record(form: 1, length: 1).withUnsafeBufferPointer {
        try spool.append(RecordKey(agency: "a", year: 2020, form: 1), $0)
      }
    }
    #expect(error?.isRefusal == false)
  }

  @Test func withoutRecordsThereIsNoFile() throws {
    let spool = RecordSpool(try OpenFolder(creating: fixture.site, mode: 0o700))
    #expect(spool.finish().isEmpty)
  }
}
