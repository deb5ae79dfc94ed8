/// How serious a finding is: an error blocks publication, a warning fails only a strict run, a hint asks somebody to
/// look.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case hint, warning, error

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// A range in a source file.
///
/// Lines and columns start at 1, columns count Unicode scalars, and the end is exclusive. A byte order mark does not
/// count as a column.
package struct SourceRange: Sendable, Hashable {
  /// The path shown to the user; relative to `Content` while a portal is being built.
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

/// A problem, or something worth a look, found at one location.
package struct Finding: Sendable {
  /// Another location that the finding refers to, such as the other side of a sum.
  package struct Related: Sendable {
    package var message: LocalizedText
    package var range: SourceRange

    package init(_ message: LocalizedText, at range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  /// What a finding is about: its kind and its cell.
  package struct Subject: Sendable, Hashable {
    /// Id of the kind.
    package let kind: String
    package let cell: String?

    package init(kind: String, cell: String?) {
      self.kind = kind
      self.cell = cell
    }
  }

  package var kind: FindingKind
  package var severity: Severity
  package var message: LocalizedText
  package var range: SourceRange?
  /// Identifier of the cell that the finding is about, such as `requests.new.natural_person`.
  package var cell: String?
  package var related: [Related]
  /// What to do about it, if known.
  package var help: LocalizedText?
  /// The mechanical correction, if the rule knows one.
  package var fix: Fix?
  /// Why the report is published in spite of it.
  package var acceptance: Acceptance?
  /// The findings that this one replaces because it names their common cause. A report that accepts any of them accepts
  /// this one.
  package var replaced: [Subject] = []

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
  package var subject: Subject { Subject(kind: kind.id, cell: cell) }

  package var isAccepted: Bool { acceptance != nil }

  package var stopsPublication: Bool { severity == .error && !isAccepted }
}

extension Sequence<Finding> {
  /// Sorted by file, position and id, so that the order is the same in every run on every machine.
  package func inReadingOrder() -> [Finding] {
    sorted { left, right in
      func key(_ finding: Finding) -> (String, Int, Int, String) {
        (finding.range?.file ?? "", finding.range?.line ?? 0, finding.range?.column ?? 0, finding.kind.id)
      }
      return key(left) < key(right)
    }
  }

  /// The number of findings of this severity that have not been accepted.
  package func count(of severity: Severity) -> Int {
    reduce(0) { $0 + ($1.severity == severity && !$1.isAccepted ? 1 : 0) }
  }

  package var acceptedCount: Int { reduce(0) { $0 + ($1.isAccepted ? 1 : 0) } }
}
