import Diagnostics
import ExampleReports
import Testing

@testable import Reports

@Suite("Ids of free tables")
struct FreeTableIDTests {
  private func tables(_ captions: [String]) throws -> (ids: [String], findings: [String]) {
    let text = captions.map { "\($0)\n\n| 甲 |\n|---|\n| 1 |\n" }.joined(separator: "\n")
    let read = ReadReport(
      ExampleReport.numbered.line(startingWith: "## 一、总体情况", becomes: "## 一、总体情况\n\n\(text)"))
    return (try #require(read.report).freeTables.map(\.id), read.findings.map(\.kind.id).filter { $0 == "table-id" })
  }

  @Test func thatAreTheSameAreNumbered() throws {
    let (ids, findings) = try tables(Array(repeating: "表：甲 {#x}", count: 130))
    #expect(ids == ["x"] + (2...130).map { "x-\($0)" })
    #expect(findings == Array(repeating: "table-id", count: 129))
  }

  @Test func aNumberedIDMayBeTaken() throws {
    #expect(try tables(["表：甲 {#x-2}", "表：乙 {#x}", "表：丙 {#x}"]).ids == ["x-2", "x", "x-3"])
  }

  @Test func oneOf300CharactersIsNotUsed() throws {
    let (ids, findings) = try tables(["表：甲 {#\(String(repeating: "x", count: 300))}"])
    #expect(ids == ["table-1"])
    #expect(findings == ["table-id"])
  }
}
