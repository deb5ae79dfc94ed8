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

  func writeFiles(_ files: [PublishedFile], to html: inout ByteBuffer) {
    paragraph(
      LocalizedText(
        "以下文件含全部已发布报告的数据，每次发布时一并更新；已撤回的报告不在其中。",
        en:
          "These files hold the figures of all published reports and are renewed with every publication; withdrawn reports are not in them."
      ),
      to: &html)
    html.append("<p><a href=\"")
    html.append(frame.link(.dictionary))
    html.append("\">")
    html.appendEscaped(PageText.dictionary[language])
    html.append("</a> · <a href=\"")
    html.append(frame.link(.dataUse))
    html.append("\">")
    html.appendEscaped(PageText.dataUse[language])
    html.append("</a></p>\n")
    beginTable(
      "files", PageText.data,
      [LocalizedText("文件", en: "File"), LocalizedText("内容", en: "Content"), LocalizedText("大小", en: "Size")], to: &html)
    for file in files {
      html.append("<tr><th scope=\"row\" id=\"")
      html.append(file.name)
      html.append("\"><a type=\"")
      html.append(file.type.rawValue)
      html.append("\" href=\"")
      html.append(frame.shared(file.path))
      html.append("\">")
      html.append(file.name)
      html.append("</a></th>")
      cell(file.title[language], to: &html)
      cell(PageText.size(file.bytes), to: &html)
      html.append("</tr>\n")
    }
    html.append("</tbody></table></div>\n<p>")
    let descriptions =
      ["datapackage.json", "catalog.jsonld"] + (frame.context.site.data.checksums ? ["SHA256SUMS"] : [])
    for (number, name) in descriptions.enumerated() {
      if number > 0 { html.append(" · ") }
      html.append("<a href=\"")
      html.append(frame.shared(name))
      html.append("\">")
      html.append(name)
      html.append("</a>")
    }
    html.append("</p>\n")
  }

  // MARK: Dictionary

  /// Columns of a file with one row per report are cells of its form, which are described separately.
  func writeDictionary(_ files: [PublishedFile], _ forms: FormLibrary, to html: inout ByteBuffer) {
    let labels = [
      LocalizedText("列", en: "Column"), LocalizedText("名称", en: "Label"), LocalizedText("说明", en: "Definition"),
      LocalizedText("类型", en: "Type"),
    ]
    for file in files where file.isTable && file.year == nil && !file.isWide {
      let title = LocalizedText("\(file.name)：\(file.title.chinese)", en: "\(file.name): \(file.title.english)")
      heading("h2", file.identifier, title[language], to: &html)
      beginTable(file.identifier, title, labels, to: &html)
      for column in file.columns {
        html.append("<tr><th scope=\"row\"><code>")
        html.appendEscaped(column.id)
        html.append("</code></th>")
        cell(column.label[language], to: &html)
        html.append("<td>")
        html.appendEscaped(column.definition[language])
        if case .choice(let codes) = column.kind { write(codes, to: &html) }
        html.append("</td>")
        cell(DataDictionary.type(of: column.kind), to: &html)
        html.append("</tr>\n")
      }
      html.append("</tbody></table></div>\n")
    }
    for form in forms.forms where !form.cells.isEmpty { write(form, to: &html) }
  }

  private func write(_ codes: [DataColumn.Code], to html: inout ByteBuffer) {
    html.append("<ul>")
    for code in codes {
      html.append("<li><code>")
      html.appendEscaped(code.code)
      html.append("</code> ")
      html.appendEscaped(code.label[language])
      html.append("</li>")
    }
    html.append("</ul>")
  }

  private func write(_ form: Form, to html: inout ByteBuffer) {
    heading("h2", "form-\(form.id)", form.title[language] + PageText.bracketed(form.id, language), to: &html)
    if let basis = form.basis { paragraph(basis, to: &html) }
    if let years = Self.years(of: form) { paragraph(years, to: &html) }
    for table in form.tables where !table.cells.isEmpty {
      heading("h3", "\(form.id)-\(table.id)", table.title[language], to: &html)
      beginTable(
        "\(form.id)-\(table.id)",
        LocalizedText(
          "\(form.id) \(table.id)：\(table.title.chinese)", en: "\(form.id) \(table.id): \(table.title.english)"),
        [
          LocalizedText("行.列", en: "row.column"), LocalizedText("行", en: "Row"), LocalizedText("列", en: "Column"),
          LocalizedText("单位", en: "Unit"), LocalizedText("说明", en: "Definition"),
          LocalizedText("条款", en: "Article"),
        ], to: &html)
      for index in table.cells {
        let (row, column) = (form.label(ofRow: index), form.label(ofColumn: index))
        html.append("<tr><th scope=\"row\"><code>")
        html.appendEscaped("\(row.id).\(column.id)")
        html.append("</code></th>")
        cell(row.label[language], to: &html)
        cell(column.label[language], to: &html)
        cell(form.cells[index].unit, to: &html)
        cell(row.definition?[language] ?? "", to: &html)
        cell(form.article(of: index)?[language] ?? "", to: &html)
        html.append("</tr>\n")
      }
      html.append("</tbody></table></div>\n")
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

  func writeExamples(to html: inout ByteBuffer) {
    let base = frame.context.site.baseURL
    // The number of folders in the URL, which the mirror does not need.
    let depth = base.split(separator: "/").count - 2
    func filled(_ text: String) -> String {
      text.replacing("BASE", with: base).replacing("DEPTH", with: "\(depth)")
    }
    for example in DataExample.all {
      heading("h2", example.id, example.title, to: &html)
      paragraph(example.introduction, to: &html)
      if let code = example.code {
        html.append("<pre tabindex=\"0\"><code>")
        html.appendEscaped(filled(code))
        html.append("</code></pre>\n")
      }
      if example.steps.isEmpty { continue }
      html.append("<ol>\n")
      for step in example.steps {
        html.append("<li>")
        html.appendEscaped(filled(step[language]))
        html.append("</li>\n")
      }
      html.append("</ol>\n")
    }
  }

  // MARK: Pieces

  private func paragraph(_ text: LocalizedText, to html: inout ByteBuffer) {
    html.append("<p>")
    html.appendEscaped(text[language])
    html.append("</p>\n")
  }

  private func heading(_ tag: String, _ id: String, _ text: String, to html: inout ByteBuffer) {
    html.append("<\(tag) id=\"\(id)\">")
    html.appendEscaped(text)
    html.append("</\(tag)>\n")
  }

  private func cell(_ text: String, to html: inout ByteBuffer) {
    html.append("<td>")
    html.appendEscaped(text)
    html.append("</td>")
  }

  private func beginTable(
    _ id: String, _ caption: LocalizedText, _ labels: [LocalizedText], to html: inout ByteBuffer
  ) {
    html.append("<div class=\"table\" role=\"region\" aria-labelledby=\"table-")
    html.append(id)
    html.append("\" tabindex=\"0\"><table class=\"list\"><caption id=\"table-")
    html.append(id)
    html.append("\">")
    html.appendEscaped(caption[language])
    html.append("</caption>\n<thead><tr>")
    for label in labels {
      html.append("<th scope=\"col\">")
      html.appendEscaped(label[language])
      html.append("</th>")
    }
    html.append("</tr></thead>\n<tbody>\n")
  }
}
