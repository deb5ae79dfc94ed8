internal import Diagnostics
internal import Markup

/// A report as other years are compared with it: shared by all that look at it, never copied.
///
/// Of its prose it holds only what is compared: the tokens of all years need not be in memory at once.
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
  /// A cell of another year as the second place of a finding.
  func relatedOfYear(_ cell: Int) -> Finding.Related {
    let related = related(cell)
    return .init(
      LocalizedText(
        "\(metadata.year)年 \(related.message.chinese)", en: "\(metadata.year), \(related.message.english)"),
      at: related.range)
  }
}
