package import Diagnostics
internal import Rendering

/// A data file that a library could not write.
package struct DataFileError: Error, Sendable {
  package let message: LocalizedText

  /// Runs what a library does, and turns its errors into this one.
  fileprivate static func catching(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as DatabaseError {
      throw DataFileError(message: error.message)
    } catch let error as WorkbookError {
      throw DataFileError(message: error.message)
    }
  }
}

extension StagingWriter {
  /// Has a library write a data file by its path; throws `DataFileError` too.
  ///
  /// - Returns: the size of the file.
  @discardableResult
  mutating func writeData(_ path: String, with make: (String) throws -> Void) throws -> Int {
    try write(path) { path in try DataFileError.catching { try make(path) } }
  }
}
