package import Languages
package import Portal
package import Reports

/// What all data files of a build share: the site, and what is computed once for each form.
package final class DataContext: Sendable {
  package let site: Site
  package let registry: Registry
  package let forms: FormLibrary
  package let strings: SiteStrings
  /// By index of the form; empty if no cells are published as data.
  let cellRows: [CellRows]
  private let formPlaces: [String: Int]
  private let tables: [String: TablesJSON]
  private let printed: [String: [PrintedTable]]

  package init(site: Site, registry: Registry, forms: FormLibrary, strings: SiteStrings) {
    self.site = site
    self.registry = registry
    self.forms = forms
    self.strings = strings
    cellRows = site.data.keepsRecords || site.data.beside ? forms.forms.map { CellRows(form: $0) } : []
    formPlaces = Dictionary(uniqueKeysWithValues: forms.forms.indices.map { (forms.forms[$0].id, $0) })
    tables = Dictionary(uniqueKeysWithValues: forms.forms.map { ($0.id, TablesJSON(form: $0)) })
    let printedForms = site.data.forms ? forms.forms : []
    printed = Dictionary(
      uniqueKeysWithValues: printedForms.map { form in
        (form.id, form.tables.map { PrintedTable($0, in: form, strings: strings.first) })
      })
  }

  /// The index of a form in the library.
  package func place(of form: Form) -> Int { formPlaces[form.id] ?? 0 }

  /// The `tables` of the JSON of reports in a form.
  package func tablesJSON(of form: Form) -> TablesJSON? { tables[form.id] }

  /// A workbook with the tables of a report in the layout of their form, in the first language of the portal. `nil` if
  /// the report's form has no tables, if it is withdrawn, or if the portal does not publish such workbooks.
  package func formWorkbook(of report: Report) -> FormWorkbook? {
    FormWorkbook(report, tables: printed[report.form.id] ?? [], site: site, registry: registry, strings: strings.first)
  }

  /// Whether reports in a form, given its index in the library, have no statutory cells and therefore no CSV of them.
  package func isWithoutCells(_ form: Int) -> Bool { forms.forms[form].cells.isEmpty }
}
