package import Reports

/// The values of one row in the reports that agencies make about themselves, by agency and year.
package struct RowValues: Sendable {
  package let row: RowMeasure
  /// Newest first.
  package let years: [Int]
  /// By year and column.
  package let totals: [[MeasureTotal]]
  /// The main column, by agency in the order of the registry, then by year.
  package let byAgency: [[DecimalNumber?]]

  package init(_ row: RowMeasure, in portal: Portal) {
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
    // The years whose forms have the row.
    let kept = all.indices.filter { year in byColumn.contains { $0[year].stated + $0[year].notStated > 0 } }
    years = kept.map { all[$0] }
    totals = kept.map { year in byColumn.map { $0[year] } }
    byAgency = portal.registry.agencies.indices.map { agency in kept.map { main[agency * all.count + $0] } }
  }

  /// Agencies by the numbers of the newest year, highest first. Those with equal numbers are in the order of the
  /// registry.
  package var ranking: [Int] {
    byAgency.indices.filter { byAgency[$0].first??.isZero == false }.ranked { byAgency[$0][0] }
  }
}

extension Sequence<Int> {
  /// Indexes sorted by number, highest first and those without a number last. The sort is stable.
  package func ranked(by number: (Int) -> DecimalNumber?) -> [Int] {
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
