import Diagnostics
import Languages
import Reports
import Testing

@testable import DataFiles

/// The grid of a printed form: nothing is missing or duplicated, and labels are where the annexes have them.
struct PrintedTableTests {
  private static let forms: [Form] = {
    var findings: [Finding] = []
    return FormLibrary(findings: &findings).forms
  }()

  private func tables(of id: String) throws -> (form: Form, tables: [PrintedTable]) {
    let form = try #require(Self.forms.first { $0.id == id })
    return (form, form.tables.map { PrintedTable($0, in: form, strings: SiteStrings([.simplifiedChinese]).first) })
  }

  /// The position of a label or of a cell's value: first and last line, first and last column, from 0.
  private func place(_ isSought: (PrintedTable.Piece.Content) -> Bool, in table: PrintedTable) -> [Int]? {
    for (line, pieces) in table.lines.map(\.pieces).enumerated() {
      for piece in pieces where isSought(piece.content) {
        return [line, line + piece.height - 1, piece.columns.lowerBound, piece.columns.upperBound]
      }
    }
    return nil
  }

  private func place(_ label: String, in table: PrintedTable) -> [Int]? {
    place(
      { content in
        switch content {
        case .heading(let text), .row(let text, _): text == label
        case .cell: false
        }
      }, in: table)
  }

  private func place(_ id: String, of form: Form, in table: PrintedTable) throws -> [Int]? {
    let cell = try #require(form.cell(id))
    return place({ if case .cell(cell) = $0 { true } else { false } }, in: table)
  }

  @Test(arguments: [Language.simplifiedChinese, .english])
  func everyCellOfTheGridIsCoveredOnce(_ language: Language) {
    #expect(Self.forms.count { !$0.tables.isEmpty } >= 3)
    for form in Self.forms {
      var cells: [Int] = []
      for table in form.tables {
        let printed = PrintedTable(table, in: form, strings: SiteStrings([language]).first)
        var taken = Array(repeating: Array(repeating: 0, count: printed.widths.count), count: printed.lines.count)
        for (line, pieces) in printed.lines.map(\.pieces).enumerated() {
          for piece in pieces {
            if case .cell(let cell) = piece.content { cells.append(cell) }
            for row in line..<line + piece.height { for column in piece.columns { taken[row][column] += 1 } }
          }
        }
        #expect(taken.allSatisfy { $0.allSatisfy { $0 == 1 } }, "\(form.id) \(table.id)")
      }
      #expect(cells.sorted() == Array(form.cells.indices), "\(form.id)")
    }
  }

  @Test func disclosureIsABlockBelowTheOther() throws {
    let (form, tables) = try tables(of: "cn-2021")
    let table = tables[0]
    #expect(table.widths.count == 4)
    #expect(table.lines.count == 14)
    #expect(place("第二十条第（一）项", in: table) == [0, 0, 0, 3])
    #expect(place("行政规范性文件", in: table) == [3, 3, 0, 0])
    #expect(place("本年处理决定数量", in: table) == [5, 5, 1, 3], "the one column of a block is as wide as three")
    #expect(try place("disclosure.fees.amount", of: form, in: table) == [13, 13, 1, 3])
  }

  @Test func requestsHaveThreeColumnsOfLabels() throws {
    let (form, tables) = try tables(of: "cn-2021")
    let table = tables[1]
    #expect(table.widths.count == 10)
    #expect(table.lines.count == 3 + 25)
    #expect(table.headings == 3)
    #expect(place("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", in: table) == [0, 2, 0, 2])
    #expect(place("申请人情况", in: table) == [0, 0, 3, 9])
    #expect(place("自然人", in: table) == [1, 2, 3, 3])
    #expect(place("法人或其他组织", in: table) == [1, 1, 4, 8])
    #expect(place("三、本年度办理结果", in: table) == [5, 26, 0, 0])
    #expect(place("（三）不予公开", in: table) == [7, 14, 1, 1])
    #expect(place("（七）总计", in: table) == [26, 26, 1, 2])
    #expect(place("四、结转下年度继续办理", in: table) == [27, 27, 0, 2])
    #expect(try place("requests.carried_forward.total", of: form, in: table) == [27, 27, 9, 9])
  }

  @Test(arguments: ["cn-2019", "cn-2021"])
  func disputesAreInOneRowOfFifteen(_ id: String) throws {
    let (form, tables) = try tables(of: id)
    let table = tables[2]
    #expect(table.widths.count == 15)
    #expect(table.lines.count == 4)
    #expect(place("行政复议", in: table) == [0, 0, 0, 4])
    #expect(place("行政诉讼", in: table) == [0, 0, 5, 14])
    #expect(place("结果维持", in: table) == [1, 2, 0, 0])
    #expect(place("复议后起诉", in: table) == [1, 1, 10, 14])
    #expect(try place("disputes.litigation_after_review.total", of: form, in: table) == [3, 3, 14, 14])
  }

  @Test func aColumnIsAsWideAsTheLongestWordOfItsHeading() throws {
    let form = try #require(Self.forms.first { $0.id == "cn-2021" })
    let (chinese, english) = (
      PrintedTable(form.tables[1], in: form, strings: SiteStrings([.simplifiedChinese]).first),
      PrintedTable(form.tables[1], in: form, strings: SiteStrings([.english]).first)
    )
    // Public interest organisations
    #expect(chinese.widths[6] < 8 && english.widths[6] > 13)
    #expect(english.widths[9] == chinese.widths[9], "Total")
  }

  @Test func aListOfIndicatorsIsIndented() throws {
    let (form, tables) = try tables(of: "cn-2014")
    let table = tables[0]
    #expect(table.widths.count == 3)
    #expect(place("一、主动公开情况", in: table) == [1, 1, 0, 2])
    let line = try #require(place("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", in: table)?.first)
    #expect(place("条", in: table) == [line, line, 1, 1])
    #expect(try place("statistics.disclosure.published.value", of: form, in: table) == [line, line, 2, 2])
    guard case .row(_, indentation: 1) = table.lines[line].pieces[0].content else {
      Issue.record("the row is not set in")
      return
    }
  }
}
