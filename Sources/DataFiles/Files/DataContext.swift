package import Portal
package import Reports

/// What all data files of a build share: the site, and what is made once for each form.
package final class DataContext: Sendable {
  package let site: Site
  package let registry: Registry
  package let forms: FormLibrary
  /// By the place of the form; none where no cells are published as data.
  let cellRows: [CellRows]
  private let formPlaces: [String: Int]
  private let tables: [String: TablesJSON]
  private let printed: [String: [PrintedTable]]

  package init(site: Site, registry: Registry, forms: FormLibrary) {
    self.site = site
    self.registry = registry
    self.forms = forms
    cellRows = site.data.keepsRecords || site.data.beside ? forms.forms.map { CellRows(form: $0) } : []
    formPlaces = Dictionary(uniqueKeysWithValues: forms.forms.indices.map { (forms.forms[$0].id, $0) })
    tables = Dictionary(uniqueKeysWithValues: forms.forms.map { ($0.id, TablesJSON(form: $0)) })
    let printedForms = site.data.forms ? forms.forms : []
    printed = Dictionary(
      uniqueKeysWithValues: printedForms.map { form in
        (form.id, form.tables.map { PrintedTable($0, in: form, language: site.languages[0]) })
      })
  }

  /// Place of a form in the library.
  package func place(of form: Form) -> Int { formPlaces[form.id] ?? 0 }

  /// The `tables` of the JSON of reports in a form.
  package func tablesJSON(of form: Form) -> TablesJSON? { tables[form.id] }

  /// The tables of a report as its form prints them, in the portal's first language; `nil` when the report has no such
  /// workbook: its form has no tables, it is withdrawn, or the portal publishes none.
  package func formWorkbook(of report: Report) -> FormWorkbook? {
    FormWorkbook(report, tables: printed[report.form.id] ?? [], site: site, registry: registry)
  }

  /// Whether a report in a form, named by its place in the library, has no statutory cells and so no CSV of them.
  package func isWithoutCells(_ form: Int) -> Bool { forms.forms[form].cells.isEmpty }
}
