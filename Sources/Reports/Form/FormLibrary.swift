package import Diagnostics
package import Markup

/// The forms that reports can be bound to: the built-in ones and those of the portal.
package struct FormLibrary: Sendable {
  package private(set) var forms: [Form] = []
  /// The form that has a sign, by the bytes of the sign. Signs shared by several forms are left out.
  private var formsBySign: [LabelBytes: Int] = [:]

  /// The built-in forms followed by the portal's own. A form with the same id replaces a built-in one.
  package init(portalForms: [SourceFile] = [], findings: inout [Finding]) {
    self.init(Self.builtIn.forms, portalForms, findings: &findings)
  }

  init(_ known: [Form], _ sources: [SourceFile], findings: inout [Finding]) {
    forms = known
    for source in sources {
      var reader = FormReader(source: source)
      guard let form = reader.read(findings: &findings) else { continue }
      forms.removeAll { $0.id == form.id }
      forms.append(form)
    }
    let signs = forms.indices.flatMap { form in forms[form].signs.map { (LabelBytes($0.words), form) } }
    formsBySign = Dictionary(signs, uniquingKeysWith: { first, other in first == other ? first : -1 })
      .filter { $0.value >= 0 }
  }

  /// Only the built-in forms. They are tested and have no findings.
  package static let builtIn: FormLibrary = {
    var findings: [Finding] = []
    let sources = embeddedFiles.map { SourceFile(path: $0.path, text: "\($0.text)") }
    return FormLibrary([], sources, findings: &findings)
  }()

  package func form(id: String) -> Form? { forms.first { $0.id == id } }

  /// The rules that the forms themselves declare, without duplicates.
  package var ruleKinds: [FindingKind] {
    var kinds: [FindingKind] = []
    for kind in forms.flatMap(\.rules).compactMap(\.kind) where !kinds.contains(where: { $0.id == kind.id }) {
      kinds.append(kind)
    }
    return kinds
  }

  /// The form whose distinctive labels occur most often in the tables of a document; otherwise the one in force in a
  /// year.
  func form(toldBy document: Document, year: Int) -> Form? {
    if let form = form(headedIn: document) { return form }
    var words: Set<String> = []
    for table in document.tables {
      for cell in table.cells where !cell.text.isEmpty { words.insert(Label(document.string(cell.text)).words) }
    }
    return form(toldBy: words, year: year)
  }

  /// The form whose own labels stand most often among texts; else the one in force in a year.
  package func form(toldByLabels texts: some Sequence<String>, year: Int) -> Form? {
    form(toldBy: Set(texts.map { Label($0).words }), year: year)
  }

  private func form(toldBy words: Set<String>, year: Int) -> Form? {
    func signs(of form: Form) -> Int {
      form.signs.count { sign in words.contains { $0.contains(sign.words) } }
    }
    let told = forms.map { (form: $0, signs: signs(of: $0)) }.max { $0.signs < $1.signs }
    if let told, told.signs > 0 { return told.form }
    return form(inForceIn: year) ?? forms.last(where: \.isToldByLabels)
  }

  /// The form whose signs occur literally in table headings, provided that those of no other form do. This identifies
  /// the form of nearly all reports without folding a single label.
  private func form(headedIn document: Document) -> Form? {
    var found: Int?
    for table in document.tables where !table.rows.isEmpty {
      for column in 0..<table.columns {
        guard let form = formsBySign[document.label(table.cell(row: 0, column: column)).bytes] else { continue }
        if let found, found != form { return nil }
        found = form
      }
    }
    return found.map { forms[$0] }
  }

  /// The form used for reports on a year, preferring a portal's own to a built-in one. A form without signs is used
  /// only if a report names it.
  package func form(inForceIn year: Int) -> Form? {
    forms.last { $0.isToldByLabels && $0.years.contains(year) }
  }
}
