/// What a finding can be: its id, its usual severity and what `gongkai explain` says of it.
package struct FindingKind: Sendable {
  /// What a portal or a report may make of a finding.
  package enum Concession: Sendable {
    /// Nothing: without it the source cannot be read, the site cannot be put together, or its readers are in danger.
    case none
    /// A report may accept it with a reason; for a whole portal it cannot be turned down, since content would be lost
    /// without a word.
    case acceptance
    /// A report may accept it, and a portal may give it another severity or turn it off.
    case severity
  }

  /// Stable, in kebab case: `requests-balance`.
  package let id: String
  package let severity: Severity
  package let concession: Concession
  package let title: LocalizedText
  package let explanation: LocalizedText
  /// A piece of source that sets it off.
  package let example: String
  /// The article or circular that a statutory rule rests on.
  package let source: LocalizedText?

  package init(
    _ id: String, _ severity: Severity, concession: Concession = .severity, title: LocalizedText,
    explanation: LocalizedText, example: String = "", source: LocalizedText? = nil
  ) {
    self.id = id
    self.severity = severity
    self.concession = concession
    self.title = title
    self.explanation = explanation
    self.example = example
    self.source = source
  }
}
