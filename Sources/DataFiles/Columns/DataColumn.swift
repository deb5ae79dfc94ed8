package import Languages

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
    package let label: Text

    package init(_ code: String, _ label: Text) {
      self.code = code
      self.label = label
    }
  }

  /// The heading in the files.
  package let id: String
  package let label: Text
  package let definition: Text
  package let kind: Kind
  package var unit: String?
  /// Whether every row has a value.
  package var isRequired = false

  package init(
    _ id: String, _ label: Text, _ definition: Text, _ kind: Kind = .text, unit: String? = nil,
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
  package var explanation: ColumnExplanation { ColumnExplanation(column: self) }

  package var isNumber: Bool { kind == .integer || kind == .decimal }
}

/// A definition with the meaning of each code.
package struct ColumnExplanation: ReaderText {
  let column: DataColumn

  private static let withCodes: StringKey = "column.with_codes"
  private static let code: StringKey = "column.code"

  package subscript(_ strings: Strings) -> String {
    guard case .choice(let codes) = column.kind else { return column.definition[strings] }
    let meanings = codes.map { Self.code.with(["code": .string($0.code), "meaning": .text($0.label)])[strings] }
    let list = meanings.joined(separator: strings["punctuation.semicolon"])
    return Self.withCodes.with(["definition": .text(column.definition), "codes": .string(list)])[strings]
  }
}
