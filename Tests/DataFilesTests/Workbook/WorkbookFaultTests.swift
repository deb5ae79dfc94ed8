internal import CWorkbookFiles
internal import DataFiles
internal import Foundation
internal import Reports
internal import Testing

/// Temporary files of a workbook, and failing writes to them.
struct WorkbookFaultTests {
  @Test func theLibraryTakesItsTemporaryFilesFromHere() throws {
    let path = temporaryPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let before = cwf_files_begun()
    try writeSheet(to: path, rows: 10, streaming: true)
    #expect(cwf_files_begun() > before, "its own would swallow what a full disk says")
  }

  /// Files of all sizes have the same content in memory and on disk.
  @Test(arguments: [true, false])
  func theyHoldWhatWasWritten(streaming: Bool) throws {
    for rows in [1, 1_000, 20_000] {
      let path = temporaryPath()
      defer { try? FileManager.default.removeItem(atPath: path) }
      try writeSheet(to: path, rows: rows, streaming: streaming)
      let python = Process()
      python.executableURL = URL(filePath: "/usr/bin/env")
      python.arguments = [
        "python3", "-c",
        """
        import sys, zipfile, xml.dom.minidom as m
        z = zipfile.ZipFile(sys.argv[1])
        assert z.testzip() is None
        for name in z.namelist(): m.parseString(z.read(name))
        assert z.read('xl/worksheets/sheet1.xml').count(b'<row ') == int(sys.argv[2])
        """, path, String(rows),
      ]
      try python.run()
      python.waitUntilExit()
      #expect(python.terminationStatus == 0, "\(rows) rows")
    }
  }

  /// With a limit on file sizes, the workbook would fit, but the temporary file of the sheet does not.
  @Test(arguments: [true, false])
  func aTruncatedTemporaryFileIsReported(streaming: Bool) async throws {
    let path = temporaryPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    await #expect(processExitsWith: .success) { [path = path as String, streaming = streaming as Bool] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 600_000, rlim_max: 600_000)
      guard setrlimit(__rlimit_resource_t(1), &limit) == 0 else { exit(9) }
      do {
        try writeSheet(to: path, rows: 20_000, streaming: streaming)
        exit(3)
      } catch let error as WorkbookError {
        exit(error.systemCode == EFBIG ? 0 : 4)
      } catch {
        exit(5)
      }
    }
  }
}

private func temporaryPath() -> String {
  FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString).xlsx").path
}

private func writeSheet(to path: String, rows: Int, streaming: Bool) throws {
  var workbook = try Workbook(at: path, streaming: streaming, properties: .init(title: "年报"))
  try workbook.addSheet("年报") { sheet throws(WorkbookError) in
    for row in 0..<rows {
      try sheet.write("本年新收政府信息公开申请数量", row: row, column: 0)
      try sheet.write(DecimalNumber(row % 7), row: row, column: 1)
    }
  }
  try workbook.close()
}
