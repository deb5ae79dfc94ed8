import Diagnostics
import Reports
import Testing

@testable import Importing

@Suite("Every shape of a report is imported to the same cells")
struct ShapeTests {
  @Test(arguments: Shape.allCases)
  func figuresAreInTheirCells(_ shape: Shape) throws {
    var tally = ShapeTally()
    for seed in 0..<ShapeTally.reports {
      var report = GeneratedReport(seed: seed, form: seed % 2 == 0 ? "cn-2021" : "cn-2019")
      if shape.keepsBlanks || shape == .droppedBlanks, seed % 4 > 1 { report = report.withBlanks() }
      try tally.add(shape, report, seed)
    }
    print(
      "\(shape): \(tally.placed) of \(tally.cells) cells, \(tally.wrong) wrong, \(tally.lost) lost, \(tally.unexpected) unexpected; \(tally.first ?? "")"
    )
    #expect(tally.wrong == 0 && tally.lost == 0, "\(tally.first ?? "")")
    if shape.keepsAll { #expect(tally.placed == tally.cells && tally.unexpected == 0, "\(tally.first ?? "")") }
  }
}

/// What became of the figures of reports in a shape.
struct ShapeTally {
  static let reports = 16

  var cells = 0
  var placed = 0
  /// Values that are in another cell.
  var wrong = 0
  /// Values that are neither placed nor listed.
  var lost = 0
  /// Lines in the list of what could not be placed.
  var unexpected = 0
  var first: String?

  mutating func add(_ shape: Shape, _ report: GeneratedReport, _ seed: Int) throws {
    try add(shape.write(report), named: shape.fileName, report, seed)
  }

  mutating func add(_ bytes: [UInt8], named name: String, _ report: GeneratedReport, _ seed: Int) throws {
    let importer = ReportImporter(forms: .builtIn, agencies: [.init(id: "liulin", names: [report.name])])
    let imported: ImportedReport
    do {
      imported = try importer.read(try FileReader.read(bytes, named: name))
    } catch {
      cells += report.values.count
      lost += report.values.count
      return note("seed \(seed): \(error)")
    }
    let found = try ImportedCells(imported)
    for (index, value) in report.values.enumerated() {
      cells += 1
      let cell = report.form.cells[index]
      if found.texts[index] == value {
        placed += 1
      } else if !found.texts[index].isEmpty {
        wrong += 1
        note("seed \(seed): \(cell.id) is \(found.texts[index]), not \(value)")
      } else {
        let label = report.form.describe(index).chinese
        if !imported.unplaced.contains(where: { $0.text == label || $0.text == value }) {
          lost += 1
          note("seed \(seed): \(cell.id) \(value) is lost")
        } else {
          note("seed \(seed): \(cell.id) \(value) is listed only")
        }
      }
    }
    unexpected += imported.unplaced.count
    if let unplaced = imported.unplaced.first { note("seed \(seed): \(unplaced)") }
  }

  private mutating func note(_ text: String) { first = first ?? text }
}

/// The cells of the source that was made, as `gongkai check` reads them.
struct ImportedCells {
  let texts: [String]

  init(_ imported: ImportedReport) throws {
    texts = imported.texts
  }
}
