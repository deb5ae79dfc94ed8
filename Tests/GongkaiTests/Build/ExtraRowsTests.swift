import Testing

/// Rows that the form does not have are published if a report accepts them.
struct ExtraRowsTests {
  @Test func areOnThePageAndInTheJSON() throws {
    let source = String(decoding: ReportCase("", verdict: .binds).source(of: "liulin"), as: UTF8.self)
      .replacing("清溪县文化和旅游局", with: "云溪区柳林街道办事处")
      .replacing(
        "published: 2025-01-24\n",
        with: "published: 2025-01-24\naccepted:\n  - {finding: row-unknown, reason: 市里统一要求}\n"
      )
      .replacing("| 行政规范性文件 | 2 | 1 | 9 |\n", with: "| 行政规范性文件 | 2 | 1 | 9 |\n| 其他文件 | 12 | 3 | 40 |\n")
    let portal = try TemporaryPortal()
    try portal.write("Content/reports/2024/liulin.md", source)
    try portal.expectFewReports()
    try portal.build()
    let rows = try JSON(text: portal.text("Output/reports/2024/liulin.json"))["extra_rows"].items
    #expect(rows.count == 1)
    #expect(rows[0]["table"].string == "disclosure")
    #expect(rows[0]["label"].string == "其他文件")
    #expect(rows[0]["cells"].items.compactMap(\.string) == ["12", "3", "40"])
    let page = try portal.text("Output/reports/2024/liulin.html")
    #expect(page.contains("<th scope=\"row\">其他文件</th><td>12</td><td>3</td><td>40</td>"))
  }
}
