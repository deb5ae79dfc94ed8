package import Bytes
internal import Reports

extension Cell.Status {
  /// The codes of all, by their raw values.
  package static let codes = Literals(allCases.map { Array($0.code.utf8) })
}
