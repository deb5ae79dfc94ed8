package import Diagnostics

/// Limits how many findings of one kind are reported for one report. Nobody reads more, and those of a broken report
/// could fill the memory and every page.
package enum FindingLimit {
  package static let all: [FindingKind] = [omitted]

  static let mostOfKind = 1_000

  package static let omitted = FindingKind(
    "findings-omitted", .hint,
    title: LocalizedText("同类问题过多，只列出一部分", en: "More findings of one kind than are listed"),
    explanation: LocalizedText(
      "一份年报的同类问题超过 1,000 个时只列出前 1,000 个，其余只计数。多半是同一个原因造成的；改正后再检查一次。",
      en:
        "Of more than 1,000 findings of one kind in one report the first 1,000 are listed and the others counted. Mostly they have one cause; check again when it is put right."
    ))
}

extension [Finding] {
  /// Keeps the first findings of each kind in a report and adds the number of those omitted.
  mutating func limit(in path: String) {
    if count <= FindingLimit.mostOfKind { return }
    var counts: [String: Int] = [:]
    for finding in self { counts[finding.kind.id, default: 0] += 1 }
    let many = counts.filter { $0.value > FindingLimit.mostOfKind }
    if many.isEmpty { return }
    var left = many.mapValues { _ in FindingLimit.mostOfKind }
    removeAll { finding in
      guard let rest = left[finding.kind.id] else { return false }
      left[finding.kind.id] = rest - 1
      return rest <= 0
    }
    for (id, count) in many.sorted(by: { $0.key < $1.key }) {
      let more = count - FindingLimit.mostOfKind
      append(
        Finding(
          FindingLimit.omitted, at: SourceRange(file: path),
          LocalizedText(
            "[\(id)] 只列出前 \(FindingLimit.mostOfKind) 处，另有 \(more) 处",
            en: "of [\(id)] the first \(FindingLimit.mostOfKind) are listed; there are \(more) more")))
    }
  }
}
