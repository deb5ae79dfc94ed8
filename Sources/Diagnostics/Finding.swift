/// How much a finding weighs: an error stops publication, a warning fails only a strict run, a hint asks for a look.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case hint, warning, error

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// Where something stands in a source file.
///
/// Lines and columns count from 1, columns in Unicode scalars; the end is exclusive. A byte order mark is no column.
package struct SourceRange: Sendable, Hashable {
  /// Path as it is shown to the user; while a portal is built, relative to `Content`.
  package var file: String
  package var line: Int
  package var column: Int
  package var endLine: Int
  package var endColumn: Int

  package init(file: String, line: Int = 1, column: Int = 1, endLine: Int? = nil, endColumn: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.endLine = endLine ?? line
    self.endColumn = endColumn ?? column
  }
}

/// One thing that is wrong, or worth a look, at one place.
package struct Finding: Sendable {
  /// A second place that belongs to the finding, such as the other side of a sum.
  package struct Related: Sendable {
    package var message: LocalizedText
    package var range: SourceRange

    package init(_ message: LocalizedText, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  package var kind: FindingKind
  package var severity: Severity
  package var message: LocalizedText
  package var range: SourceRange?
  /// Identifier of the cell that the finding is about, such as `requests.new.natural_person`.
  package var cell: String?
  package var related: [Related]
  /// What to do about it, where that is known.
  package var help: LocalizedText?
  /// The mechanical correction, where the rule knows one.
  package var fix: Fix?
  /// Why the report is published with it all the same.
  package var acceptance: Acceptance?

  package init(
    _ kind: FindingKind, at range: SourceRange?, _ message: LocalizedText, cell: String? = nil,
    related: [Related] = [], help: LocalizedText? = nil, fix: Fix? = nil
  ) {
    self.kind = kind
    severity = kind.severity
    self.message = message
    self.range = range
    self.cell = cell
    self.related = related
    self.help = help
    self.fix = fix
  }
}

extension Finding {
  package var isAccepted: Bool { acceptance != nil }

  package var stopsPublication: Bool { severity == .error && !isAccepted }
}

extension Sequence<Finding> {
  /// By file, place and id, so that every run on every machine says the same in the same order.
  package func inReadingOrder() -> [Finding] {
    sorted { left, right in
      func key(_ finding: Finding) -> (String, Int, Int, String) {
        (finding.range?.file ?? "", finding.range?.line ?? 0, finding.range?.column ?? 0, finding.kind.id)
      }
      return key(left) < key(right)
    }
  }

  /// How many there are that were not accepted.
  package func count(of severity: Severity) -> Int {
    reduce(0) { $0 + ($1.severity == severity && !$1.isAccepted ? 1 : 0) }
  }

  package var acceptedCount: Int { reduce(0) { $0 + ($1.isAccepted ? 1 : 0) } }
}
