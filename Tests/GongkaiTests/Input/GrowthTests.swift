import Foundation
import Testing

/// The cost of a report grows with its size rather than quadratically, whatever the report consists of.
@Suite("Growth", .serialized)
struct GrowthTests {
  /// Seconds of processor time that are always accepted, since starting the tool takes some.
  private static let floor = 0.5
  private static let small = 40_000
  private static let large = 160_000
  /// Between the two sizes, for growth by n^1.3.
  private static let mostGrowth = 6.1

  @Test(arguments: HeavySource.allCases)
  func isNearlyLinear(_ kind: HeavySource) throws {
    for verb in [["check"], ["build"], ["fix"]] {
      let large = try time(kind, Self.large, verb)
      if large < Self.floor { continue }
      let small = try time(kind, Self.small, verb)
      #expect(
        large < max(small, Self.floor / Self.mostGrowth) * Self.mostGrowth,
        "\(verb[0]): \(small) s for \(Self.small) bytes, \(large) s for \(Self.large)")
    }
  }

  @Test(arguments: ["sameIDs", "longIDs"])
  func badTableIDsAreFindingsRatherThanFailures(_ kind: String) throws {
    let portal = try TemporaryPortal()
    let source = try #require(HeavySource(rawValue: kind))
    try portal.write("Content/reports/2023/liulin.md", source.report(bytes: kind == "longIDs" ? 10_000 : 130 * 34))
    for verb in ["check", "build"] {
      let run = try portal.run(verb)
      #expect(run.exitCode == 0, "\(run.stderr.suffix(500))")
      #expect((run.stdout + run.stderr).contains("[table-id]"))
    }
    #expect(portal.exists("Output/reports/2023/liulin.\(kind == "longIDs" ? "table-1" : "x-130").csv"))
  }

  /// - Returns: Seconds of processor time.
  private func time(_ kind: HeavySource, _ bytes: Int, _ verb: [String]) throws -> Double {
    let portal = try TemporaryPortal()
    try portal.write("Content/reports/2023/liulin.md", kind.report(bytes: bytes))
    let script = "TIMEFORMAT=%U; time \"$0\" \"$@\" > /dev/null 2> /dev/null"
    let run = try CommandRun(
      URL(filePath: "/bin/bash"), ["-c", script, CommandRun.executable.path] + verb, in: portal.folder)
    #expect(run.exitCode < 2, "\(verb[0]) ends with \(run.exitCode)")
    return try #require(Double(run.stderr.trimmingCharacters(in: .whitespacesAndNewlines)))
  }
}
