package import Diagnostics
package import Markup

/// The forms that reports can be bound to: those built into the tool and those of the portal.
package struct FormLibrary: Sendable {
  package private(set) var forms: [Form] = []

  /// The built-in forms with a portal's own behind them; a form of the same id takes the place of a built-in one.
  package init(portalForms: [SourceFile] = [], findings: inout [Finding]) {
    let builtIn = embeddedFiles.map { SourceFile(path: $0.path, text: "\($0.text)") }
    for source in builtIn + portalForms {
      var reader = FormReader(source: source)
      guard let form = reader.read(findings: &findings) else { continue }
      forms.removeAll { $0.id == form.id }
      forms.append(form)
    }
  }

  package func form(id: String) -> Form? { forms.first { $0.id == id } }

  /// The form whose own labels stand most often in the tables of a document; else the one in force in a year.
  func form(toldBy document: Document, year: Int) -> Form? {
    guard forms.count > 1 else { return forms.first }
    var words: Set<String> = []
    for table in document.tables {
      for cell in table.cells where !cell.text.isEmpty { words.insert(Label(document.string(cell.text)).words) }
    }
    func signs(of form: Form) -> Int {
      form.signs.count { sign in words.contains { $0.contains(sign.words) } }
    }
    let told = forms.max { signs(of: $0) < signs(of: $1) }
    if let told, signs(of: told) > 0 { return told }
    return form(inForceIn: year) ?? forms.last
  }

  package func form(inForceIn year: Int) -> Form? {
    forms.last { ($0.firstYear ?? .min) <= year && year <= ($0.lastYear ?? .max) }
  }
}
