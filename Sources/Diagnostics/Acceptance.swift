extension Finding {
  /// A statement in the front matter of a report that it is published in spite of a finding.
  ///
  /// The finding keeps its severity and text and is still shown, but it neither blocks publication nor counts as an
  /// error or a warning.
  package struct Acceptance: Sendable, Hashable {
    package var reason: String
    package var by: String?
    /// `2024-01-30`
    package var date: String?

    package init(reason: String, by: String? = nil, date: String? = nil) {
      self.reason = reason
      self.by = by
      self.date = date
    }

    /// Who accepted it and when; `nil` if neither is given.
    package var signature: String? {
      let parts = [by, date].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
  }
}
