internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports

/// The definition and the legal basis of each row of a form's tables, shown below a report. Since it is the same for
/// every report in the form, it is written once for each form and language.
struct RowNotesHTML: Sendable {
  let html: [UInt8]

  /// - Parameter linked: Ids of rows that have a page of their own.
  /// - Returns: `nil` for a form that explains no row.
  init?(form: Form, language: Language, linked: Set<String>) {
    var html = ByteBuffer(capacity: 16 << 10)
    // All reports are at the same depth, in every language.
    let home = Route.up(from: Route.report(year: 0, agency: "").path)
    for table in form.tables {
      let rows = table.blocks.flatMap(\.rows.items).filter { $0.definition != nil }
      if rows.isEmpty { continue }
      html.append("<details><summary>")
      html.appendEscaped(table.title[language])
      html.append("</summary>\n<dl class=\"row-notes\">\n")
      var lastArticle = ""
      for row in rows {
        let id = "\(table.id).\(row.id)"
        html.append("<dt>")
        if linked.contains(id) {
          html.append("<a href=\"")
          html.appendEscaped(home + Route.row(id).path)
          html.append("\">")
        }
        html.appendEscaped(row.label[language])
        html.append(linked.contains(id) ? "</a></dt><dd>" : "</dt><dd>")
        html.appendEscaped(row.definition?[language] ?? "")
        if let article = row.article?[language] {
          html.appendEscaped(PageText.bracketed(Self.article(article, after: lastArticle), language))
          lastArticle = article
        }
        html.append("</dd>\n")
      }
      html.append("</dl></details>\n")
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
