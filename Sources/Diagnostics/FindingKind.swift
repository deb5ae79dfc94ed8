/// What a finding can be: its id, its usual severity and what `gongkai explain` says of it.
package struct FindingKind: Sendable {
  /// Stable, in kebab case: `requests-balance`.
  package let id: String
  package let severity: Severity
  package let title: LocalizedText
  package let explanation: LocalizedText
  /// A piece of source that sets it off.
  package let example: String
  /// The article or circular that a statutory rule rests on.
  package let source: LocalizedText?

  package init(
    _ id: String, _ severity: Severity, title: LocalizedText, explanation: LocalizedText, example: String = "",
    source: LocalizedText? = nil
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.explanation = explanation
    self.example = example
    self.source = source
  }
}
