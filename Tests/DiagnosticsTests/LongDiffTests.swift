import Testing

@testable import Diagnostics

@Suite("Differences of long texts")
struct LongDiffTests {
  /// The new text reconstructed from the old one and the difference.
  private func applied(_ old: [String], _ new: [String]) -> (lines: [String], changes: Int) {
    let (removed, inserted) = LineDifference(old.map { $0[...] }, new.map { $0[...] }).result
    var rest = old.indices.filter { !removed.contains($0) }.map { old[$0] }[...]
    let lines = new.indices.map { inserted.contains($0) ? new[$0] : rest.popFirst() ?? "missing" }
    return (lines + rest, removed.count + inserted.count)
  }

  @Test func aLineChangedInTenThousandIsOne() {
    let old = (0..<10_000).map { "行 \($0)" }
    var new = old
    for place in stride(from: 100, to: 10_000, by: 1_000) { new[place] = "改" }
    let (lines, changes) = applied(old, new)
    #expect(lines == new)
    #expect(changes == 20)
  }

  @Test(arguments: [1, 2, 40_000])
  func changingEveryLineIsFast(_ kinds: Int) {
    let old = (0..<20_000).map { "| 规章 | ０ | \($0 % kinds) |" }
    let new = old.map { $0.replacing("０", with: "0") }
    let start = ContinuousClock.now
    #expect(applied(old, new).lines == new)
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
