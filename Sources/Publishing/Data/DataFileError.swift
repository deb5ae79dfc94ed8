internal import DataFiles
package import Diagnostics

/// A data file that a library could not write, or that is damaged on disk.
package struct DataFileError: Error, Sendable {
  package let message: LocalizedText

  init(message: LocalizedText) {
    self.message = message
  }

  /// - Parameter what: The problem that was found.
  init(damaged path: String, _ what: LocalizedText) {
    message = LocalizedText(
      "刚写好的文件“\(path)”不完整：\(what.chinese)", en: "the file '\(path)', just written, is damaged: \(what.english)")
  }

  fileprivate init(_ error: WorkbookError, of path: String) {
    guard let code = error.systemCode else {
      message = WorkbookError(error.operation, path: path, code: error.code).message
      return
    }
    message = PublishingError.inputOutput(.write, path: path, SystemFault(code: code)).message
  }
}

/// Lets a library write a workbook by path, then reads the file back to make sure that it is complete.
///
/// Throws `DataFileError`, `PublishingError` if the file cannot be read back, and any error of `make`.
///
/// - Parameter shown: The path in messages.
package func writeWorkbook(
  at path: String, shownAs shown: String? = nil, with make: (String) throws -> Void
) throws {
  do {
    try make(path)
  } catch let error as WorkbookError {
    throw DataFileError(error, of: shown ?? path)
  }
  try WorkbookArchive(path, shownAs: shown ?? path).check()
}

extension StagingWriter {
  /// Lets a library write a data file by path. A workbook is verified here; a database is verified by `make`.
  ///
  /// Throws `DataFileError` too.
  ///
  /// - Returns: The size of the file in bytes.
  @discardableResult
  mutating func writeData(_ path: String, with make: (String) throws -> Void) throws -> Int {
    if path.hasSuffix(".xlsx") { return try write(path) { path in try writeWorkbook(at: path, with: make) } }
    return try write(path) { path in
      do {
        try make(path)
      } catch let error as any DataFormatError {
        throw DataFileError(message: error.message)
      }
    }
  }
}
