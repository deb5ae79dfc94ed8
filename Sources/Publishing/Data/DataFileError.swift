internal import DataFiles
package import Diagnostics

/// A data file that a library could not write, or that is not whole on the disk.
package struct DataFileError: Error, Sendable {
  package let message: LocalizedText

  init(message: LocalizedText) {
    self.message = message
  }

  /// - Parameter what: what was found to be wrong.
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

/// Has a library write a workbook by its path, and opens what lies there once more: it counts when it is whole.
///
/// Throws `DataFileError`, `PublishingError` when the file cannot be read again, and what else `make` throws.
///
/// - Parameter shown: the path in messages.
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
  /// Has a library write a data file by its path, a workbook or a database, which looks itself through.
  ///
  /// Throws `DataFileError` too.
  ///
  /// - Returns: the size of the file.
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
