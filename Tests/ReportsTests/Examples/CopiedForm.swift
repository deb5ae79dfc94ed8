import Diagnostics
import Markup
import Testing

@testable import Reports

/// The form of 2021 as a portal may have it: a copy under another id.
enum CopiedForm {
  static let id = "gov-2021"

  static let text: String = {
    guard let file = embeddedFiles.first(where: { $0.path.hasSuffix("cn-2021.yaml") }) else {
      preconditionFailure("the form is not built in")
    }
    return "\(file.text)".replacing("\nid: cn-2021\n", with: "\nid: \(id)\n")
  }()

  /// The same form with other table ids, and with the roles of the tables.
  static let textWithOtherTables: String = {
    var text = Self.text
    for (old, new) in [("disclosure", "zdgk"), ("requests", "ysq"), ("disputes", "fyss")] {
      text = text.replacing("table: \(old)\n", with: "table: \(new)\n")
        .replacing("\n  - id: \(old)\n    title", with: "\n  - id: \(new)\n    role: \(old)\n    title")
        .replacing("\(old).", with: "\(new).")
    }
    return text
  }()

  /// The forms of the tests, with this text replacing the form of 2021.
  static func library(_ text: String = text) -> FormLibrary {
    var findings: [Finding] = []
    let library = FormLibrary(
      ReadReport.forms.forms.filter { $0.id != "cn-2021" }, [SourceFile(path: "forms/gov.yaml", text: text)],
      findings: &findings)
    #expect(findings.isEmpty, "\(findings.map(\.message.english))")
    return library
  }
}
