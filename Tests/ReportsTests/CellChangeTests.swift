import Diagnostics
import ExampleReports
import Markup
import Testing

@testable import Reports

/// Increases and decreases every figure of every report in the sample portal by one: which of the changes can be
/// noticed from the report alone, and why no rule can notice the others.
@Suite("A figure of a report changed by one")
struct CellChangeTests {
  /// Cells that are in no equation of their form. A change is noticed only if a 0 becomes negative, or if another cell,
  /// the text or last year's report contradicts it.
  static let unseen: [String: [Reason]] = [
    "cn-2021": [
      Reason(
        ["disclosure.regulations.issued", "disclosure.regulations.repealed", "disclosure.regulations.in_force"],
        "A stock that only last year's report could confirm, and that revisions and expiry move without a trace."),
      Reason(
        [
          "disclosure.normative_documents.issued", "disclosure.normative_documents.repealed",
          "disclosure.normative_documents.in_force",
        ], "As with rules: the form has no opening stock, so that nothing in it adds up to what is in force."),
      Reason(
        ["disclosure.licensing.decisions", "disclosure.penalties.decisions", "disclosure.coercion.decisions"],
        "A count of cases that the form states once, with no parts and no total."),
      Reason(["disclosure.fees.amount"], "A sum of money from the accounts, stated once, with no parts."),
    ],
    "cn-2019": [
      Reason(
        [
          "disclosure.normative_documents.made", "disclosure.normative_documents.published",
          "disclosure.normative_documents.total_public", "disclosure.regulations.made",
          "disclosure.regulations.published", "disclosure.regulations.total_public",
        ], "What was published may be less or more than what was made; only more than is public in all is seen."),
      Reason(
        [
          "disclosure.licensing.prior_items", "disclosure.other_services.prior_items",
          "disclosure.penalties.prior_items", "disclosure.coercion.prior_items", "disclosure.fees.prior_items",
        ], "Last year's number, which only last year's report can confirm."),
      Reason(
        [
          "disclosure.licensing.change", "disclosure.other_services.change", "disclosure.penalties.change",
          "disclosure.coercion.change", "disclosure.fees.change",
        ], "The form does not state this year's number that last year's and the change add up to."),
      Reason(
        [
          "disclosure.licensing.decisions", "disclosure.other_services.decisions", "disclosure.penalties.decisions",
          "disclosure.coercion.decisions",
        ], "A count of cases that the form states once, with no parts and no total."),
      Reason(
        ["disclosure.procurement.projects", "disclosure.procurement.amount"],
        "A number of purchases and what they cost, each stated once."),
    ],
  ]

  struct Reason: Sendable {
    let cells: [String]
    let why: String

    init(_ cells: [String], _ why: String) {
      self.cells = cells
      self.why = why
    }
  }

  /// All changes of one form: how many there were, and which cells had one without a finding.
  private struct Tally {
    var changes = 0
    var caught = 0
    var missed: Set<String> = []
    var cells: Set<String> = []
  }

  private static let tallies: [String: Tally] = {
    var tallies: [String: Tally] = [:]
    for report in reports where unseen[report.form.id] != nil {
      let before = Set(findings(in: report).map(\.trace))
      for cell in report.form.cells.indices {
        guard let number = report.cells[cell].number else { continue }
        for step in [1, -1] {
          let isCaught = isCaught(report, cell, number + DecimalNumber(step), before)
          let id = report.form.cells[cell].id
          tallies[report.form.id, default: Tally()].changes += 1
          tallies[report.form.id]?.caught += isCaught ? 1 : 0
          tallies[report.form.id]?.cells.insert(id)
          if !isCaught { tallies[report.form.id]?.missed.insert(id) }
        }
      }
    }
    return tallies
  }()

  private static let reports = SampleReports.sources.compactMap { ReadReport($0).report }

  /// Every finding in a single report. Rules across years and agencies find more.
  private static func findings(in report: Report) -> [Finding] {
    var findings: [Finding] = []
    Rules.check(report, findings: &findings)
    return findings
  }

  private static func isCaught(_ report: Report, _ cell: Int, _ value: DecimalNumber, _ before: Set<String>) -> Bool {
    // The cell reader comes first, then the sums, which are fast; the text is only searched if neither finds anything.
    if value.isNegative {
      let reading = CellReader.read("\(value)", for: report.form.cells[cell])
      let said = reading.findings(
        for: cell, written: "\(value)", isVerbatim: false, in: report.form, at: SourceRange(file: ""))
      if said.contains(where: { $0.severity == .error }) { return true }
    }
    let changed = report.stating(value, in: cell)
    if !SumCheck.failures(in: changed).isEmpty { return true }
    return findings(in: changed).contains { !before.contains($0.trace) }
  }

  @Test(arguments: ["cn-2021", "cn-2019"])
  func isCaughtOrListedWithItsReason(_ form: String) throws {
    let tally = try #require(Self.tallies[form])
    #expect(tally.cells.count == ExampleReport.form(form).cells.count, "the sample portal fills in every cell")
    let reasons = Self.unseen[form, default: []]
    let listed = Set(reasons.flatMap(\.cells))
    #expect(tally.missed.subtracting(listed).isEmpty)
    #expect(reasons.allSatisfy { !tally.missed.isDisjoint(with: $0.cells) }, "no reason is out of date")
    #expect(listed.allSatisfy { $0.hasPrefix("disclosure.") }, "requests and disputes are seen in full")
    let share = Double(tally.caught) / Double(tally.changes)
    print("\(form): \(tally.caught) of \(tally.changes) changes are caught, \(Int(share * 1000) / 10) % …")
    #expect(share > 0.9)
  }
}

extension Finding {
  /// Distinguishes new findings from those that were there before.
  fileprivate var trace: String { "\(kind.id) \(cell ?? "") \(message.chinese)" }
}

extension Report {
  /// The same report with a different number in a cell.
  fileprivate func stating(_ value: DecimalNumber, in cell: Int) -> Report {
    var tables = BoundTables(of: document, form)
    (tables.cells, tables.notes, tables.free, tables.roles) = (cells, cellNotes, freeTables, roles)
    tables.otherwiseNumbered = otherwiseNumbered
    tables.cells[cell].value = value
    tables.cells[cell].status = value.isZero ? .zero : .number
    return Report(document: document, metadata: metadata, form: form, sections: sections, tables: tables)
  }
}
