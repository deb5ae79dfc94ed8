internal import Bytes
internal import Diagnostics
internal import Portal
internal import Reports

/// What reports of their own agency state in one row, by agency and year.
struct RowValues {
  let row: RowMeasure
  /// Newest first.
  let years: [Int]
  /// By year and column.
  private(set) var totals: [[MeasureTotal]]
  /// By agency in the order of the registry, then by year: the main column.
  private(set) var byAgency: [[DecimalNumber?]]

  init(_ row: RowMeasure, in portal: Portal) {
    self.row = row
    let all = portal.years
    let indexes = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    var totals = all.map { _ in row.columns.map { _ in MeasureTotal() } }
    var byAgency = [[DecimalNumber?]](
      repeating: [DecimalNumber?](repeating: nil, count: all.count), count: portal.registry.agencies.count)
    var asked = Set<Int>()
    for report in portal.stated {
      guard let year = indexes[report.year] else { continue }
      for place in row.columns.indices where row.columns[place].isAsked(in: report.form) {
        let value = report.value(row.columns[place])
        totals[year][place].add(value)
        asked.insert(year)
        if place == row.mainColumn, let agency = report.agency {
          byAgency[agency][year] = value
        }
      }
    }
    let kept = all.indices.filter(asked.contains)
    years = kept.map { all[$0] }
    self.totals = kept.map { totals[$0] }
    self.byAgency = byAgency.map { values in kept.map { values[$0] } }
  }

  /// Agencies by the numbers of the newest year, highest first; those of equal numbers in the order of the registry.
  var ranking: [Int] {
    byAgency.indices.filter { byAgency[$0].first??.isZero == false }.ranked { byAgency[$0][0] }
  }

  func write(to json: inout JSONWriter, registry: Registry) {
    json.key("row")
    json.object { json in
      json.field("id", row.id)
      json.field("label", row.label.chinese)
      json.field("label_en", row.label.english)
    }
    json.key("columns")
    json.array { json in
      for column in row.columns { json.value(column.id) }
    }
    json.field("main_column", row.columns[row.mainColumn].id)
    json.key("by_year")
    json.array { json in
      for (year, totals) in zip(years, totals) {
        json.object { json in
          json.field("year", year)
          json.key("totals")
          json.object { json in
            for (column, total) in zip(row.columns, totals) {
              json.key(column.id)
              json.value(total.sum)
            }
          }
          json.field("stated", totals[row.mainColumn].stated)
          json.field("not_stated", totals[row.mainColumn].notStated)
        }
      }
    }
    json.key("by_agency")
    json.array { json in
      for (agency, values) in zip(registry.agencies, byAgency) where values.contains(where: { $0 != nil }) {
        json.object { json in
          json.field("agency", agency.id)
          json.key("values")
          json.array { json in
            for value in values { json.value(value) }
          }
        }
      }
    }
  }
}

extension Sequence<Int> {
  /// Places by their numbers, highest first and those without one last; those of equal numbers in their own order.
  func ranked(by number: (Int) -> DecimalNumber?) -> [Int] {
    sorted { left, right in
      switch (number(left), number(right)) {
      case (let a?, let b?) where !a.isSameAmount(as: b): b.isAtMost(a)
      case (nil, .some): false
      case (.some, nil): true
      default: left < right
      }
    }
  }
}
