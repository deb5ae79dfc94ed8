/// A slip or a habit of people who write reports, as edits of `BaseReport`, and how it has to be judged.
struct ReportCase: CustomStringConvertible, Sendable {
  enum Edit: Sendable {
    case replace(String, with: String)
    case replaceAll(String, with: String)
    /// Repeats the text from one place up to another, or to the end.
    case double(from: String, to: String?)
    /// Moves the text of a section behind that of the next.
    case swap(String, String, upTo: String)
    /// Writes all tables with tabs instead of pipes, without delimiter rows.
    case tabs
    case windowsLines
    case bytes([UInt8])
  }

  enum Verdict: Sendable {
    /// Published with the values of the base, but for `cells`, and without an error.
    case binds
    /// A finding of this id, or of any, at a line that contains this text.
    case says(String?, at: String)
    /// Both.
    case bindsAndSays(String, at: String)
  }

  /// What `gongkai fix --write` may do.
  enum Repair: Sendable {
    /// Nothing: what was meant cannot be known.
    case none
    /// Leave fewer findings, or as many.
    case some
    /// Leave none.
    case all
  }

  let name: String
  let edits: [Edit]
  let verdict: Verdict
  /// Errors and warnings, at most.
  let most: Int
  let repair: Repair
  /// Published values that are not those of the base; `nil` for null.
  let cells: [String: String?]

  init(
    _ name: String, _ edits: Edit..., verdict: Verdict, most: Int = 0, repair: Repair = .some,
    cells: [String: String?] = [:]
  ) {
    (self.name, self.edits, self.verdict, self.most) = (name, edits, verdict, most)
    (self.repair, self.cells) = (repair, cells)
  }

  var description: String { name }

  /// The source of the case as the report of an agency.
  func source(of agency: String) -> [UInt8] {
    var text = BaseReport.text.replacing("AGENCY", with: agency)
    for edit in edits {
      switch edit {
      case .replace(let old, let new):
        guard let range = text.range(of: old) else { preconditionFailure("\(name): the base has no \(old)") }
        text.replaceSubrange(range, with: new)
      case .replaceAll(let old, let new):
        precondition(text.contains(old), "\(name): the base has no \(old)")
        text = text.replacing(old, with: new)
      case .double(let start, let end):
        guard let first = text.range(of: start)?.lowerBound else { preconditionFailure(name) }
        let last = end.flatMap { text[first...].range(of: $0)?.lowerBound } ?? text.endIndex
        text.insert(contentsOf: String(text[first..<last]), at: last)
      case .swap(let one, let other, let end):
        guard let first = text.range(of: one)?.lowerBound, let middle = text.range(of: other)?.lowerBound,
          let last = text.range(of: end)?.lowerBound
        else { preconditionFailure(name) }
        text.replaceSubrange(first..<last, with: text[middle..<last] + text[first..<middle])
      case .tabs:
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("|---") }
        text = lines.map { line in
          guard line.hasPrefix("|") else { return String(line) }
          let cells = line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
          return cells.map { String($0.trimmingPrefix(" ").reversed().trimmingPrefix(" ").reversed()) }
            .joined(separator: "\t")
        }.joined(separator: "\n")
      case .windowsLines: text = text.replacing("\n", with: "\r\n")
      case .bytes(let bytes): return bytes
      }
    }
    return Array(text.utf8)
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}
extension Substring {
  fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}
