package import Languages
package import Reports

/// `data/crosswalk.csv`: which indicators of the forms of 2014, 2019 and 2021 mean the same.
package enum CrosswalkTable {
  package enum Relation: String, CaseIterable, Sendable {
    case same, nearly, none

    package var meaning: Text {
      switch self {
      case .same: Text("crosswalk.same")
      case .nearly: Text("crosswalk.nearly")
      case .none: Text("crosswalk.none")
      }
    }

    /// Of two forms by way of a third.
    fileprivate func followed(by other: Relation) -> Relation {
      if self == .none || other == .none { return .none }
      return self == .same ? other : self
    }
  }

  package struct Row: Sendable {
    /// By form, in the order of `forms`; `nil` if the form has no counterpart.
    package let ids: [String?]
    package let toSecond, toThird: Relation
    package let note: Translations?

    package var throughout: Relation { toSecond.followed(by: toThird) }
  }

  package static let forms = ["cn-2014", "cn-2019", "cn-2021"]

  package static let title = Text("crosswalk.title")

  package static func table(of library: FormLibrary) -> DataTable {
    DataTable("crosswalk", title, columns, key: [], of: rows(of: library))
  }

  /// Indicators that have other identifiers in later forms, then those of each form, newest names first.
  package static func rows(of library: FormLibrary) -> [Row] {
    let listed = written
    let ids = forms.map { form in library.form(id: form).map(identifiers) ?? [] }
    let (second, third) = (Set(ids[1]), Set(ids[2]))
    func others(_ form: Int) -> [String] {
      let known = Set(listed.compactMap { $0.ids[form] })
      return ids[form].filter { !known.contains($0) }
    }
    let shared = others(1).map { id in
      Row(
        ids: [nil, id, third.contains(id) ? id : nil], toSecond: .none, toThird: third.contains(id) ? .same : .none,
        note: nil)
    }
    let new = others(2).filter { !second.contains($0) }.map { id in
      Row(ids: [nil, nil, id], toSecond: .none, toThird: .none, note: nil)
    }
    let old = others(0).map { id in Row(ids: [id, nil, nil], toSecond: .none, toThird: .none, note: nil) }
    return listed + shared + new + old
  }

  /// Its cells and the sums of its groups.
  private static func identifiers(_ form: Form) -> [String] { form.cells.map(\.id) + form.derivedFigures.map(\.id) }

  /// The rows of the file in `Crosswalk`.
  private static let written: [Row] = {
    guard let file = embeddedFiles.first(where: { $0.path.hasSuffix("Crosswalk/crosswalk.txt") }) else { return [] }
    return "\(file.text)".split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map { trimmed($0) }
      guard fields.count == 7, let toSecond = Relation(rawValue: fields[3]), let toThird = Relation(rawValue: fields[4])
      else { preconditionFailure("a line of the crosswalk is not as its comment says: \(line)") }
      return Row(
        ids: fields[..<3].map { $0.isEmpty ? nil : $0 }, toSecond: toSecond, toThird: toThird,
        note: fields[5].isEmpty ? nil : Translations(fields[5], en: fields[6]))
    }
  }()

  private static func trimmed(_ field: Substring) -> String {
    var field = field
    while field.first == " " { field.removeFirst() }
    while field.last == " " { field.removeLast() }
    return String(field)
  }

  private static let indicator: StringKey = "column.crosswalk.indicator"
  private static let indicatorDefinition: StringKey = "column.crosswalk.indicator.definition"

  private static let columns: [TableColumn<Row>] =
    forms.indices.map { index in
      TableColumn(
        columnName(forms[index]), indicator.with(["form": .string(forms[index])]),
        indicatorDefinition.with(["form": .string(forms[index])]), .code
      ) { .text(ifPresent: $0.ids[index]) }
    } + [
      relation("relation_2014_2019", Text("column.crosswalk.relation_2014_2019")) { $0.toSecond },
      relation("relation_2019_2021", Text("column.crosswalk.relation_2019_2021")) { $0.toThird },
      relation("relation_2014_2021", Text("column.crosswalk.relation_2014_2021")) { $0.throughout },
      TableColumn("note", Text("column.crosswalk.note"), Text("column.crosswalk.note.definition")) {
        .text(ifPresent: $0.note?.chinese)
      },
      TableColumn(
        "note_en", Text("column.crosswalk.note_en"), Text("column.crosswalk.note_en.definition")
      ) {
        .text(ifPresent: $0.note?.english)
      },
    ]

  /// Without a hyphen, which descriptions of CSV files do not allow.
  private static func columnName(_ form: String) -> String { String(form.map { $0 == "-" ? "_" : $0 }) }

  private static func relation(
    _ id: String, _ label: Text, _ value: @escaping @Sendable (Row) -> Relation
  ) -> TableColumn<Row> {
    TableColumn(
      id, label, Text("column.crosswalk.relation.definition"),
      .choice(Relation.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true
    ) { .text(value($0).rawValue) }
  }
}
