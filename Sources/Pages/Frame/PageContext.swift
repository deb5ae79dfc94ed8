internal import Bytes
package import DataFiles
internal import Languages
package import Portal
package import Reports
package import Templates

/// What all pages of a build share: the site, its theme, and what is computed once for each form.
package final class PageContext: Sendable {
  package let data: DataContext
  package let site: Site
  let strings: SiteStrings
  package let registry: Registry
  package let theme: Theme
  package let forms: FormLibrary
  package let statistics: Statistics
  let hostFrame: HostFrame?
  let labels: SiteLabels?
  private let footers: [Language: [TemplateObject]]
  private let keyFacts: [FormKey: KeyFactsHTML]
  private let rowNotes: [FormKey: RowNotesHTML]
  private let statutory: [StatutoryKey: StatutoryTableHTML]

  private struct FormKey: Hashable {
    var form: String
    var language: Language
  }

  private struct StatutoryKey: Hashable {
    var form: String
    var table: Int
    var language: Language
  }

  package init(data: DataContext, theme: Theme, hostFrame: HostFrame? = nil) {
    let (site, forms) = (data.site, data.forms)
    self.data = data
    self.site = site
    strings = data.strings
    registry = data.registry
    self.theme = theme
    self.forms = forms
    self.hostFrame = hostFrame
    labels = SiteLabels(site)
    footers = Dictionary(
      uniqueKeysWithValues: data.strings.languages.map { ($0.language, SiteLabels.footer(site, $0)) })
    statistics = Statistics(forms.forms)
    let rows = Set(statistics.rows.map(\.id))
    var keyFacts: [FormKey: KeyFactsHTML] = [:]
    var rowNotes: [FormKey: RowNotesHTML] = [:]
    var statutory: [StatutoryKey: StatutoryTableHTML] = [:]
    for form in forms.forms {
      for strings in data.strings.languages {
        let key = FormKey(form: form.id, language: strings.language)
        keyFacts[key] = KeyFactsHTML(form: form, strings: strings)
        rowNotes[key] = RowNotesHTML(form: form, strings: strings, linked: rows)
      }
      for table in form.tables.indices {
        for strings in data.strings.languages {
          statutory[StatutoryKey(form: form.id, table: table, language: strings.language)] =
            StatutoryTableHTML(form: form, table: table, strings: strings)
        }
      }
    }
    self.keyFacts = keyFacts
    self.rowNotes = rowNotes
    self.statutory = statutory
  }

  func statutoryTable(_ table: Int, of form: Form, _ strings: Strings) -> StatutoryTableHTML? {
    statutory[StatutoryKey(form: form.id, table: table, language: strings.language)]
  }

  /// The summary at the top of a report; `nil` for a form without the statutory tables.
  func keyFacts(of form: Form, _ strings: Strings) -> KeyFactsHTML? {
    keyFacts[FormKey(form: form.id, language: strings.language)]
  }

  /// The explanations of a form's rows; `nil` if it explains none.
  func rowNotes(of form: Form, _ strings: Strings) -> RowNotesHTML? {
    rowNotes[FormKey(form: form.id, language: strings.language)]
  }

  func footer(_ strings: Strings) -> [TemplateObject] { footers[strings.language] ?? [] }

  package func absolute(_ path: String, anchor: String? = nil) -> String { site.absolute(path, anchor: anchor) }
}
