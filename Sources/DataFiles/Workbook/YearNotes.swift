internal import Languages
internal import Portal
internal import Reports

/// The sheet of notes in the workbook of a year: what the figures are, who is missing, and what cannot be compared.
struct YearNotes {
  let year: Int
  let portal: Portal
  let forms: FormLibrary
  let strings: Strings

  private static let rows: StringKey = "year_notes.rows"
  private static let counts: StringKey = "year_notes.counts"
  private static let offices: [(FilingsTable.Status, StringKey)] = [
    (.missing, "year_notes.missing"), (.joint, "year_notes.joint_offices"), (.covered, "year_notes.covered"),
    (.withdrawn, "year_notes.withdrawn"),
  ]

  var lines: [String] {
    let counts = ReportCounts(portal.reports(of: year))
    var texts: [Text] = [
      Self.rows.with(["year": .number(year)]), Text("year_notes.headings"), Text("year_notes.blanks"),
      Text("year_notes.amounts"),
      Self.counts.with([
        "reports": .number(counts.reports), "added": .number(counts.added), "withdrawn": .number(counts.withdrawn),
      ]),
    ]
    let filings = FilingsTable.filings(of: year, in: portal)
    for (status, key) in Self.offices where status != .missing || portal.site.namesMissing {
      let names = filings.filter { $0.status == status }.map(\.name)
      if names.isEmpty { continue }
      let list = names.joined(separator: strings["punctuation.list_comma"])
      texts.append(key.with(["count": .number(names.count), "names": .string(list)]))
    }
    texts += TotalBreaks(portal.reports).breaks.filter { $0.year == year }.map { mark in
      DataText.text(of: mark) { forms.form(id: $0)?.title[strings] ?? $0 }
    }
    if year >= 2024 { texts.append(Text("year_notes.law")) }
    return [DataText.yearWorkbook(year)[strings], "\(portal.site.name) \(portal.site.baseURL)"]
      + texts.map { $0[strings] }
  }
}
