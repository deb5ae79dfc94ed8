/// A mechanical correction: what is to stand in place of some ranges of one file. It never changes a number that
/// somebody wrote.
package struct Fix: Sendable, Hashable {
  package struct Replacement: Sendable, Hashable {
    /// Empty where something is inserted.
    package var range: SourceRange
    package var text: String

    package init(_ range: SourceRange, with text: String) {
      self.range = range
      self.text = text
    }
  }

  /// All belong to one correction; where two of them want different texts in one place, it is not made.
  package var replacements: [Replacement]

  package init(_ replacements: [Replacement]) {
    self.replacements = replacements
  }

  package init(replacing range: SourceRange, with text: String) {
    self.init([Replacement(range, with: text)])
  }
}
