/// Every name that a layout may use, besides `t.…` for strings and `has_…` for “there is any”. The list is the contract
/// with themes (docs/themes.md). Because it is closed, a misspelt name is an error.
///
/// Layouts write the names in snake case: `licence_url`.
package enum TemplateName: UInt8, Sendable, CaseIterable {
  /// `{{.}}`
  case itself
  case lang, root, home, title, description, canonical, json, alternates, languages, breadcrumb
  case site, name, publisher, licenceName, licenceUrl
  case isHome, isYears, isAgencies, isRegions, isRows, titleHtml

  // The language of a text, if it differs from that of the page.
  case langSite, langTitle, langLabel, langValue, langText

  case label, href, value, html, date, dateText, text, current, numeric, size, count, type, id

  case introduction, facts, years, figures, figuresTitle, regions, latest, table, pages, tree, children, about
  // The government website that the portal belongs to, and the site that it is embedded in.
  case labels, siteFacts, embedded, hostHeader, hostFooter
  // Parts of a page that the program generates: charts, tables, records.
  case blocks
  case scopeNote, listTitle, previous, next, items, status
  case caption, columns, rows, header, cells, withdrawn, consolidated

  case langReport, keyFacts, rowNotes, notices, contents, sections, closing, corrections, attachments, downloads,
    dataLinks, dataHome, dictionary, descriptions, jsonSchema,
    isData, jsonLd, feed,
    locale, agency, year, reason
  case isSearch, searchHome, forms, isCompare, peers
  case `where`, from, to, sourcePath, sourceSha256

  package init?(written: Substring) {
    guard let name = Self.byText[String(written)] else { return nil }
    self = name
  }

  /// All names as written in layouts.
  static var allTexts: [String] { allCases.map(\.text) }

  private static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.text, $0) })

  package var text: String {
    if self == .itself { return "." }
    return "\(self)".reduce(into: "") { text, character in
      if character.isUppercase { text += "_" }
      text += character.lowercased()
    }
  }
}
