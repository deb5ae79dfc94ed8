import Diagnostics
import MarkedSources
import Markup
import Testing

@testable import Reports

/// Increases by one every number of 件 that the sample portal states about requests.
@Suite("A figure of the prose changed by one")
struct NarrativeChangeTests {
  /// Where the part about requests is.
  enum Place: CaseIterable {
    case overview, besideTheTable
  }

  @Test(arguments: Place.allCases)
  func isFound(_ place: Place) {
    var (changed, found) = (0, 0)
    for source in SampleReports.sources {
      let paragraphs = Paragraphs(String(decoding: source.bytes, as: UTF8.self), place)
      let honest = findings(in: paragraphs.text(changing: false), at: source.path)
      #expect(honest.isEmpty, "\(source.path): \(honest)")
      changed += paragraphs.figures
      found += findings(in: paragraphs.text(changing: true), at: source.path).count
    }
    print("\(place): \(found) of \(changed) changed figures are found")
    #expect(changed > 700)
    #expect(Double(found) / Double(changed) > 0.99)
  }

  /// Locations of the findings about numbers of 件.
  private func findings(in text: String, at path: String) -> Set<String> {
    let kinds = [NarrativeRequests.kind.id, NarrativeDisputes.kind.id]
    return Set(
      ReadReport(SourceFile(path: path, text: text)).findings.filter { kinds.contains($0.kind.id) }
        .compactMap { $0.range?.described })
  }

  /// A report with its paragraphs about requests separated.
  private struct Paragraphs {
    private var before: [Substring] = []
    private var onRequests: [Substring] = []
    private var after: [Substring] = []
    let figures: Int

    init(_ text: String, _ place: Place) {
      var section = ""
      var isPart = false
      var rest: [Substring] = []
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("## ") { section = String(line) }
        if line.hasPrefix("#") { isPart = line.hasPrefix("### ") && section.hasPrefix("## 一") && line.contains("申请") }
        if isPart, !line.hasPrefix("#") {
          onRequests.append(line)
          if place == .overview, before.isEmpty {
            before = rest
            rest = []
          }
        } else {
          rest.append(line)
        }
        if place == .besideTheTable, line.hasPrefix("## 三"), before.isEmpty {
          before = rest + [""]
          rest = []
        }
      }
      after = rest
      figures = onRequests.reduce(0) { $0 + $1.matches(of: Self.figure).count }
    }

    private static nonisolated(unsafe) let figure = /([0-9][0-9,]*)件/

    func text(changing: Bool) -> String {
      let part = onRequests.map { line in
        guard changing else { return String(line) }
        return String(line).replacing(Self.figure) { "\((Int($0.output.1.filter { $0 != "," }) ?? 0) + 1)件" }
      }
      return (before.map(String.init) + part + after.map(String.init)).joined(separator: "\n")
    }
  }
}
