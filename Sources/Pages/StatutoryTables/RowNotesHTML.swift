internal import Bytes
internal import Languages
internal import Portal
internal import Reports

/// The definition and the legal basis of each row of a form's tables, shown below a report. Since it is the same for
/// every report in the form, it is written once for each form and language.
struct RowNotesHTML: Sendable {
  let html: [UInt8]

  /// - Parameter linked: Ids of rows that have a page of their own.
  /// - Returns: `nil` for a form that explains no row.
  init?(form: Form, strings: Strings, linked: Set<String>) {
    var html = HTMLWriter(capacity: 16 << 10)
    // All reports are at the same depth, in every language.
    let home = Route.up(from: Route.report(year: 0, agency: "").path)
    for table in form.tables {
      let rows = table.blocks.flatMap(\.rows.items).filter { $0.definition != nil }
      if rows.isEmpty { continue }
      html.line("details") { html in
        html.line("summary", text: table.title[strings])
        html.startTag("dl", .class("row-notes"))
        html.newline()
        var lastArticle = ""
        for row in rows {
          let id = "\(table.id).\(row.id)"
          let label = row.label[strings]
          html.element("dt") { html in
            if linked.contains(id) {
              html.element("a", .href(home + Route.row(id).path), text: label)
            } else {
              html.text(label)
            }
          }
          html.line("dd") { html in
            html.text(row.definition?[strings] ?? "")
            if let article = row.article?[strings] {
              html.text(PageText.bracketed(Self.article(article, after: lastArticle), strings))
              lastArticle = article
            }
          }
        }
        html.endTag("dl")
      }
    }
    if html.count == 0 { return nil }
    self.html = html.array()
  }

  /// An article without the name of its law if the previous one is of the same law: `第十六条` after `《…条例》第十五条`.
  private static func article(_ article: String, after last: String) -> String {
    guard let end = article.firstIndex(where: { $0 == "》" || $0 == "," }), last.hasPrefix(article[...end]) else {
      return article
    }
    return article[article.index(after: end)...].trimmingPrefix(" ").description
  }
}
