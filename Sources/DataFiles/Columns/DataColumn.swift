package import Diagnostics

/// A column of the data files, with what it means: the source of the data dictionary, and of every description that
/// programs read.
package struct DataColumn: Sendable {
  package enum Kind: Sendable, Hashable {
    case text
    /// A text that is a key or a code; digits in it are no number.
    case code
    case choice([Code])
    case integer
    case decimal
    /// `2024-01-30`
    case date
    case address
  }

  /// A word that stands in the files, and what it means.
  package struct Code: Sendable, Hashable {
    package let code: String
    package let label: LocalizedText

    package init(_ code: String, _ label: LocalizedText) {
      self.code = code
      self.label = label
    }
  }

  /// Its heading in the files.
  package let id: String
  package let label: LocalizedText
  package let definition: LocalizedText
  package let kind: Kind
  package var unit: String?
  /// Whether every row has a value.
  package var isRequired = false

  package init(
    _ id: String, _ label: LocalizedText, _ definition: LocalizedText, _ kind: Kind = .text, unit: String? = nil,
    isRequired: Bool = false
  ) {
    self.id = id
    self.label = label
    self.definition = definition
    self.kind = kind
    self.unit = unit
    self.isRequired = isRequired
  }

  /// The definition with the meaning of each code, for descriptions that have no place of their own for codes.
  package var explanation: LocalizedText {
    guard case .choice(let codes) = kind else { return definition }
    let meanings = codes.map { ("\($0.code) \($0.label.chinese)", "\($0.code): \($0.label.english)") }
    return LocalizedText(
      "\(definition.chinese)：\(meanings.map(\.0).joined(separator: "；"))",
      en: "\(definition.english) (\(meanings.map(\.1).joined(separator: "; ")))")
  }

  package var isNumber: Bool { kind == .integer || kind == .decimal }
}
