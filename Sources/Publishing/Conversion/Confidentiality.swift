internal import Diagnostics

extension [Finding] {
  /// Divides findings into those that are made without the reports that are not published too, and those that tell
  /// something of such a report: its agency, its year or its figures.
  ///
  /// - Parameter open: what is found among published reports alone.
  func divided(by open: [Finding]) -> (open: [Finding], confidential: [Finding]) {
    let known = Set(open.map(Identity.init))
    var divided: (open: [Finding], confidential: [Finding]) = ([], [])
    for finding in self {
      if known.contains(Identity(finding)) {
        divided.open.append(finding)
      } else {
        divided.confidential.append(finding)
      }
    }
    return divided
  }
}

/// What makes two findings the same.
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
