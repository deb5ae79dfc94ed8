extension Finding {
  /// What the front matter of a report says of a finding that it is published with.
  ///
  /// The finding keeps its severity and text and is shown; it stops nothing and counts neither as error nor as warning.
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

    /// Who accepted it, and when; `nil` when neither is said.
    package var signature: String? {
      let parts = [by, date].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
  }
}
