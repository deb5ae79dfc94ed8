import Reports
import Testing

@testable import Importing

/// Files that other programs read for the importer, made by LibreOffice, where these programs are installed.
@Suite(.serialized) struct ConvertedFileTests {
  private static let hasOffice = ExternalPrograms.find("libreoffice") != nil
  private static let hasPDF = ExternalPrograms.find("pdftotext") != nil

  private func tally(_ ending: String, _ seed: Int, _ form: String, withBlanks: Bool = false) throws -> ShapeTally {
    var report = GeneratedReport(seed: seed, form: form)
    if withBlanks { report = report.withBlanks() }
    let bytes = try ExternalPrograms().converted(OfficeShape.word(report), from: "docx", to: ending)
    var tally = ShapeTally()
    try tally.add(bytes, named: "report.\(ending)", report, seed)
    return tally
  }

  @Test(.enabled(if: hasOffice && hasPDF), arguments: ["cn-2021", "cn-2019"])
  func aPDFFile(_ form: String) throws {
    let tally = try tally("pdf", 4, form)
    #expect(tally.placed == tally.cells && tally.unexpected == 0, "\(tally.first ?? "")")
    #expect(tally.prose == 0, "\(tally.first ?? "")")
  }

  @Test(.enabled(if: hasOffice && hasPDF))
  func blankCellsOfAPDFFileAreFoundByPosition() throws {
    let tally = try tally("pdf", 2, "cn-2021", withBlanks: true)
    #expect(tally.placed == tally.cells && tally.wrong == 0, "\(tally.first ?? "")")
  }

  @Test(.enabled(if: hasOffice))
  func anOldWordFile() throws {
    let tally = try tally("doc", 1, "cn-2021")
    #expect(tally.placed == tally.cells && tally.unexpected == 0, "\(tally.first ?? "")")
  }
}
