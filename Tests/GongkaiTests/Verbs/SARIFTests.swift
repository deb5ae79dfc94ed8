import Foundation
import Testing

/// SARIF 2.1.0: the parts of its structure that are written.
struct SARIFTests {
  private func log() throws -> (run: JSON, portal: TemporaryPortal) {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    let file = "Content/reports/2023/liulin.md"
    try portal.expectFewReports()
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | ３ |", in: file)
    try portal.replace("| 行政复议 | 0 | 0 | 0 | 0 | 0 |", with: "| 行政复议 | 1 | 0 | 0 | 0 | 2 |", in: file)
    let run = try portal.run("check", "--format", "sarif", "-C", portal.folder.path)
    #expect(run.exitCode == 1)
    let log = try JSON(text: run.stdout)
    #expect(log.keys == ["$schema", "runs", "version"])
    #expect(log["version"].string == "2.1.0")
    return (try #require(log["runs"].items.first), portal)
  }

  @Test func everyRuleHasItsHelpInBothLanguages() throws {
    let run = try log().run
    #expect(run["columnKind"].string == "unicodeCodePoints")
    let driver = run["tool"]["driver"]
    #expect(driver["name"].string == "gongkai")
    let rules = driver["rules"].items
    #expect(Set(rules.compactMap { $0["id"].string }).count == rules.count && rules.count > 50)
    for rule in rules {
      let help = try #require(rule["help"]["text"].string)
      #expect(help.contains { $0 >= "一" && $0 <= "鿿" } && help.contains { $0 >= "a" && $0 <= "z" })
      #expect(rule["shortDescription"]["text"].string?.isEmpty == false)
      #expect(["error", "warning", "note"].contains(rule["defaultConfiguration"]["level"].string))
    }
  }

  @Test func resultsPointAtRulesAndPlaces() throws {
    let run = try log().run
    let rules = run["tool"]["driver"]["rules"].items
    let results = run["results"].items
    #expect(results.map { $0["ruleId"].string } == ["cell-style", "disputes-total"])
    #expect(results.map { $0["level"].string } == ["note", "error"])
    for result in results {
      #expect(try rules[#require(result["ruleIndex"].integer)]["id"].string == result["ruleId"].string)
      let place = try #require(result["locations"].items.first)["physicalLocation"]
      // Even though the portal was given by its absolute path.
      #expect(place["artifactLocation"]["uri"].string == "Content/reports/2023/liulin.md")
      let region = place["region"]
      #expect(region.keys == ["endColumn", "endLine", "startColumn", "startLine"])
      #expect(region["startLine"].integer == region["endLine"].integer)
    }
    #expect(results[1]["relatedLocations"].items.count == 1)
    #expect(results[1]["suppressions"].isMissing && results[1]["fixes"].isMissing)
  }

  @Test func knownFixesAreReported() throws {
    let result = try #require(try log().run["results"].items.first)
    let change = try #require(result["fixes"].items.first?["artifactChanges"].items.first)
    #expect(change["artifactLocation"]["uri"].string == "Content/reports/2023/liulin.md")
    let replacement = try #require(change["replacements"].items.first)
    #expect(replacement["insertedContent"]["text"].string == "3")
    let column = replacement["deletedRegion"]["startColumn"].integer
    #expect(column == 10 && replacement["deletedRegion"]["endColumn"].integer == 11)
  }
}
