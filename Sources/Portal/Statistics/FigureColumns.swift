internal import Reports

extension Sequence<ReportSummary> {
  /// The figures that occur in any of the reports, in order.
  package var figureColumns: [ReportSummary.Figure] {
    var columns: [ReportSummary.Figure] = []
    var last: ReportSummary?
    for report in self {
      defer { last = report }
      // Most reports use the same form as the previous one.
      if let last, last.form == report.form, last.figures.count == report.figures.count { continue }
      let figures = report.figures
      for place in figures.indices where columns.place(of: figures[place], near: place) == nil {
        columns.append(figures[place])
      }
    }
    return columns
  }
}
