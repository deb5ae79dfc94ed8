internal import Bytes
internal import DataFiles
internal import Diagnostics
internal import Portal
internal import Reports

/// The content of the pages about the data.
struct DataPageHTML {
  let frame: PageFrame

  private var language: Language { frame.language }

  // MARK: Files

  /// What people look for first, and all files last.
  func writeFiles(_ files: [PublishedFile], version: String, to html: inout HTMLWriter) {
    paragraph(DataPageText.introduction, to: &html)
    html.line("p") { html in
      html.text(DataPageText.version[language])
      html.element("code", text: version)
      html.text(" · ")
      html.element("a", .href(frame.shared("CITATION.cff")), text: "CITATION.cff")
    }
    let years = files.filter { $0.file.onlyYear != nil }.sorted { $0.name > $1.name }
    if !years.isEmpty { write(DataPageText.byYear, "by-year", DataPageText.byYearNote, years, to: &html) }
    let whole = files.filter { file in
      ["portal.sqlite", "portal.xlsx"].contains(file.name) || file.file.name == "cells.csv"
    }
    write(DataPageText.whole, "whole", DataPageText.wholeNote, whole, to: &html)
    html.line("h2", .id("single"), text: DataPageText.single[language])
    html.block("ul") { html in
      for (note, route, name) in [
        (DataPageText.agenciesNote, Route.agencies, PageText.agencies), (DataPageText.rowsNote, .rows, RowText.rows),
      ] {
        html.line("li") { html in
          html.text(note[language])
          html.element("a", .href(frame.link(route)), text: name[language])
        }
      }
    }
    let lines = files.filter { $0.file.name == "reports.ndjson" || $0.name == "metadata.yaml" }
    write(DataPageText.developers, "developers", DataPageText.developersNote, lines, to: &html)
    html.line("p") { html in
      let pages: [(LocalizedText, Route)] = [
        (PageText.dictionary, .dictionary), (PageText.dataUse, .dataUse), (CrosswalkTable.title, .crosswalk),
      ]
      for (number, (name, route)) in pages.enumerated() {
        if number > 0 { html.text(" · ") }
        html.element("a", .href(frame.link(route)), text: name[language])
      }
      for name in ["datapackage.json", "catalog.jsonld", "schema/report-1.json"]
        + (frame.context.site.data.checksums ? ["SHA256SUMS"] : [])
      {
        html.text(" · ")
        html.element("a", .href(frame.shared(name)), text: name)
      }
    }
    html.line("h2", .id("all"), text: DataPageText.all[language])
    writeTable(
      "files", PageText.data,
      [
        LocalizedText("文件", en: "File"), LocalizedText("内容", en: "Content"), DataPageText.rows,
        LocalizedText("大小", en: "Size"),
      ], to: &html
    ) { html in
      for file in files {
        html.line("tr") { html in
          html.element("th", .scope("row"), .id(file.name)) { html in
            html.element("a", .type(file.type.name), .href(frame.shared(file.path)), text: file.name)
          }
          html.element("td", text: file.title[language])
          html.element("td", text: file.rows.map { "\($0)" } ?? "")
          html.element("td", text: PageText.size(file.bytes))
        }
      }
    }
  }

  /// A heading, a sentence, and links to files with their sizes.
  private func write(
    _ title: LocalizedText, _ id: String, _ note: LocalizedText, _ files: [PublishedFile], to html: inout HTMLWriter
  ) {
    html.line("h2", .id(id), text: title[language])
    paragraph(note, to: &html)
    html.block("ul", .class("links")) { html in
      for file in files {
        html.line("li") { html in
          html.element("a", .type(file.type.name), .href(frame.shared(file.path)), text: file.name)
          html.text(PageText.bracketed(PageText.size(file.bytes), language))
        }
      }
    }
  }

  // MARK: Dictionary

  /// Columns of a file with one row per report are cells of its form, which are described separately.
  func writeDictionary(_ files: [PublishedFile], _ forms: FormLibrary, to html: inout HTMLWriter) {
    let labels = [
      LocalizedText("列", en: "Column"), LocalizedText("名称", en: "Label"), LocalizedText("说明", en: "Definition"),
      LocalizedText("类型", en: "Type"),
    ]
    for file in files.tables where !file.isWide {
      let (name, words) = (file.file.name, file.file.title)
      let title = LocalizedText("\(name)：\(words.chinese)", en: "\(name): \(words.english)")
      html.line("h2", .id(file.tableName), text: title[language])
      writeTable(file.tableName, title, labels, to: &html) { html in
        for column in file.columns {
          html.line("tr") { html in
            html.element("th", .scope("row")) { $0.element("code", text: column.id) }
            html.element("td", text: column.label[language])
            html.element("td") { html in
              html.text(column.definition[language])
              if case .choice(let codes) = column.kind { write(codes, to: &html) }
            }
            html.element("td", text: DataDictionary.type(of: column.kind))
          }
        }
      }
    }
    for form in forms.forms where !form.cells.isEmpty { write(form, to: &html) }
  }

