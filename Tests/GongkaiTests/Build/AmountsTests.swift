import Foundation
import Testing

/// Amounts in 元 and in 万元 beside each other: each figure keeps its unit, and only the common unit is added.
struct AmountsTests {
  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal()
    try portal.expectFewReports()
    try portal.addFilledReport("liulin", 2020, ["政府集中采购": "2 | 52100元"])
    try portal.addFilledReport("caizheng", 2020, ["政府集中采购": "13 | 956.8"])
    try portal.replace(
      "| 信息内容 | 采购项目数量 | 采购总金额 |", with: "| 信息内容 | 采购项目数量 | 采购总金额（万元） |",
      in: "Content/reports/2020/caizheng.md")
    try portal.addFilledReport("yunxi", 2020, ["政府集中采购": "1 | 477"])
    try portal.add(PortalArchive.report("liulin", 2023))
    try portal.replace("| 行政事业性收费 | 0 |", with: "| 行政事业性收费 | 70487元 |", in: "Content/reports/2023/liulin.md")
    try portal.build()
    return portal
  }

  private func rows(_ path: String, of portal: TemporaryPortal) throws -> [String] {
    try portal.text("Output/\(path)").dropFirst().components(separatedBy: "\r\n").dropLast()
  }

  @Test func eachRowHasItsOwnUnitAndTheBaseUnit() throws {
    let portal = try portal()
    let cells = try rows("data/cells.csv", of: portal)
    #expect(
      cells[0]
        == "agency,agency_name,region,year,form,scope,table,row,column,value,unit,value_base,unit_base,status,remark")
    let amounts = cells.filter { $0.contains(",procurement,amount,") || $0.contains(",fees,amount,") }.map {
      $0.components(separatedBy: ",").suffix(6).joined(separator: ",")
    }
    #expect(
      Set(amounts) == [
        "52100,元,5.21,万元,number,", "956.8,万元,956.8,万元,number,", "477,,,,number,", "70487,元,7.0487,万元,number,",
      ])
    #expect(try rows("reports/2023/liulin.csv", of: portal).contains { $0.hasSuffix(",70487,元,7.0487,万元,number,") })
  }

  @Test func sumsAndRanksUseTheBaseUnitAndNameWhatIsLeftOut() throws {
    let portal = try portal()
    let years = try rows("rows/disclosure.procurement/by-year.csv", of: portal)
    #expect(years[1].hasPrefix("2020,16,962.01,2,0,1"))
    let json = try portal.json("rows/disclosure.procurement/index.json")
    #expect(json["left_out"].items.map { $0["agency"].string } == ["yunxi"])
    let page = try portal.text("Output/rows/disclosure.procurement/index.html")
    let ranking = try #require(page.range(of: "id=\"ranking"))
    let ranked = page[ranking.lowerBound...]
    let (first, second) = (ranked.range(of: "云溪区财政局"), ranked.range(of: "云溪区柳林街道办事处"))
    #expect(try #require(first).lowerBound < #require(second).lowerBound, "956.8 万元 come before 5.21 万元")
    #expect(page.contains("金额没有写明单位") && page.contains("采购总金额（万元）"))
    #expect(page.contains("<a href=\"../../reports/2020/yunxi.html\">"))
  }

  @Test func theJSONPairsEachNumberWithItsUnit() throws {
    let portal = try portal()
    let fees = try portal.json("reports/2023/liulin.json")
    let note = try #require(fees["cell_notes"].items.first { $0["cell"].string == "disclosure.fees.amount" })
    #expect("\(note["value"])" == "70487" && note["unit"].string == "元")
    #expect("\(note["value_base"])" == "7.0487" && note["unit_base"].string == "万元")
    #expect("\(fees["tables"]["disclosure"]["fees"]["amount"])" == "7.0487")
    let unknown = try portal.json("reports/2020/yunxi.json")["cell_notes"].items
    let amount = try #require(unknown.first { $0["cell"].string == "disclosure.procurement.amount" })
    #expect("\(amount["value"])" == "477" && amount["unit"].string == "" && amount["value_base"].isNull)
  }

  @Test func wideTablesHoldTheBaseUnitAndWhatWasWritten() throws {
    let portal = try portal()
    let wide = try rows("data/cn-2019-disclosure.csv", of: portal).map { $0.components(separatedBy: ",") }
    let place = try #require(wide[0].firstIndex(of: "disclosure.procurement.amount"))
    #expect(wide[0][place + 1] == "disclosure.procurement.amount.written")
    let written = Dictionary(uniqueKeysWithValues: wide.dropFirst().map { ($0[0], [$0[place], $0[place + 1]]) })
    #expect(written == ["liulin": ["5.21", "52100元"], "caizheng": ["956.8", ""], "yunxi": ["", "477"]])
  }
}
