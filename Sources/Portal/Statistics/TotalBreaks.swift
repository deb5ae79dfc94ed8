package import Reports

/// The points between two years at which totals stop measuring the same thing: another form, or other offices.
package struct TotalBreaks: Sendable {
  package struct Break: Sendable {
    package enum Kind: Sendable {
      case form(from: String, to: String)
      /// The numbers of reports that are added in both years, and how many offices joined and left in between.
      case offices(from: Int, to: Int, joined: Int, left: Int)
    }

    /// The first year after the break.
    package let year: Int
    package let kind: Kind
  }

  /// In order of years.
  package let breaks: [Break]

  /// - Parameter reports: Those that count in totals; others are ignored.
  package init(_ reports: some Sequence<ReportSummary>) {
    let byYear = Dictionary(grouping: reports.lazy.filter(\.isInTotals), by: \.year).sorted { $0.key < $1.key }
    breaks = zip(byYear, byYear.dropFirst()).flatMap { before, after in
      var breaks: [Break] = []
      let (old, new) = (Self.form(of: before.value), Self.form(of: after.value))
      if old != new { breaks.append(Break(year: after.key, kind: .form(from: old, to: new))) }
      let (offices, next) = (Set(before.value.map(\.agency)), Set(after.value.map(\.agency)))
      if offices != next {
        let kind = Break.Kind.offices(
          from: before.value.count, to: after.value.count, joined: next.subtracting(offices).count,
          left: offices.subtracting(next).count)
        breaks.append(Break(year: after.key, kind: kind))
      }
      return breaks
    }
  }

  /// The form of most reports.
  private static func form(of reports: [ReportSummary]) -> String {
    Dictionary(grouping: reports, by: \.form).max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? ""
  }

  /// The letters by which charts and data mark the breaks before a year.
  package func mark(of year: Int) -> String? { BreakMark.of(year, in: breaks.map(\.year)) }
}

/// The letters by which charts and data mark breaks.
package enum BreakMark {
  /// - Parameter place: Index of the break.
  package static func letter(_ place: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(min(place, 25))))
  }

  /// - Parameter years: The first years after the breaks, in their order.
  /// - Returns: The letters of the breaks before a year, divided by semicolons; `nil` if there are none.
  package static func of(_ year: Int, in years: [Int]) -> String? {
    let letters = years.indices.filter { years[$0] == year }.map(letter)
    return letters.isEmpty ? nil : letters.joined(separator: ";")
  }
}

/// The reports of the offices that have one in every year, so that their totals can be compared.
package struct ConstantSet: Sendable {
  package let offices: Int
  package let reports: [ReportSummary]

  /// - Parameter reports: Those that count in totals; others are ignored.
  /// - Returns: `nil` if all offices have a report in every year, or none has.
  package init?(_ reports: some Sequence<ReportSummary>) {
    let added = reports.filter(\.isInTotals)
    let byYear = Dictionary(grouping: added, by: \.year).mapValues { Set($0.map(\.agency)) }
    guard byYear.count > 1, let first = byYear.values.first else { return nil }
    let always = byYear.values.reduce(first) { $0.intersection($1) }
    guard !always.isEmpty, byYear.values.contains(where: { $0.count > always.count }) else { return nil }
    offices = always.count
    self.reports = added.filter { always.contains($0.agency) }
  }

  /// The sums by year, oldest first, with the years between them; `nil` for years too far apart.
  package func points(
    of measure: Measure, _ years: [Int], _ statistics: Statistics
  ) -> [(year: Int, value: DecimalNumber?)]? {
    guard let first = years.min(), let last = years.max(), last - first < 100 else { return nil }
    return (first...last).map { year in
      (year, MeasureSums([measure], of: reports.filter { $0.year == year }, statistics).totals[0].sum)
    }
  }
}
