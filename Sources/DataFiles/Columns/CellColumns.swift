internal import Diagnostics
internal import Reports

/// The columns of files with one row per cell: `reports/<year>/<agency>.csv`, `data/cells.csv`, `data/cells.ndjson`.
package enum CellColumns {
  package static let agency = DataColumn(
    "agency", LocalizedText("机关标识", en: "Agency"),
    LocalizedText("编制报告的机关，同 agencies.csv 的 agency", en: "Who files the report; `agency` of agencies.csv"), .code,
    isRequired: true)

  package static let region = DataColumn(
    "region", LocalizedText("行政区划代码", en: "Region"),
    LocalizedText("机关所在地区，同 regions.csv 的 region", en: "Where the agency is; `region` of regions.csv"), .code)

  package static let year = DataColumn(
    "year", LocalizedText("年度", en: "Year"),
    LocalizedText("报告所述的年度，不是发布的年度", en: "The year that is reported on, not that of publication"), .integer,
    isRequired: true)

  package static let agencyName = DataColumn(
    "agency_name", LocalizedText("机关名称", en: "Name of the agency"),
    LocalizedText("报告年度年底使用的名称", en: "The name in force at the end of the report's year"), isRequired: true)

  static let form = DataColumn(
    "form", LocalizedText("格式版本", en: "Form"),
    LocalizedText("法定格式的标识，如 cn-2021", en: "Id of the statutory form, such as cn-2021"), .code, isRequired: true)

  package static let scope = DataColumn(
    "scope", LocalizedText("口径", en: "Scope"),
    LocalizedText("数据包括哪些机关；合计只加总 own", en: "Whose figures they are; totals add `own` only"),
    .choice(ReportMetadata.Scope.allCases.map { .init($0.rawValue, $0.meaning) }), isRequired: true)

  package static let all: [DataColumn] = [
    agency, agencyName, region, year, form, scope,
    DataColumn(
      "table", LocalizedText("表", en: "Table"),
      LocalizedText("表的标识，见数据字典", en: "Id of the table, see the data dictionary"), .code, isRequired: true),
    DataColumn(
      "row", LocalizedText("行", en: "Row"), LocalizedText("行的标识，见数据字典", en: "Id of the row, see the data dictionary"),
      .code, isRequired: true),
    DataColumn(
      "column", LocalizedText("列", en: "Column"),
      LocalizedText("列的标识，见数据字典", en: "Id of the column, see the data dictionary"), .code, isRequired: true),
    DataColumn(
      "value", LocalizedText("数值", en: "Value"),
      LocalizedText(
        "报告所填的数，与原文一位不差；未填、不适用和文字为空，空不是 0",
        en: "The number exactly as stated; empty when blank, not applicable or text: empty is not 0"), .decimal),
    DataColumn(
      "unit", LocalizedText("单位", en: "Unit"),
      LocalizedText("数值的单位，照报告所写；空为报告没有写明", en: "Unit of the value, as stated; empty when nobody states it")),
    DataColumn(
      "value_base", LocalizedText("统一单位的数值", en: "Value in the base unit"),
      LocalizedText(
        "换算成统一单位的数值，合计、排名和图表只用它；没有写明单位的金额为空",
        en: "The value in the base unit; only this is added, ranked and drawn. Empty for an amount without its unit"),
      .decimal),
    DataColumn(
      "unit_base", LocalizedText("统一单位", en: "Base unit"),
      LocalizedText("金额为万元，其余与表单相同", en: "万元 (10,000 yuan) for amounts, otherwise that of the form")),
    DataColumn(
      "status", LocalizedText("状态", en: "Status"),
      LocalizedText("格中填的是什么", en: "What stands in the cell"),
      .choice(Cell.Status.allCases.map { .init($0.code, $0.meaning) }), isRequired: true),
    DataColumn(
      "remark", LocalizedText("备注", en: "Remark"),
      LocalizedText(
        "数字后的说明；不适用和文字则为原文", en: "What stands beside the number; of text and not_applicable, what was written")),
  ]

  package static let key = ["agency", "year", "table", "row", "column"]
}

extension Cell.Status {
  fileprivate var meaning: LocalizedText {
    switch self {
    case .number: LocalizedText("数字", en: "a number")
    case .zero: LocalizedText("填报为 0", en: "0 was stated")
    case .blank: LocalizedText("未填，不是 0", en: "nothing was stated, which is not 0")
    case .notApplicable: LocalizedText("不适用", en: "not applicable")
    case .text: LocalizedText("文字", en: "a text")
    case .missing: LocalizedText("报告无此格", en: "the report has no such cell")
    }
  }
}

extension ReportMetadata.Scope {
  fileprivate var meaning: LocalizedText {
    switch self {
    case .own: LocalizedText("本机关", en: "the agency's own")
    case .consolidated: LocalizedText("汇总了其他机关，不可与其相加", en: "gathers other bodies, not to be added to theirs")
    }
  }
}
