/// A kind of finding: its id, its default severity and what `gongkai explain` says about it.
package struct FindingKind: Sendable {
  /// How far a report or a portal may overrule findings of this kind.
  package enum Concession: Sendable {
    /// Not at all: with this fault the source cannot be read, the site cannot be assembled, or its readers are at risk.
    case none
    /// A report may accept it, giving a reason. A portal cannot turn it off, because content would be lost silently.
    case acceptance
    /// A report may accept it, and a portal may change its severity or turn it off.
    case severity
  }

  /// Stable, in kebab case: `requests-balance`.
  package let id: String
  package let severity: Severity
  package let concession: Concession
  package let title: LocalizedText
  package let explanation: LocalizedText
  /// A piece of source that triggers it.
  package let example: String
  /// The article or circular that a statutory rule is based on.
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
