package import Bytes
internal import Reports

extension Cell.Status {
  /// The codes of all cases, by raw value.
  package static let codes = Literals(allCases.map { Array($0.code.utf8) })
}
