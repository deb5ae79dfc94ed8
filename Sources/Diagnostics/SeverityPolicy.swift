/// The severities that a portal assigns to findings instead of the default ones.
package struct SeverityPolicy: Sendable {
  package enum Level: String, Sendable, CaseIterable {
    case off, hint, warning, error

    /// `nil` for `off`.
    package var severity: Severity? { Severity(rawValue: rawValue) }
  }

  private var levels: [String: Level]

  package init(_ levels: [String: Level] = [:]) {
    self.levels = levels
  }

  package subscript(id: String) -> Level? { levels[id] }

  /// Sets the severity of findings to that of this portal, and drops those that are turned off.
  package func apply(to findings: inout [Finding]) {
    if levels.isEmpty { return }
    findings = findings.compactMap { finding in
      guard finding.kind.concession == .severity, let level = levels[finding.kind.id] else { return finding }
      guard let severity = level.severity else { return nil }
      var finding = finding
      finding.severity = severity
      return finding
    }
  }
}
