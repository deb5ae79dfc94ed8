import Bytes
import Diagnostics
import Foundation
import MarkedSources
import Markup
import Pages
import Portal
import RenderedPortals
import Reports

@testable import Markup

enum ReportFuzzing {
  static let frontMatter = Array(
    "---\ntitle: 柳林街道2023年报\nagency: liulin\nyear: 2023\npublished: 2024-01-30\n---\n\n".utf8)

  private static let portal = RenderedPortal.ofOneAgency

  static func run(_ bytes: [UInt8]) {
    let source = SourceFile(path: "reports/2023/liulin.md", bytes: bytes)
    var findings: [Finding] = []
    guard let document = MarkupParser().parse(source, findings: &findings) else {
      return expectSound(!findings.isEmpty, "a source was refused without a finding")
    }
    compareWithLibrary(document, source)
    guard let report = ReportReader(forms: portal.context.forms).read(document, findings: &findings) else {
      return expectSound(!findings.isEmpty, "a report was refused without a finding")
    }
    _ = Rules.check(report, findings: &findings)
    checkRanges(findings, source)
    checkFixes(findings, source)
    portal.expectSoundPages(of: report, findings)
  }

  /// Compares the fast paths with the library's reading.
  private static func compareWithLibrary(_ document: Document, _ source: SourceFile) {
    var parser = MarkupParser()
    parser.usesPlainTables = false
    parser.foldsText = false
    var findings: [Finding] = []
    guard let plain = parser.parse(source, findings: &findings) else { fatalError("only one way reads the source") }
    expectSound(Outline(document).withPlaces == Outline(plain).withPlaces, "the ways of reading differ")
  }

  private static func checkRanges(_ findings: [Finding], _ source: SourceFile) {
    for range in findings.compactMap(\.range) {
      expectSound(range.line >= 1 && range.column >= 1, "\(range) is not in the source")
      expectSound(range.line <= source.lineStarts.count + 1, "\(range) is after the end")
    }
    for finding in findings {
      let console = ConsoleWriter(language: .simplifiedChinese, hasColor: false, path: { $0 }, line: { _, _ in nil })
      expectSound(!console.text(of: finding).text.unicodeScalars.contains("\u{1B}"), "a finding writes to the terminal")
    }
  }

  private static func checkFixes(_ findings: [Finding], _ source: SourceFile) {
    let fixed = source.applying(findings.compactMap(\.fix))
    expectSound(fixed.applied > 0 || fixed.0.bytes == source.bytes, "a source changed without a fix")
  }
}
