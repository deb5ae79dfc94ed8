import Diagnostics
import Languages
import Reports
import Testing

@testable import Pages

struct RowNotesTests {
  private func notes(_ language: Language) throws -> [String] {
    let form = try #require(FormLibrary.builtIn.form(id: "cn-2021"))
    let html = try #require(RowNotesHTML(form: form, strings: SiteStrings([language]).first, linked: [])).html
    return String(decoding: html, as: UTF8.self).split(separator: "<details>").map(String.init)
  }

  @Test func aTableNamesTheLawOnceAndThenItsArticles() throws {
    let tables = try notes(.simplifiedChinese)
    #expect(tables.count == 3)
    for table in tables { #expect(table.matches(of: /《政府信息公开条例》/).count == 1) }
    #expect(tables[0].contains("（《政府信息公开条例》第二十条第（一）项）</dd>\n<dt>行政规范性文件"))
    #expect(tables[0].contains("（第二十条第（五）项）"))
    #expect(tables[1].contains("（第十四条）"))
  }

  @Test func soItDoesInEnglish() throws {
    let tables = try notes(.english)
    for table in tables { #expect(table.matches(of: /Regulations on Open Government Information/).count == 1) }
    #expect(tables[0].contains("(Regulations on Open Government Information, art. 20 (1))</dd>"))
    #expect(tables[0].contains("(art. 20 (5))"))
  }
}
