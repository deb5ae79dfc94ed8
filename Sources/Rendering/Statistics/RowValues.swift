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
  let totals: [[MeasureTotal]]
  /// By agency in the order of the registry, then by year: the main column.
  let byAgency: [[DecimalNumber?]]

  init(_ row: RowMeasure, in portal: Portal) {
    self.row = row
    let all = portal.years
    var main = [DecimalNumber?](repeating: nil, count: portal.registry.agencies.count * all.count)
    let byColumn = row.columns.enumerated().map { place, column in
      var totals = [MeasureTotal](repeating: MeasureTotal(), count: all.count)
      portal.forEachStated(in: column) { year, agency, value in
        totals[year].add(value)
        if place == row.mainColumn, let agency { main[agency * all.count + year] = value }
      }
      return totals
    }
    // Years whose forms ask for it.
    let kept = all.indices.filter { year in byColumn.contains { $0[year].stated + $0[year].notStated > 0 } }
    years = kept.map { all[$0] }
    totals = kept.map { year in byColumn.map { $0[year] } }
    byAgency = portal.registry.agencies.indices.map { agency in kept.map { main[agency * all.count + $0] } }
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
