internal import Diagnostics
internal import Markup
internal import Reports

/// The findings that reports accept in their front matter, by the path of the source, matched with actual findings.
struct Acceptances: Sendable {
  /// An entry of `accepted:` and its location.
  struct Entry: Sendable {
    let accepted: ReportMetadata.Acceptance
    let range: SourceRange
  }

  private(set) var entries: [String: [Entry]] = [:]
  /// The index of the first entry for each subject, by the path of the source. Without a cell all findings of a kind are
  /// accepted.
  private var places: [String: [Finding.Subject: Int]] = [:]
  private var used: [String: Set<Int>] = [:]

  init() {}

  init(_ report: Report) {
    let source = report.document.source
    guard !report.metadata.accepted.isEmpty else { return }
    entries[source.path] = report.metadata.accepted.map {
      Entry(accepted: $0, range: source.range(of: $0.span))
    }
    places[source.path] = Dictionary(
      report.metadata.accepted.enumerated().map { (Finding.Subject(kind: $1.finding, cell: $1.cell), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether an entry accepts findings of one of these kinds.
  func name(_ kinds: [FindingKind]) -> Bool {
    if entries.isEmpty { return false }
    let ids = Set(kinds.map(\.id))
    return entries.values.contains { $0.contains { ids.contains($0.accepted.finding) } }
  }

  mutating func add(_ other: Acceptances) {
    entries.merge(other.entries) { own, _ in own }
    places.merge(other.places) { own, _ in own }
    used.merge(other.used) { $0.union($1) }
  }

  /// Marks the findings that their report accepts.
  mutating func accept(_ findings: inout [Finding]) {
    if entries.isEmpty { return }
    for index in findings.indices {
      guard let path = findings[index].range?.file, let accepting = entries[path],
        case let matching = matching(findings[index], in: path), let entry = matching.min()
      else { continue }
      used[path, default: []].formUnion(matching)
      let accepted = accepting[entry].accepted
      findings[index].acceptance = Finding.Acceptance(
        reason: accepted.reason, by: accepted.by, date: accepted.date?.iso)
    }
  }

  /// The indexes of the entries that accept a finding, or one that it takes the place of.
  private func matching(_ finding: Finding, in path: String) -> Set<Int> {
    guard finding.kind.concession != .none, let places = places[path] else { return [] }
    return ([finding.subject] + finding.replaced).reduce(into: []) { entries, subject in
      let anywhere = places[Finding.Subject(kind: subject.kind, cell: nil)]
      let there = subject.cell == nil ? nil : places[subject]
      if let first = [anywhere, there].compactMap({ $0 }).min() { entries.insert(first) }
    }
  }

  /// A warning for each entry that accepts nothing.
  ///
  /// - Parameter findings: All findings, used to suggest what to accept instead.
  func unused(among findings: [Finding], kinds: [FindingKind]) -> [Finding] {
    if entries.isEmpty { return [] }
    var cells: [String: [String: [String]]] = [:]
    for finding in findings {
      guard let path = finding.range?.file, let cell = finding.cell, entries[path] != nil else { continue }
      cells[path, default: [:]][finding.kind.id, default: []].append(cell)
    }
    return entries.keys.sorted().flatMap { path in
      (entries[path] ?? []).enumerated().compactMap { index, entry in
        used[path]?.contains(index) == true
          ? nil : Self.unused(entry, cells[path]?[entry.accepted.finding] ?? [], kinds)
      }
    }
  }

  /// The number of cells that a message names at most.
  private static let mostCells = 50

  /// - Parameter cells: The cells that have findings of the kind that the entry accepts.
  private static func unused(_ entry: Entry, _ cells: [String], _ kinds: [FindingKind]) -> Finding {
    let id = entry.accepted.finding
    let what = entry.accepted.cell.map { "\(id)（\($0)）" } ?? id
    let english = entry.accepted.cell.map { "\(id) at \($0)" } ?? id
    let help: LocalizedText?
    if let kind = kinds.first(where: { $0.id == id }) {
      let named = cells.prefix(mostCells)
      let isCut = named.count < cells.count
      help =
        kind.concession == .none
        ? LocalizedText("这类问题不能认可，必须改正", en: "such a finding cannot be accepted; put it right")
        : cells.isEmpty
          ? LocalizedText("如已改正，请删去这一条", en: "if it was put right, remove this entry")
          : LocalizedText(
            "\(id) 在这里：\(named.joined(separator: "、"))\(isCut ? "等 \(cells.count) 处" : "")",
            en: "\(id) is at \(named.joined(separator: ", "))\(isCut ? " and others, \(cells.count) in all" : "")")
    } else {
      help = Suggestion.help(for: id, among: kinds.map(\.id))
    }
    return Finding(
      AcceptanceFindings.unused, at: entry.range,
      LocalizedText("认可了 \(what)，但没有发现这个问题", en: "\(english) is accepted, but nothing of the kind was found"),
      cell: entry.accepted.cell, help: help)
  }
}
