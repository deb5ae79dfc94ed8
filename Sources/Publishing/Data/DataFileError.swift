package import Diagnostics
internal import Rendering

/// A data file that a library could not write.
package struct DataFileError: Error, Sendable {
  package let message: LocalizedText

  /// Runs what a library does, and turns its errors into this one.
  static func catching(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as DatabaseError {
      throw DataFileError(message: error.message)
    } catch let error as WorkbookError {
      throw DataFileError(message: error.message)
    }
  }
}
