internal import Languages
internal import Reports

/// The exact sums of every cell and of every group of rows over the reports of a year that agencies make about themselves.
struct TotalsByYear {
  private struct Key: Hashable {
    let year: Int
    let id: String
  }

  private struct Total {
    var sum: DecimalNumber
    let unit: String
    var reports = 0
  }

  /// An indicator of a form: its id and unit.
  private typealias Indicator = (id: String, unit: String)

  /// By form: its cells, followed by the sums of groups.
  private let indicators: [[Indicator]]
  private let groups: [[DerivedFigure]]
  private let cellCounts: [Int]
  /// By year, then by form and indicator.
  private var sums: [Int: [[(sum: DecimalNumber, reports: Int)]]] = [:]

  init(_ forms: FormLibrary) {
    groups = forms.forms.map(\.derivedFigures)
    cellCounts = forms.forms.map(\.cells.count)
    indicators = forms.forms.map { form in
      form.cells.map { ($0.id, $0.baseUnit) } + form.derivedFigures.map { ($0.id, $0.unit) }
    }
  }

  mutating func add(_ record: ReportRecord) {
    let values = record.values()
    guard case .number(let year) = values[3], values[5] == .text(ReportMetadata.Scope.own.rawValue) else { return }
    let form = record.form
    var byForm = sums.removeValue(forKey: Int(year.digits)) ?? indicators.map { _ in [] }
    if byForm[form].isEmpty { byForm[form] = indicators[form].map { _ in (.zero, 0) } }
    func add(_ value: DecimalNumber, at place: Int) {
      byForm[form][place] = (byForm[form][place].sum + value, byForm[form][place].reports + 1)
    }
    var bases = [DecimalNumber?](repeating: nil, count: cellCounts[form])
    record.forEachCell { index, cell in
      bases[index] = cell.base
      if let base = cell.base { add(base, at: index) }
    }
    // A group has no value where one of its cells has none.
    for (place, group) in groups[form].enumerated() {
      var sum: DecimalNumber? = .zero
      for cell in group.cells { sum = bases[cell].flatMap { base in sum.map { $0 + base } } }
      if let sum { add(sum, at: cellCounts[form] + place) }
    }
    sums[Int(year.digits)] = byForm
  }

  static let columns = [
    CellColumns.year,
    DataColumn(
      "id", Text("column.year_totals.id"), Text("column.year_totals.id.definition"),
      .code,
      isRequired: true),
    DataColumn(
      "value_base", Text("totals.all"),
      Text("column.year_totals.value_base.definition"), .decimal),
    DataColumn(
      "unit_base", Text("column.unit"), Text("column.year_totals.unit_base.definition"), isRequired: true),
    DataColumn(
      "reports", Text("column.year_totals.reports"), Text("column.year_totals.reports.definition"),
      .integer, isRequired: true),
  ]

  /// Sorted by year and id. Cells of different forms with the same id and unit are added.
  var table: DataTable {
    var totals: [Key: Total] = [:]
    for (year, byForm) in sums {
      for (indicators, sums) in zip(indicators, byForm) {
        for (indicator, sum) in zip(indicators, sums) where sum.reports > 0 {
          let key = Key(year: year, id: indicator.id)
          var total = totals[key] ?? Total(sum: .zero, unit: indicator.unit)
          guard total.unit == indicator.unit else { continue }
          total.sum = total.sum + sum.sum
          total.reports += sum.reports
          totals[key] = total
        }
      }
    }
    let rows = totals.sorted { ($0.key.year, $0.key.id) < ($1.key.year, $1.key.id) }.map { key, total -> [DataValue] in
      [.integer(key.year), .text(key.id), .number(total.sum), .text(total.unit), .integer(total.reports)]
    }
    return DataTable(
      "year_totals", Text("table.totals_by_year"), Self.columns, key: ["year", "id"], rows: rows)
  }
}
