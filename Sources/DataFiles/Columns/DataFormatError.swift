package import Diagnostics

/// Why a library could not write a data file.
package protocol DataFormatError: Error {
  var message: LocalizedText { get }
}
