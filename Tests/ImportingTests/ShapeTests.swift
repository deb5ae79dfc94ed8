import Diagnostics
import Glibc
import Languages
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
    if ShapeTally.isFull {
      print(
        "\(shape.rawValue)\t\(tally.placed)\t\(tally.cells)\t\(tally.wrong)\t\(tally.lost)\t\(tally.unexpected)\t\(tally.first ?? "")"
      )
    }
    #expect(tally.wrong == 0 && tally.lost == 0, "\(tally.first ?? "")")
    if shape.hasProse { #expect(tally.prose == 0, "\(tally.first ?? "")") }
    if shape.keepsAll { #expect(tally.placed == tally.cells && tally.unexpected == 0, "\(tally.first ?? "")") }
  }
}

/// What became of the figures of reports in a shape.
struct ShapeTally {
  /// 200 reports with GONGKAI_SHAPES=200, as for the shares in docs/import.md.
  static let reports = getenv("GONGKAI_SHAPES").flatMap { Int(String(cString: $0)) } ?? 8
  static var isFull: Bool { reports > 8 }

  var cells = 0
  var placed = 0
  /// Values that are in another cell.
  var wrong = 0
  /// Values that are neither placed nor listed.
  var lost = 0
  /// Reports of which a character of the prose was lost, doubled or invented.
  var prose = 0
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
      // A mirror converts remarks to traditional characters, too.
      if found.texts[index].simplified == value {
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
    let (expected, written) = (report.allProse, ProseOfSource.text(of: imported.markdown(publishes: true)))
    if expected != written {
      prose += 1
      note("seed \(seed): \(ProseOfSource.difference(expected, written))")
    }
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

/// The prose of a source, for comparing: without blanks, marks and tables, in simplified characters.
enum ProseOfSource {
  static func text(of markdown: String) -> String {
    let parts = markdown.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    let lines = parts[parts.count - 1].split(separator: "\n").filter { line in
      !line.hasPrefix("|") && !line.hasPrefix("**第二十条") && !line.hasPrefix("## ")
    }
    return normalized(lines.map { $0.hasPrefix("### ") ? $0.dropFirst(4) : $0 }.joined())
  }

  static func normalized(_ text: String) -> String {
    text.filter { !$0.isWhitespace && $0 != "\\" }.simplified
  }

  /// Where two texts begin to differ.
  static func difference(_ left: String, _ right: String) -> String {
    let (left, right) = (Array(left), Array(right))
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    func excerpt(_ text: [Character]) -> String { String(text[max(0, start - 8)..<min(text.count, start + 24)]) }
    return "prose: “\(excerpt(left))” became “\(excerpt(right))”"
  }
}

extension GeneratedReport {
  /// All of its prose, as it is compared.
  var allProse: String {
    let sections = form.sections.flatMap { prose($0.id) }
    return ProseOfSource.normalized((prose("introduction") + sections + [name, "\(year + 1)年1月20日"]).joined())
  }
}
