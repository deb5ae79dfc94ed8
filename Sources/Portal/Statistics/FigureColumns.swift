internal import Reports

extension Sequence<ReportSummary> {
  /// The figures that any of some reports has, in their order.
  package var figureColumns: [ReportSummary.Figure] {
    var columns: [ReportSummary.Figure] = []
    var last: ReportSummary?
    for report in self {
      defer { last = report }
      // Most have the form of the one before.
      if let last, last.form == report.form, last.figures.count == report.figures.count { continue }
      let figures = report.figures
      for place in figures.indices where columns.place(of: figures[place], near: place) == nil {
        columns.append(figures[place])
      }
    }
    return columns
  }
}
