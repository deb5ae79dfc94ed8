package import Diagnostics

/// A column of the data files and its meaning, from which the data dictionary and every machine-readable description
/// are derived.
package struct DataColumn: Sendable {
  package enum Kind: Sendable, Hashable {
    case text
    /// A text that is a key or a code. If it consists of digits, it is still not a number.
    case code
    case choice([Code])
    case integer
    case decimal
    /// `2024-01-30`
    case date
    case address
  }

  /// A value of a closed list, and its meaning.
  package struct Code: Sendable, Hashable {
    package let code: String
    package let label: LocalizedText

    package init(_ code: String, _ label: LocalizedText) {
      self.code = code
      self.label = label
    }
  }

  /// The heading in the files.
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

  /// The definition including the meaning of each code, for descriptions that have no separate field for codes.
  package var explanation: LocalizedText {
    guard case .choice(let codes) = kind else { return definition }
    let meanings = codes.map { ("\($0.code) \($0.label.chinese)", "\($0.code): \($0.label.english)") }
    return LocalizedText(
      "\(definition.chinese)：\(meanings.map(\.0).joined(separator: "；"))",
      en: "\(definition.english) (\(meanings.map(\.1).joined(separator: "; ")))")
  }

  package var isNumber: Bool { kind == .integer || kind == .decimal }
}
