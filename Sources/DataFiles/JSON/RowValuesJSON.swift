package import Bytes
internal import Diagnostics
internal import Languages
package import Portal
internal import Reports

extension RowValues {
  /// Writes the keys of a row's page: `row`, `columns`, `by_year` and `by_agency`.
  package func write(to json: inout JSONWriter, registry: Registry) {
    json.key("row")
    json.object { json in
      json.field("id", row.id)
      json.field("label", row.label.chinese)
      json.field("label_en", row.label.english)
    }
    json.key("columns")
    json.array { json in
      for column in row.columns { json.value(row.id(of: column)) }
    }
    json.key("units")
    json.object { json in
      for column in row.columns where !column.unit.isEmpty {
        json.key(row.id(of: column))
        json.value(column.unit)
      }
    }
    json.field("main_column", row.id(of: row.columns[row.mainColumn]))
    json.key("by_year")
    json.array { json in
      for (year, totals) in zip(years, totals) {
        json.object { json in
          json.field("year", year)
          json.key("totals")
          json.object { json in
            for (column, total) in zip(row.columns, totals) {
              json.key(row.id(of: column))
              json.value(total.sum)
            }
          }
          json.key("break")
          json.value(breaks.mark(of: year))
          json.field("stated", totals[row.mainColumn].stated)
          json.field("not_stated", totals[row.mainColumn].notStated)
          json.field("without_unit", totals[row.mainColumn].withoutUnit)
        }
      }
    }
    json.key("left_out")
    json.array { json in
      for report in leftOut {
        json.object { json in
          json.field("agency", registry.agencies[report.agency].id)
          json.field("year", report.year)
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