  private func write(_ codes: [DataColumn.Code], to html: inout HTMLWriter) {
    html.element("ul") { html in
      for code in codes {
        html.element("li") { html in
          html.element("code", text: code.code)
          html.text(" ")
          html.text(code.label[language])
        }
      }
    }
  }

  private func write(_ form: Form, to html: inout HTMLWriter) {
    html.line("h2", .id("form-\(form.id)"), text: form.title[language] + PageText.bracketed(form.id, language))
    if let basis = form.basis { paragraph(basis, to: &html) }
    if let years = Self.years(of: form) { paragraph(years, to: &html) }
    for table in form.tables where !table.cells.isEmpty {
      html.line("h3", .id("\(form.id)-\(table.id)"), text: table.title[language])
      writeTable(
        "\(form.id)-\(table.id)",
        LocalizedText(
          "\(form.id) \(table.id)：\(table.title.chinese)", en: "\(form.id) \(table.id): \(table.title.english)"),
        [
          LocalizedText("行.列", en: "row.column"), LocalizedText("行", en: "Row"), LocalizedText("列", en: "Column"),
          LocalizedText("单位", en: "Unit"), LocalizedText("说明", en: "Definition"),
          LocalizedText("条款", en: "Article"),
        ], to: &html
      ) { html in
        for index in table.cells {
          let (row, column) = (form.label(ofRow: index), form.label(ofColumn: index))
          html.line("tr") { html in
            html.element("th", .scope("row")) { $0.element("code", text: "\(row.id).\(column.id)") }
            html.element("td", text: row.label[language])
            html.element("td", text: column.label[language])
            html.element("td", text: form.cells[index].unit)
            html.element("td", text: row.definition?[language] ?? "")
            html.element("td", text: form.article(of: index)?[language] ?? "")
          }
        }
      }
    }
  }

  private static func years(of form: Form) -> LocalizedText? {
    switch (form.years.from, form.years.to) {
    case (let from?, let to?) where from == to: LocalizedText("\(from)年度的报告", en: "Reports of \(from)")
    case (let from?, let to?): LocalizedText("\(from)年至\(to)年度的报告", en: "Reports of \(from) to \(to)")
    case (let from?, nil): LocalizedText("\(from)年度及以后的报告", en: "Reports of \(from) and later")
    case (nil, let to?): LocalizedText("\(to)年度及以前的报告", en: "Reports of \(to) and before")
    case (nil, nil): nil
    }
  }

  // MARK: Examples

  func writeExamples(of portal: Portal, to html: inout HTMLWriter) {
    // A large portal has files for each year.
    let isSplit = portal.counts.reports > portal.site.data.splitAbove
    let year = "\(portal.years.first ?? 0)"
    let base = frame.context.site.baseURL
    // The number of folders in the URL, which the mirror does not need.
    let depth = base.split(separator: "/").count - 2
    func filled(_ text: String) -> String {
      text.replacing("BASE", with: base).replacing("DEPTH", with: "\(depth)")
        .replacing("CELLS", with: isSplit ? "cells-\(year).csv" : "cells.csv")
        .replacing("REPORTS", with: isSplit ? "reports-\(year).ndjson" : "reports.ndjson")
        .replacing("YEAR", with: year)
    }
    for example in DataExample.all {
      html.line("h2", .id(example.id), text: example.title)
      html.line("p", text: filled(example.introduction[language]))
      if let code = example.code {
        html.line("pre", .focusable) { $0.element("code", text: filled(code)) }
      }
      if example.steps.isEmpty { continue }
      html.block("ol") { html in
        for step in example.steps { html.line("li", text: filled(step[language])) }
      }
    }
  }

  // MARK: Pieces

  private func paragraph(_ text: LocalizedText, to html: inout HTMLWriter) {
    html.line("p", text: text[language])
  }

  func writeTable(
    _ id: String, _ caption: LocalizedText, _ labels: [LocalizedText], to html: inout HTMLWriter,
    _ writeRows: (inout HTMLWriter) -> Void
  ) {
    let captionID = "table-\(id)"
    html.line("div", .class("table"), .role("region"), .labelledBy(captionID), .focusable) { html in
      html.element("table", .class("list")) { html in
        html.line("caption", .id(captionID), text: caption[language])
        html.line("thead") { html in
          html.element("tr") { html in
            for label in labels { html.element("th", .scope("col"), text: label[language]) }
          }
        }
        html.startTag("tbody")
        html.newline()
        writeRows(&html)
        html.endTag("tbody")
      }
    }
  }
}
