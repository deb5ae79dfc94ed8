internal import Diagnostics

extension [Finding] {
  /// Splits findings into those that can also be found without unpublished reports, and those that would reveal
  /// something about such a report: its agency, its year or its figures.
  ///
  /// - Parameter open: The findings among published reports alone.
  func splitByConfidentiality(open: [Finding]) -> (open: [Finding], confidential: [Finding]) {
    let known = Set(open.map(Identity.init))
    var split: (open: [Finding], confidential: [Finding]) = ([], [])
    for finding in self {
      if known.contains(Identity(finding)) {
        split.open.append(finding)
      } else {
        split.confidential.append(finding)
      }
    }
    return split
  }
}

/// Two findings with the same identity are considered equal.
private struct Identity: Hashable {
  let id: String
  let message: String
  let range: SourceRange?

  init(_ finding: Finding) {
    id = finding.kind.id
    message = finding.message.chinese
    range = finding.range
  }
}
