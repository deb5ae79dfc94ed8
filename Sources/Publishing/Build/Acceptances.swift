internal import Diagnostics
internal import Markup
internal import Reports

/// What reports accept in their front matter, by the path of their source, held against what is found in them.
struct Acceptances: Sendable {
  /// An entry of `accepted:` with its place.
  struct Entry: Sendable {
    let accepted: ReportMetadata.Acceptance
    let range: SourceRange

    fileprivate func covers(_ finding: Finding) -> Bool {
      finding.kind.id == accepted.finding && finding.kind.concession != .none
        && (accepted.cell == nil || accepted.cell == finding.cell)
    }
  }

  private(set) var entries: [String: [Entry]] = [:]
  private var used: [String: Set<Int>] = [:]

  init() {}

  init(_ report: Report) {
    let source = report.document.source
    guard !report.metadata.accepted.isEmpty else { return }
    entries[source.path] = report.metadata.accepted.map {
      Entry(accepted: $0, range: source.range(of: $0.span))
    }
  }

  /// Whether some entry accepts findings of one of these kinds.
  func name(_ kinds: [FindingKind]) -> Bool {
    entries.values.contains { $0.contains { entry in kinds.contains { $0.id == entry.accepted.finding } } }
  }

  mutating func add(_ other: Acceptances) {
    entries.merge(other.entries) { own, _ in own }
    used.merge(other.used) { $0.union($1) }
  }

  /// Marks the findings that their report accepts.
  mutating func accept(_ findings: inout [Finding]) {
    if entries.isEmpty { return }
    for index in findings.indices {
      guard let path = findings[index].range?.file, let accepting = entries[path],
        let entry = accepting.firstIndex(where: { $0.covers(findings[index]) })
      else { continue }
      used[path, default: []].insert(entry)
      let accepted = accepting[entry].accepted
      findings[index].acceptance = Finding.Acceptance(
        reason: accepted.reason, by: accepted.by, date: accepted.date?.iso)
    }
  }

  /// A warning for each entry that accepts nothing.
  ///
  /// - Parameter findings: all that was found, to say what there is instead.
  func unused(among findings: [Finding], kinds: [FindingKind]) -> [Finding] {
    entries.keys.sorted().flatMap { path in
      (entries[path] ?? []).enumerated().compactMap { index, entry in
        used[path]?.contains(index) == true
          ? nil : Self.unused(entry, findings.filter { $0.range?.file == path }, kinds)
      }
    }
  }

  private static func unused(_ entry: Entry, _ findings: [Finding], _ kinds: [FindingKind]) -> Finding {
    let id = entry.accepted.finding
    let what = entry.accepted.cell.map { "\(id)（\($0)）" } ?? id
    let english = entry.accepted.cell.map { "\(id) at \($0)" } ?? id
    let help: LocalizedText?
    if let kind = kinds.first(where: { $0.id == id }) {
      let cells = findings.filter { $0.kind.id == id }.compactMap(\.cell)
      help =
        kind.concession == .none
        ? LocalizedText("这类问题不能认可，必须改正", en: "such a finding cannot be accepted; put it right")
        : cells.isEmpty
          ? LocalizedText("如已改正，请删去这一条", en: "if it was put right, remove this entry")
          : LocalizedText(
            "\(id) 在这里：\(cells.joined(separator: "、"))", en: "\(id) is at \(cells.joined(separator: ", "))")
    } else {
      help = Suggestion.help(for: id, among: kinds.map(\.id))
    }
    return Finding(
      AcceptanceFindings.unused, at: entry.range,
      LocalizedText("认可了 \(what)，但没有发现这个问题", en: "\(english) is accepted, but nothing of the kind was found"),
      cell: entry.accepted.cell, help: help)
  }
}
