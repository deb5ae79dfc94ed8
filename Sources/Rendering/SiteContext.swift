internal import Bytes
internal import Diagnostics
package import Portal
package import Reports

/// What all pages of a build share: the site, the theme, and what is made once for each form.
package final class SiteContext: Sendable {
  package let site: Site
  package let registry: Registry
  package let theme: Theme
  /// By the place of the form; none where no cells are published as data.
  let cellRows: [CellRows]
  let forms: FormLibrary
  package let statistics: Statistics
  let hostFrame: HostFrame?
  let labels: SiteLabels?
  private let footers: [Language: [TemplateObject]]
  private let formPlaces: [String: Int]
  private let tables: [String: TablesJSON]
  private let keyFacts: [FormKey: KeyFactsHTML]
  private let rowNotes: [FormKey: RowNotesHTML]
  private let statutory: [StatutoryKey: StatutoryTableHTML]
  private let printed: [String: [PrintedTable]]

  private struct FormKey: Hashable {
    var form: String
    var language: Language
  }

  private struct StatutoryKey: Hashable {
    var form: String
    var table: Int
    var language: Language
  }

  package init(site: Site, registry: Registry, theme: Theme, forms: FormLibrary, hostFrame: HostFrame? = nil) {
    self.site = site
    self.registry = registry
    self.theme = theme
    self.forms = forms
    self.hostFrame = hostFrame
    labels = SiteLabels(site)
    footers = Dictionary(uniqueKeysWithValues: site.languages.map { ($0, SiteLabels.footer(site, $0)) })
    statistics = Statistics(forms.forms)
    cellRows = site.data.keepsRecords || site.data.beside ? forms.forms.map { CellRows(form: $0) } : []
    formPlaces = Dictionary(uniqueKeysWithValues: forms.forms.indices.map { (forms.forms[$0].id, $0) })
    let rows = Set(statistics.rows.map(\.id))
    var keyFacts: [FormKey: KeyFactsHTML] = [:]
    var rowNotes: [FormKey: RowNotesHTML] = [:]
    var statutory: [StatutoryKey: StatutoryTableHTML] = [:]
    for form in forms.forms {
      for language in site.languages {
        let key = FormKey(form: form.id, language: language)
        keyFacts[key] = KeyFactsHTML(form: form, language: language)
        rowNotes[key] = RowNotesHTML(form: form, language: language, linked: rows)
      }
      for table in form.tables.indices {
        for language in site.languages {
          statutory[StatutoryKey(form: form.id, table: table, language: language)] =
            StatutoryTableHTML(form: form, table: table, language: language)
        }
      }
    }
    self.keyFacts = keyFacts
    self.rowNotes = rowNotes
    self.statutory = statutory
    tables = Dictionary(uniqueKeysWithValues: forms.forms.map { ($0.id, TablesJSON(form: $0)) })
    let printedForms = site.data.forms ? forms.forms : []
    printed = Dictionary(
      uniqueKeysWithValues: printedForms.map { form in
        (form.id, form.tables.map { PrintedTable($0, in: form, language: site.languages[0]) })
      })
  }

  /// The tables of a form as it prints them, in the portal's first language; none where no report is published so.
  func printedTables(of form: Form) -> [PrintedTable] { printed[form.id] ?? [] }

  func statutoryTable(_ table: Int, of form: Form, _ language: Language) -> StatutoryTableHTML? {
    statutory[StatutoryKey(form: form.id, table: table, language: language)]
  }

  /// The words that open a report; `nil` for a form without the statutory tables.
  func keyFacts(of form: Form, _ language: Language) -> KeyFactsHTML? {
    keyFacts[FormKey(form: form.id, language: language)]
  }

  /// What the rows of a form count; `nil` for one that explains none.
  func rowNotes(of form: Form, _ language: Language) -> RowNotesHTML? {
    rowNotes[FormKey(form: form.id, language: language)]
  }

  func footer(_ language: Language) -> [TemplateObject] { footers[language] ?? [] }

  /// Place of a form in the library.
  func place(of form: Form) -> Int { formPlaces[form.id] ?? 0 }

  func tablesJSON(of form: Form) -> TablesJSON? { tables[form.id] }

  /// The whole address of a file of the site, by its path.
  ///
  /// - Parameter anchor: a place in it.
  package func absolute(_ path: String, anchor: String? = nil) -> String {
    let address = site.baseURL + AddressPath.encoded(path)
    return anchor.map { "\(address)#\(AddressPath.encoded($0))" } ?? address
  }
}
