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
  /// Reports whose amount is in no sum, because nobody states its unit; newest first.
  package let leftOut: [LeftOut]

  /// Where its totals stop being comparable.
  package let breaks: TotalBreaks

  package struct LeftOut: Sendable {
    /// Index in the registry.
    package let agency: Int
    package let year: Int
  }

  package init(_ row: RowMeasure, in portal: Portal) {
    self.row = row
    let all = portal.years
    var leftOut: [LeftOut] = []
    var main = [DecimalNumber?](repeating: nil, count: portal.registry.agencies.count * all.count)
    let byColumn = row.columns.enumerated().map { place, column in
      var totals = [MeasureTotal](repeating: MeasureTotal(), count: all.count)
      portal.forEachStated(in: column) { year, agency, value in
        switch value {
        case .number(let number):
          totals[year].add(number)
          if place == row.mainColumn, let agency { main[agency * all.count + year] = number }
        case .notStated: totals[year].add(nil)
        case .withoutUnit:
          totals[year].leaveOut()
          if place == row.mainColumn, let agency { leftOut.append(LeftOut(agency: agency, year: all[year])) }
        }
      }
      return totals
    }
    // The years whose forms have the row.
    let kept = all.indices.filter { year in
      byColumn.contains { $0[year].stated + $0[year].notStated + $0[year].withoutUnit > 0 }
    }
    years = kept.map { all[$0] }
    totals = kept.map { year in byColumn.map { $0[year] } }
    byAgency = portal.registry.agencies.indices.map { agency in kept.map { main[agency * all.count + $0] } }
    breaks = TotalBreaks(portal.reports.lazy.filter { kept.contains(all.firstIndex(of: $0.year) ?? -1) })
    self.leftOut = leftOut.sorted { ($1.year, $0.agency) < ($0.year, $1.agency) }
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
