/// A mechanical correction: replacement texts for ranges of one file. It never changes a number that somebody wrote.
package struct Fix: Sendable, Hashable {
  package struct Replacement: Sendable, Hashable {
    /// Empty for an insertion.
    package var range: SourceRange
    package var text: String

    package init(_ range: SourceRange, with text: String) {
      self.range = range
      self.text = text
    }
  }

  /// All replacements form one correction. If two of them overlap with different texts, the correction is not applied.
  package var replacements: [Replacement]

  package init(_ replacements: [Replacement]) {
    self.replacements = replacements
  }

  package init(replacing range: SourceRange, with text: String) {
    self.init([Replacement(range, with: text)])
  }
}
