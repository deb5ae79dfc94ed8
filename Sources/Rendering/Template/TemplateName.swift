/// Every name that a layout may use, besides `t.…` for strings and `has_…` for "there is any". The list is the contract
/// with themes (docs/themes.md); being closed, it makes a misspelt name an error.
package enum TemplateName: String, Sendable, CaseIterable {
  /// `{{.}}`
  case itself = "."
  case lang, root, home, title, description, canonical, json, alternates, languages, breadcrumb
  case site, name, publisher
  case licenceName = "licence_name"
  case licenceURL = "licence_url"
  case isHome = "is_home"
  case isYears = "is_years"
  case isAgencies = "is_agencies"
  case isRegions = "is_regions"
  case titleHTML = "title_html"

  // The language of a text that is not in that of the page.
  case siteLanguage = "lang_site"
  case titleLanguage = "lang_title"
  case labelLanguage = "lang_label"
  case valueLanguage = "lang_value"
  case textLanguage = "lang_text"

  case label, href, value, html, date, text, current, numeric, size, count, type, id
  case dateText = "date_text"

  case introduction, facts, years, figures, regions, latest, table, pages, tree, children, about
  case figuresTitle = "figures_title"
  case scopeNote = "scope_note"
  case listTitle = "list_title"
  case previous, next, items, status
  case caption, columns, rows, header, cells, withdrawn, consolidated

  case reportLanguage = "lang_report"
  case notices, contents, sections, closing, corrections, attachments, downloads, agency, year, reason, `where`, from, to
  case sourcePath = "source_path"
  case sourceDigest = "source_sha256"

  init?(written: Substring) {
    guard let name = Self.byText[String(written)] else { return nil }
    self = name
  }

  private static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
