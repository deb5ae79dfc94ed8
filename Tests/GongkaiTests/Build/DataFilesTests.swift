import Foundation
import Testing

/// The data files of a portal, from its sources to the files in `Output`.
struct DataFilesTests {
  private static let header =
    "agency,agency_name,region,year,form,scope,table,row,column,value,unit,value_base,unit_base,status,remark"

  private func portal(_ settings: String = "") throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023) + PortalArchive.report("caizheng", 2024))
    try portal.replace(
      "| 规章 | 0 | 0 | 0 |", with: "| 规章 | 0 |  | 22（其中修订 16 件） |", in: "Content/reports/2023/liulin.md")
    try portal.replace("| 行政许可 | 0 |", with: "| 行政许可 | — |", in: "Content/reports/2023/liulin.md")
    if !settings.isEmpty { try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + settings) }
    try portal.build()
    return portal
  }

  private func lines(_ path: String, of portal: TemporaryPortal) throws -> [String] {
    let text = try portal.text("Output/\(path)")
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    return text.dropFirst().components(separatedBy: "\r\n").dropLast()
  }

  @Test func aReportHasOneRowPerCell() throws {
    let lines = try lines("reports/2023/liulin.csv", of: portal())
    #expect(lines[0] == Self.header)
    #expect(lines[1].hasSuffix(",2023,cn-2021,own,disclosure,regulations,issued,0,件,0,件,zero,"))
    #expect(lines[2].hasSuffix(",2023,cn-2021,own,disclosure,regulations,repealed,,件,,件,blank,"))
    #expect(lines[3].hasSuffix(",2023,cn-2021,own,disclosure,regulations,in_force,22,件,22,件,number,其中修订 16 件"))
    #expect(lines.contains { $0.hasSuffix(",disclosure,licensing,decisions,,件,,件,not_applicable,—") })
  }

  @Test func thePortalHoldsAllReportsByYear() throws {
    let portal = try portal()
    let all = try lines("data/cells.csv", of: portal)
    let (first, second) = (
      try lines("reports/2023/liulin.csv", of: portal), try lines("reports/2024/caizheng.csv", of: portal)
    )
    #expect(all == first + second.dropFirst())
    let reports = try portal.text("Output/data/reports.ndjson").split(separator: "\n").map {
      try JSON(text: String($0))
    }
    #expect(reports.map { $0["year"].integer } == [2023, 2024])
    #expect(reports[0]["tables"]["disclosure"]["regulations"]["in_force"].integer == 22)
    #expect(reports[0]["tables"]["disclosure"]["regulations"]["repealed"].isNull, "blank is not 0")
    let page = try portal.json("reports/2023/liulin.json")
    for key in reports[0].keys { #expect(reports[0][key].sorted == page[key].sorted, "\(key)") }
    #expect(Set(page.keys).subtracting(reports[0].keys) == ["$schema", "sections"])
    #expect(try lines("data/reports.csv", of: portal).count == 3)
  }

  @Test func aWithdrawnReportIsInNoDataFile() throws {
    let portal = try portal()
    try portal.replace(
      "year: 2023", with: "year: 2023\nstatus: withdrawn\nwithdrawn: {date: 2024-05-01, reason: 数据有误}",
      in: "Content/reports/2023/liulin.md")
    #expect(try portal.run("build").exitCode == 0)
    #expect(!portal.exists("Output/reports/2023/liulin.csv"))
    for path in ["data/cells.csv", "data/reports.csv", "years/2023/index.csv"] {
      #expect(try !lines(path, of: portal).dropFirst().contains { $0.hasPrefix("liulin,") }, "\(path)")
    }
    #expect(try portal.text("Output/feed.atom").contains("liulin.html#withdrawn"))
  }

  @Test func formulasDoNotRun() throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.replace("| 规章 | 0 | 0 | 0 |", with: "| 规章 | 0 | 0 | 22（=1+1） |", in: "Content/reports/2023/liulin.md")
    #expect(try portal.run("build").exitCode == 0)
    #expect(try lines("reports/2023/liulin.csv", of: portal)[3].hasSuffix(",22,件,22,件,number,'=1+1"))
  }

  @Test func manyReportsAreSplitByYear() throws {
    let portal = try portal("data: {split_above: 1}\n")
    let all =
      try lines("reports/2023/liulin.csv", of: portal) + lines("reports/2024/caizheng.csv", of: portal).dropFirst()
    let years = try [2023, 2024].map { try lines("data/cells-\($0).csv", of: portal) }
    #expect(all == years[0] + years[1].dropFirst())
    #expect(!portal.exists("Output/data/cells.csv") && !portal.exists("Output/data/reports.ndjson"), "never both")
    #expect(portal.exists("Output/data/cells-2023.csv-metadata.json"))
    #expect(portal.exists("Output/data/2023.xlsx") && !portal.exists("Output/data/portal.xlsx"))
    let files = try portal.json("data/index.json")["files"].items
    for name in ["reports-2024.ndjson", "cells-2024.csv"] {
      let file = try #require(files.first { $0["file"].string == name })
      #expect(file["year"].integer == 2024)
      #expect(file["title"]["en"].string?.hasSuffix(", 2024") == true)
    }
  }

  @Test func eachYearHasAWorkbookWithItsIdentifiersBelowTheHeadings() throws {
    let portal = try portal()
    let resources = try portal.json("datapackage.json")["resources"].items
    for year in [2023, 2024] {
      let file = try #require(resources.first { $0["path"].string == "data/\(year).xlsx" })
      #expect(file["dialect"]["headerRows"].items.map(\.integer) == [2])
    }
    #expect(
      try portal.text("Output/data/index.html").contains(
        /<h2 id="by-year">.*?2024\.xlsx.*?2023\.xlsx/.dotMatchesNewlines()))
  }

  @Test func disabledFilesAreNeitherWrittenNorLinked() throws {
    let portal = try portal(
      "data: {beside: false, workbooks: false, database: false, portal: false, checksums: false}\n")
    let files = try portal.files().keys
    #expect(
      !files.contains { $0.hasPrefix("data/") || $0.hasSuffix(".csv") || $0.hasSuffix(".xlsx") || $0 == "SHA256SUMS" })
    let page = try portal.text("Output/years/2023/index.html")
    #expect(!page.contains(".csv") && !page.contains(".xlsx") && !page.contains("data/index.html"))
  }

  @Test func theChecksumsCoverEveryFile() throws {
    let portal = try portal()
    let listed = try portal.text("Output/SHA256SUMS").split(separator: "\n").map { String($0.dropFirst(66)) }
    #expect(
      listed
        == (try portal.files().keys.filter { $0 != "SHA256SUMS" }).sorted {
          Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
        })
    #expect(try portal.run("verify", "Output").exitCode == 0)
    try portal.write("Output/data/cells.csv", "")
    try portal.remove("Output/index.json")
    try portal.write("Output/other.txt", "")
    let run = try portal.run("verify", "Output", "--lang", "en")
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("changed data/cells.csv\nmissing index.json\nnot listed other.txt\n"))
    #expect(try portal.run("verify", "Content").exitCode == 2)
  }

  @Test(arguments: ["1", "2", "7"])
  func theNumberOfThreadsChangesNothing(_ jobs: String) throws {
    let portal = try portal()
    let before = try portal.files()
    #expect(try portal.run("build", "--jobs", jobs).exitCode == 0)
    #expect(try portal.files() == before)
  }
}
