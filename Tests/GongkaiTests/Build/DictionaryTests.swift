import Foundation
import Testing

/// The descriptions of columns, codes and cells in the data dictionary.
struct DictionaryTests {
  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.build()
    return portal
  }

  @Test func everyCodeIsExplained() throws {
    let portal = try portal()
    let tables = try portal.json("data/dictionary.json")["tables"].items
    var explained: Set<String> = []
    for table in tables {
      for column in table["columns"].items where !column["values"].isMissing {
        #expect(column["codes"].items.map { $0["code"].string } == column["values"].items.map(\.string))
        for code in column["codes"].items {
          #expect(code["label"]["zh"].string?.isEmpty == false && code["label"]["en"].string?.isEmpty == false)
        }
        explained.insert(column["id"].string ?? "")
      }
    }
    let relations = ["relation_2014_2019", "relation_2019_2021", "relation_2014_2021"]
    #expect(explained == Set(["kind", "late", "level", "scope", "severity", "status"] + relations))
    let metadata = try portal.text("Output/data/cells.csv-metadata.json")
    #expect(metadata.contains("not_applicable: not applicable; text: a text"))
    #expect(metadata.contains("blank 未填，不是 0"))
    let page = try portal.text("Output/en/data/dictionary.html")
    #expect(page.contains("<h2 id=\"cells\">cells.csv: All figures, a row a cell</h2>"))
    #expect(page.contains("<li><code>zero</code> 0 was stated</li>"))
  }

  @Test func everyCellHasItsRowExplained() throws {
    let portal = try portal()
    let forms = try portal.json("data/dictionary.json")["forms"].items
    let form = try #require(forms.first { $0["id"].string == "cn-2021" })
    #expect(form["first_year"].integer == 2021 && form["last_year"].isNull)
    for cell in form["cells"].items {
      #expect(cell["definition"]["zh"].string?.isEmpty == false, "\(cell["id"])")
      #expect(cell["definition"]["en"].string?.isEmpty == false, "\(cell["id"])")
    }
    let secret = try #require(form["cells"].items.first { $0["row"].string == "denied.state_secret" })
    #expect(secret["article"]["zh"].string == "《政府信息公开条例》第十四条")
    let page = try portal.text("Output/data/dictionary.html")
    #expect(page.contains("<p>2021年度及以后的报告</p>"))
    #expect(page.contains("<td>《政府信息公开条例》第十四条</td>"))
  }
}
