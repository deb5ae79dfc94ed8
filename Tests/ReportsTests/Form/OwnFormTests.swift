import Diagnostics
import ExampleReports
import Markup
import Testing

@testable import Reports

@Suite("Forms of a portal's own")
struct OwnFormTests {
  private static let small = """
    id: small
    title: 小表
    signs: [特有列]
    sections:
      - {id: one, label: 一、唯一部分, table: only}
    tables:
      - id: only
        title: {zh: 唯一的表, en: The only table}
        unit: 件
        blocks:
          - id: only
            corner: 项目
            columns: [{id: a, label: 特有列}, {id: total, label: 总计}]
            rows: [{id: r, label: 行}, {id: g, label: 组, own_value: false}]
    rules:
      - {id: requests-row-total, sum: [only.*.total], equals: [only.*.a]}

    """

  private func library(_ text: String) -> (library: FormLibrary, findings: [Finding]) {
    var findings: [Finding] = []
    let library = FormLibrary(portalForms: [SourceFile(path: "forms/small.yaml", text: text)], findings: &findings)
    return (library, findings)
  }

  @Test func isReadAndBound() throws {
    let (library, findings) = library(Self.small)
    #expect(findings.isEmpty)
    let text =
      ExampleReport().text.prefix { $0 != "#" } + "## 一、唯一部分\n\n| 项目 | 特有列 | 总计 |\n|---|---|---|\n| 行 | 3 | 4 |\n"
    var found: [Finding] = []
    let source = SourceFile(path: "reports/2023/liulin.md", text: String(text))
    let document = try #require(MarkupParser().parse(source, findings: &found))
    let report = try #require(ReportReader(forms: library).read(document, findings: &found))
    Rules.check(report, findings: &found)
    #expect(report.form.id == "small")
    #expect(found.map(\.kind.id) == ["requests-row-total"])
  }

  @Test func takesThePlaceOfABuiltInOne() {
    let library = library(Self.small.replacing("id: small", with: "id: cn-2021")).library
    #expect(library.forms.count == FormLibrary.builtIn.forms.count)
    #expect(library.form(id: "cn-2021")?.cells.count == 2)
  }

  @Test(arguments: [
    ("sum: [only.*.total]", "sum: [only.*.totl]", "value-invalid"), ("table: only", "table: other", "value-invalid"),
    ("id: small\n", "", "key-missing"), ("signs:", "sings:", "key-unknown"),
    ("equals:", "equal:", "key-unknown"), ("title: 小表", "title: &a 小表", "yaml-refused"),
    ("label: 行", "label: [行]", "value-invalid"), ("{id: r,", "{id: ../../r,", "value-invalid"),
    ("sum: [only.*.total]", "sum: []", "value-invalid"),
    ("sum: [only.*.total]", "sum: [only.g.total]", "value-invalid"),
    ("[only.*.a]", "[9223372036854775807, 1]", "value-invalid"),
    ("[only.*.a]", "[-9223372036854775808]", "value-invalid"),
    ("[only.*.a]", "[1000000000000000]", "value-invalid"),
    ("sum: [only.*.total], equals: [only.*.a]", "cells: [], are: stated", "value-invalid"),
    ("columns: [{id: a, label: 特有列}, {id: total, label: 总计}]", "unit_column: {label: 单位}", "key-missing"),
    ("rows: [{id: r, label: 行}, {id: g, label: 组, own_value: false}]", "rows: []", "value-invalid"),
    ("{id: r, label: 行}", "{id: r, label: 行, own_value: false}", "value-invalid"),
    ("id: small", "id: <b>", "value-invalid"), ("{id: requests-row-total", "{id: 'a b'", "value-invalid"),
  ])
  func faultIsFoundAndTheFormLeftOut(_ old: String, _ new: String, _ id: String) {
    let (library, findings) = library(Self.small.replacing(old, with: new))
    #expect(findings.map(\.kind.id).contains(id))
    #expect(findings.allSatisfy { $0.range?.file == "forms/small.yaml" })
    #expect(library.form(id: "small") == nil)
  }
}

@Suite("The form of a report is identified by its labels")
struct FormChoiceTests {
  @Test func labelsDecideRatherThanTheYear() throws {
    var findings: [Finding] = []
    let library = FormLibrary.builtIn
    func form(_ text: String, year: Int) throws -> String? {
      let document = try #require(MarkupParser().parse(SourceFile(path: "a.md", text: text), findings: &findings))
      return library.form(toldBy: document, year: year)?.id
    }
    let new = "| 信息内容 | 本年制发件数 |\n|---|---|\n| 规章 | 0 |\n"
    let old = "| 信息内容 | 对外公开\u{3000}总数量 |\n|---|---|\n| 规章 | 0 |\n"
    #expect(try form(new, year: 2020) == "cn-2021")
    #expect(try form(old, year: 2022) == "cn-2019")
    #expect(try form("没有表格", year: 2020) == "cn-2019")
    #expect(try form("没有表格", year: 2015) == "cn-2014")
    #expect(try form("没有表格", year: 2022) == "cn-2021")
    #expect(try form("没有表格", year: 2010) == "cn-2021")
  }
}
