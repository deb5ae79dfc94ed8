internal import Diagnostics
internal import Reports

/// `data/indicators.csv`: the meaning of every identifier, in each form that has it, with the formula of those that are
/// computed.
enum IndicatorsTable {
  private struct Indicator {
    let form: Form
    let id: String
    let label: LocalizedText
    let unit: String
    let baseUnit: String
    var formula: String?
    var definition: LocalizedText?
    var article: LocalizedText?
  }

  static func table(of forms: FormLibrary) -> DataTable {
    DataTable(
      "indicators", LocalizedText("指标", en: "Indicators"), columns, key: ["form", "id"],
      of: forms.forms.flatMap(indicators))
  }

  private static func indicators(of form: Form) -> [Indicator] {
    let cells = form.cells.indices.map { index in
      let cell = form.cells[index]
      return Indicator(
        form: form, id: cell.id, label: form.describe(index), unit: cell.unit, baseUnit: cell.baseUnit,
        definition: form.label(ofRow: index).definition, article: form.article(of: index))
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

  private static let columns: [TableColumn<Indicator>] = [
    TableColumn(CellColumns.form) { .text($0.form.id) },
    TableColumn(
      "id", LocalizedText("指标", en: "Indicator"),
      LocalizedText("指标的标识，各文件同一", en: "The identifier, the same in all files"),
      .code, isRequired: true
    ) { .text($0.id) },
    TableColumn(
      "label", LocalizedText("名称", en: "Label"), LocalizedText("中文名称", en: "Label in Chinese"), isRequired: true
    ) {
      .text($0.label.chinese)
    },
    TableColumn(
      "label_en", LocalizedText("英文名称", en: "Label in English"), LocalizedText("英文名称", en: "Label in English"),
      isRequired: true
    ) { .text($0.label.english) },
    TableColumn(
      "unit", LocalizedText("单位", en: "Unit"),
      LocalizedText("表单规定的单位；空为由报告写明或没有", en: "The unit of the form; empty when reports state it")
    ) { .text(ifPresent: $0.unit.isEmpty ? nil : $0.unit) },
    TableColumn(
      "unit_base", LocalizedText("统一单位", en: "Base unit"),
      LocalizedText("合计和比较用的单位", en: "The unit of sums and comparisons")
    ) {
      .text(ifPresent: $0.baseUnit.isEmpty ? nil : $0.baseUnit)
    },
    TableColumn(
      "formula", LocalizedText("公式", en: "Formula"),
      LocalizedText("由哪些指标算出；空为报告填报的单元格", en: "Of which indicators it is made; empty for a cell")
    ) { .text(ifPresent: $0.formula) },
    TableColumn("definition", LocalizedText("说明", en: "Definition"), LocalizedText("中文说明", en: "Definition in Chinese"))
    {
      .text(ifPresent: $0.definition?.chinese)
    },
    TableColumn(
      "definition_en", LocalizedText("英文说明", en: "Definition in English"),
      LocalizedText("英文说明", en: "Definition in English")
    ) { .text(ifPresent: $0.definition?.english) },
    TableColumn("article", LocalizedText("依据", en: "Law"), LocalizedText("依据的条款", en: "The law that it refers to")) {
      .text(ifPresent: $0.article?.chinese)
    },
  ]
}

/// A share that pages show, made of other indicators.
struct DerivedShare: Sendable {
  let id: String
  let label: LocalizedText
  let definition: LocalizedText
  let parts: [String]
  let whole: String

  var formula: String { "(\(parts.joined(separator: " + "))) / \(whole) × 100" }

  func applies(to form: Form) -> Bool { (parts + [whole]).allSatisfy { form.cell($0) != nil } }

  static let all = [
    DerivedShare(
      id: "requests.disclosed.share",
      label: LocalizedText("予以公开和部分公开占办结的比重", en: "Granted in whole or in part, share of results"),
      definition: LocalizedText(
        "予以公开与部分公开之和占办理结果总计的百分比，保留一位小数；总计不足 20 件的不算。",
        en: "Granted and granted in part, in per cent of all results, with one decimal; not for fewer than 20 results."),
      parts: ["requests.granted.total", "requests.partial.total"], whole: "requests.result_total.total")
  ]
}
