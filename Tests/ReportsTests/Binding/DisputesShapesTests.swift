import ExampleReports
import Testing

@testable import Reports

@Suite("复议诉讼, as it may be written")
struct DisputesShapesTests {
  @Test(arguments: threeByFive + wide + damaged)
  func everyCellIsBound(_ shape: WrittenShape) throws {
    try expectNumberedCells(.numbered.section(ExampleReport.disputes, becomes: shape.text))
  }

  private static let results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
  private static let review = (186...190).map(String.init)
  private static let direct = (191...195).map(String.init)
  private static let afterReview = (196...200).map(String.init)

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  private static func blocks(_ labels: [String], results: [String] = results) -> String {
    table(["项目"] + results, [[labels[0]] + review, [labels[1]] + direct, [labels[2]] + afterReview])
  }

  private static let threeByFive = [
    WrittenShape("three rows", blocks(["行政复议", "未经复议直接起诉", "复议后起诉"])),
    WrittenShape("the group in front, with a stroke", blocks(["行政复议", "行政诉讼 / 未经复议直接起诉", "行政诉讼 / 复议后起诉"])),
    WrittenShape("the group in front, with a colon", blocks(["行政复议", "行政诉讼：未经复议直接起诉", "行政诉讼：复议后起诉"])),
    WrittenShape(
      "a group row",
      table(
        ["项目"] + results,
        [
          ["行政复议"] + review, ["行政诉讼"] + Array(repeating: "", count: 5), ["未经复议直接起诉"] + direct,
          ["复议后起诉"] + afterReview,
        ])),
    WrittenShape(
      "the group in a column of its own",
      table(
        ["项目", ""] + results,
        [["行政复议", ""] + review, ["行政诉讼", "未经复议直接起诉"] + direct, ["", "复议后起诉"] + afterReview])),
    WrittenShape(
      "rows turned round",
      table(["项目"] + results, [["复议后起诉"] + afterReview, ["未经复议直接起诉"] + direct, ["行政复议"] + review])),
    WrittenShape(
      "three tables",
      [("行政复议", review), ("未经复议直接起诉", direct), ("复议后起诉", afterReview)]
        .map { table(["项目"] + results, [[$0.0] + $0.1]) }.joined(separator: "\n\n")),
  ]

  private static func named(_ separator: String, _ blocks: [String]) -> [String] {
    blocks.flatMap { block in results.map { block + separator + $0 } }
  }

  private static let all = review + direct + afterReview
  private static let names = ["行政复议", "未经复议直接起诉", "复议后起诉"]

  private static let wide = [
    WrittenShape("fifteen columns named with a dot", table(named("·", names), [all])),
    WrittenShape("fifteen columns named with a stroke", table(named(" / ", names), [all])),
    WrittenShape("fifteen columns named with a colon", table(named("：", names), [all])),
    WrittenShape(
      "fifteen columns with all their groups", table(named("/", ["行政复议", "行政诉讼/未经复议直接起诉", "行政诉讼/复议后起诉"]), [all])),
    WrittenShape(
      "fifteen named columns in an order of their own",
      table(named("·", ["复议后起诉", "行政复议", "未经复议直接起诉"]), [afterReview + review + direct])),
    WrittenShape("a label in front", table(["项目"] + named("·", names), [["件数"] + all])),
    WrittenShape("the five results three times", table(results + results + results, [all])),
    WrittenShape(
      "the three header rows of the form",
      table(
        ["行政复议", "", "", "", "", "行政诉讼"] + Array(repeating: "", count: 9),
        [
          results + ["未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""],
          Array(repeating: "", count: 5) + results + results, all,
        ])),
  ]

  private static let damagedResults = ["结果维持", "结果", "其他", "尚未", "总计"]

  private static let damaged = [
    WrittenShape("cut headings, by the words that are left and the place", blocks(names, results: damagedResults)),
    WrittenShape(
      "cut headings three times",
      table(damagedResults + ["结果", "结果", "其他", "尚未", "总计"] + ["结果", "结果", "其他", "尚未", "总计"], [all])),
    WrittenShape("headings broken by a space", blocks(names, results: ["结果 维持", "结果　纠正", "其 他 结 果", "尚未审结", "总 计"])),
    WrittenShape(
      "the grid of a real report, its spans lost",
      """
      行政复议 | 行政诉讼 | | | | | | | | | | | | | |
      ---|---|---|---|---|---|---|---|---|---|---|---|---|---|---
      结果维持 | 结果 | 其他 | 尚未 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | |
      | | | | | | 结果 | 结果 | 其他 | 尚未 | 总计 | 结果 | 结果 | 其他 | 尚未 | 总计
      \(all.joined(separator: " | "))
      """),
  ]
}
