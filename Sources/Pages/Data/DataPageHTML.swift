internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Reports

/// The content of the pages about the data.
struct DataPageHTML {
  let frame: PageFrame

  private var strings: Strings { frame.strings }

  private static let fileTitle: StringKey = "dictionary.of_file"
  private static let tableTitle: StringKey = "dictionary.of_table"
  private static let reportsOf: StringKey = "dictionary.reports_of"
  private static let reportsOfYears: StringKey = "dictionary.reports_of_years"
  private static let reportsSince: StringKey = "dictionary.reports_since"
  private static let reportsBefore: StringKey = "dictionary.reports_before"

  // MARK: Files

  /// What people look for first, and all files last.
  func writeFiles(_ files: [PublishedFile], version: String, to html: inout HTMLWriter) {
    paragraph(DataPageText.introduction, to: &html)
    html.line("p") { html in
      html.text(DataPageText.version[strings])
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
    html.line("h2", .id("single"), text: DataPageText.single[strings])
    html.block("ul") { html in
      for (note, route, name) in [
        (DataPageText.agenciesNote, Route.agencies, PageText.agencies), (DataPageText.rowsNote, .rows, RowText.rows),
      ] {
        html.line("li") { html in
          html.text(note[strings])
          html.element("a", .href(frame.link(route)), text: name[strings])
        }
      }
    }
    let lines = files.filter { $0.file.name == "reports.ndjson" || $0.name == "metadata.yaml" }
    write(DataPageText.developers, "developers", DataPageText.developersNote, lines, to: &html)
    html.line("p") { html in
      let pages: [(Text, Route)] = [
        (PageText.dictionary, .dictionary), (PageText.dataUse, .dataUse), (CrosswalkTable.title, .crosswalk),
      ]
      for (number, (name, route)) in pages.enumerated() {
        if number > 0 { html.text(" · ") }
        html.element("a", .href(frame.link(route)), text: name[strings])
      }
      for name in ["datapackage.json", "catalog.jsonld", "schema/report-1.json"]
        + (frame.context.site.data.checksums ? ["SHA256SUMS"] : [])
      {
        html.text(" · ")
        html.element("a", .href(frame.shared(name)), text: name)
      }
    }
    html.line("h2", .id("all"), text: DataPageText.all[strings])
    writeTable(
      "files", PageText.data,
      [Text("data.file"), Text("data.content"), DataPageText.rows, Text("data.size")], to: &html
    ) { html in
      for file in files {
        html.line("tr") { html in
          html.element("th", .scope("row"), .id(file.name)) { html in
            html.element("a", .type(file.type.name), .href(frame.shared(file.path)), text: file.name)
          }
          html.element("td", text: file.title[strings])
          html.element("td", text: file.rows.map { "\($0)" } ?? "")
          html.element("td", text: PageText.size(file.bytes))
        }
      }
    }
  }

  /// A heading, a sentence, and links to files with their sizes.
  private func write(
    _ title: Text, _ id: String, _ note: Text, _ files: [PublishedFile], to html: inout HTMLWriter
  ) {
    html.line("h2", .id(id), text: title[strings])
    paragraph(note, to: &html)
    html.block("ul", .class("links")) { html in
      for file in files {
        html.line("li") { html in
          html.element("a", .type(file.type.name), .href(frame.shared(file.path)), text: file.name)
          html.text(PageText.bracketed(PageText.size(file.bytes), strings))
        }
      }
    }
  }

  // MARK: Dictionary

  /// Columns of a file with one row per report are cells of its form, which are described separately.
  func writeDictionary(_ files: [PublishedFile], _ forms: FormLibrary, to html: inout HTMLWriter) {
    let labels = [
      Text("dictionary.column"), Text("dictionary.label"), Text("dictionary.definition"),
      Text("dictionary.type"),
    ]
    for file in files.tables where !file.isWide {
      let title = Self.fileTitle.with(["file": .string(file.file.name), "title": .text(file.file.title)])
      html.line("h2", .id(file.tableName), text: title[strings])
      writeTable(file.tableName, title, labels, to: &html) { html in
        for column in file.columns {
          html.line("tr") { html in
            html.element("th", .scope("row")) { $0.element("code", text: column.id) }
            html.element("td", text: column.label[strings])
            html.element("td") { html in
              html.text(column.definition[strings])
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
          html.text(code.label[strings])
        }
      }
    }
  }

  private func write(_ form: Form, to html: inout HTMLWriter) {
    html.line("h2", .id("form-\(form.id)"), text: form.title[strings] + PageText.bracketed(form.id, strings))
    if let basis = form.basis { paragraph(basis, to: &html) }
    if let years = Self.years(of: form) { paragraph(years, to: &html) }
    for table in form.tables where !table.cells.isEmpty {
      html.line("h3", .id("\(form.id)-\(table.id)"), text: table.title[strings])
      writeTable(
        "\(form.id)-\(table.id)",
        Self.tableTitle.with([
          "form": .string(form.id), "table": .string(table.id), "title": .text(Text(table.title)),
        ]),
        [
          Text("dictionary.cell"), Text("dictionary.row"), Text("dictionary.column"),
          Text("dictionary.unit"), Text("dictionary.definition"),
          Text("dictionary.article"),
        ], to: &html
      ) { html in
        for index in table.cells {
          let (row, column) = (form.label(ofRow: index), form.label(ofColumn: index))
          html.line("tr") { html in
            html.element("th", .scope("row")) { $0.element("code", text: "\(row.id).\(column.id)") }
            html.element("td", text: row.label[strings])
            html.element("td", text: column.label[strings])
            html.element("td", text: form.name(ofUnit: form.cells[index].unit)[strings])
            html.element("td", text: row.definition?[strings] ?? "")
            html.element("td", text: form.article(of: index)?[strings] ?? "")
          }
        }
      }
    }
  }

  private static func years(of form: Form) -> Text? {
    switch (form.years.from, form.years.to) {
    case (let from?, let to?) where from == to: reportsOf.with(["year": .number(from)])
    case (let from?, let to?): reportsOfYears.with(["from": .number(from), "to": .number(to)])
    case (let from?, nil): reportsSince.with(["year": .number(from)])
    case (nil, let to?): reportsBefore.with(["year": .number(to)])
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
        .replacing("YEAR", with: year).replacing("{year}", with: year).replacing("{base}", with: base)
    }
    for example in DataExample.all {
      html.line("h2", .id(example.id), text: example.title)
      html.line("p", text: filled(example.introduction[strings]))
      if let code = example.code {
        html.line("pre", .focusable) { $0.element("code", text: filled(code)) }
      }
      if example.steps.isEmpty { continue }
      html.block("ol") { html in
        for step in example.steps { html.line("li", text: filled(step[strings])) }
      }
    }
  }

  // MARK: Pieces

  private func paragraph(_ text: some ReaderText, to html: inout HTMLWriter) {
    html.line("p", text: text[strings])
  }

  func writeTable(
    _ id: String, _ caption: Text, _ labels: [Text], to html: inout HTMLWriter,
    _ writeRows: (inout HTMLWriter) -> Void
  ) {
    let captionID = "table-\(id)"
    html.line("div", .class("table"), .role("region"), .labelledBy(captionID), .focusable) { html in
      html.element("table", .class("list")) { html in
        html.line("caption", .id(captionID), text: caption[strings])
        html.line("thead") { html in
          html.element("tr") { html in
            for label in labels { html.element("th", .scope("col"), text: label[strings]) }
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
