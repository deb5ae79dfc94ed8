internal import Diagnostics
internal import Markup

/// The parts of a report that are compared with other years. The report is shared and never copied.
///
/// Of the prose, it keeps only what is compared, so that the tokens of all years need not be in memory at once.
package final class HistoryEntry: Sendable {
  package let report: Report
  let sketch: TextSketch
  let growths: [StatedGrowth]
  /// 总体情况.
  let overview: Section?

  package init(_ report: Report, _ narrative: Narrative) {
    self.report = report
    sketch = narrative.sketch
    growths = narrative.growths
    overview = narrative.part(.overview, of: report).map { report.sections[$0.section] }
  }
}

extension Report {
  /// A cell of another year as a related location of a finding.
  func relatedOfYear(_ cell: Int) -> Finding.Related {
    let related = related(cell)
    return .init(
      LocalizedText(
        "\(metadata.year)年 \(related.message.chinese)", en: "\(metadata.year), \(related.message.english)"),
      at: related.range)
  }
}
