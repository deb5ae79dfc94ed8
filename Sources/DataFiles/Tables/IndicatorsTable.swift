internal import Languages
internal import Reports

/// `data/indicators.csv`: the meaning of every identifier, in each form that has it, with the formula of those that are
/// computed.
enum IndicatorsTable {
  private struct Indicator {
    let form: Form
    let id: String
    let label: Text
    let unit: String
    let baseUnit: String
    var formula: String?
    var definition: Text?
    var article: Text?
  }

  static func table(of forms: FormLibrary, _ strings: SiteStrings) -> DataTable {
    DataTable(
      "indicators", Text("rows.rows"), columns(strings), key: ["form", "id"],
      of: forms.forms.flatMap(indicators))
  }

  private static func indicators(of form: Form) -> [Indicator] {
    let cells = form.cells.indices.map { index in
      let cell = form.cells[index]
      return Indicator(
        form: form, id: cell.id, label: form.title(ofCell: index), unit: cell.unit, baseUnit: cell.baseUnit,
        definition: form.label(ofRow: index).definition.map { Text($0) },
        article: form.article(of: index).map { Text($0) })
    }
    let derived = form.derivedFigures.map { figure in
      Indicator(
        form: form, id: figure.id, label: figure.label, unit: figure.unit, baseUnit: figure.unit,
        formula: figure.cells.map { form.cells[$0].id }.joined(separator: " + "))
    }
    return cells + derived
      + DerivedShare.all.filter { $0.applies(to: form) }.map { share in
        Indicator(
          form: form, id: share.id, label: share.label, unit: "%", baseUnit: "%", formula: share.formula,
          definition: share.definition)
      }
  }

  private static func columns(_ strings: SiteStrings) -> [TableColumn<Indicator>] {
    [
      TableColumn(CellColumns.form) { .text($0.form.id) },
      TableColumn(
        "id", Text("column.indicators.id"),
        Text("column.indicators.id.definition"),
        .code, isRequired: true
      ) { .text($0.id) },
      TableColumn(
        "label", Text("dictionary.label"), Text("column.indicators.label.definition"), isRequired: true
      ) {
        .text($0.label[strings.chinese])
      },
      TableColumn(
        "label_en", Text("column.indicators.label_en"), Text("column.indicators.label_en.definition"),
        isRequired: true
      ) { .text($0.label[strings.english]) },
      TableColumn(
        "unit", Text("column.unit"),
        Text("column.indicators.unit.definition")
      ) { .text(ifPresent: $0.unit.isEmpty ? nil : $0.unit) },
      TableColumn(
        "unit_base", Text("column.indicators.unit_base"),
        Text("column.indicators.unit_base.definition")
      ) {
        .text(ifPresent: $0.baseUnit.isEmpty ? nil : $0.baseUnit)
      },
      TableColumn(
        "formula", Text("column.indicators.formula"),
        Text("column.indicators.formula.definition")
      ) { .text(ifPresent: $0.formula) },
      TableColumn("definition", Text("dictionary.definition"), Text("column.indicators.definition.definition")) {
        .text(ifPresent: $0.definition?[strings.chinese])
      },
      TableColumn(
        "definition_en", Text("column.indicators.definition_en"),
        Text("column.indicators.definition_en.definition")
      ) { .text(ifPresent: $0.definition?[strings.english]) },
      TableColumn("article", Text("rows.article"), Text("column.indicators.article.definition")) {
        .text(ifPresent: $0.article?[strings.chinese])
      },
    ]
  }
}

/// A share that pages show, made of other indicators.
struct DerivedShare: Sendable {
  let id: String
  let label: Text
  let definition: Text
  let parts: [String]
  let whole: String

  var formula: String { "(\(parts.joined(separator: " + "))) / \(whole) × 100" }

  func applies(to form: Form) -> Bool { (parts + [whole]).allSatisfy { form.cell($0) != nil } }

  static let all = [
    DerivedShare(
      id: "requests.disclosed.share",
      label: Text("indicator.disclosed_share"),
      definition: Text("indicator.disclosed_share.definition"),
      parts: ["requests.granted.total", "requests.partial.total"], whole: "requests.result_total.total")
  ]
}
