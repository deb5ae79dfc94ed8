import ExampleReports
import Testing

@testable import Reports

@Suite("The text of a cell and its meaning")
struct CellReadingTests {
  struct Written: Sendable, CustomStringConvertible {
    let text: String
    let status: Cell.Status
    var value = "0"
    var unit: String?
    var remark: String?
    var isIrregular = false
    var isConverted = false
    var description: String { text }
  }

  /// Expects a reading of a cell, both in a whole report and on its own.
  private func expect(_ written: Written, in row: String, _ cell: String, formUnit: String) throws {
    let kind: FormCell.Kind = formUnit == "件" ? .count : .money
    let reading = CellReader.read(written.text, kind: kind, unit: formUnit)
    #expect(reading.status == written.status)
    #expect("\(reading.value)" == written.value)
    #expect(reading.unit == written.unit)
    #expect(reading.remark == written.remark)
    #expect(reading.isIrregular == written.isIrregular)
    #expect(reading.isConverted == written.isConverted)
    let text = written.text.replacing("\\", with: "\\\\")
    let report = try #require(ReadReport(ExampleReport().row(row, text)).report)
    let bound = try #require(report.cell(cell))
    #expect(bound.status == written.status)
    #expect("\(bound.value)" == written.value)
    #expect(report.note(of: bound)?.remark == written.remark)
    let isPlain =
      [.number, .zero, .blank].contains(written.status) && written.remark == nil && !written.isIrregular
      && !written.isConverted
    #expect((report.note(of: bound) == nil) == isPlain)
  }

  @Test(arguments: plain + styled + none + words)
  func count(_ written: Written) throws {
    try expect(written, in: "行政许可", "disclosure.licensing.decisions", formUnit: "件")
  }

  @Test(arguments: money)
  func amount(_ written: Written) throws {
    try expect(written, in: "行政事业性收费", "disclosure.fees.amount", formUnit: "万元")
  }

  private static let plain = [
    Written(text: "0", status: .zero), Written(text: "7", status: .number, value: "7"),
    Written(text: "999999999999999", status: .number, value: "999999999999999"),
    Written(text: "-3", status: .number, value: "-3"), Written(text: "1.5", status: .number, value: "1.5"),
    Written(text: "22（其中修订 16 件）", status: .number, value: "22", remark: "其中修订 16 件"),
    Written(text: "55 (含自然失效 29 件)", status: .number, value: "55", remark: "含自然失效 29 件"),
    Written(text: "0（无规章制定权）", status: .zero, remark: "无规章制定权"),
  ]

  private static let styled = [
    Written(text: "３", status: .number, value: "3", isIrregular: true),
    Written(text: "０", status: .zero, isIrregular: true),
    Written(text: "11,398,889", status: .number, value: "11398889", isIrregular: true),
    Written(text: "１，２３４", status: .number, value: "1234", isIrregular: true),
    Written(text: "+19", status: .number, value: "19", isIrregular: true),
    Written(text: "007", status: .number, value: "7", isIrregular: true),
    Written(text: "00", status: .zero, isIrregular: true),
    Written(text: "3件", status: .number, value: "3", unit: "件", isIrregular: true),
    Written(text: "3 件", status: .number, value: "3", unit: "件", isIrregular: true),
    Written(text: "0件", status: .zero, unit: "件", isIrregular: true),
    Written(text: "5项（含延续）", status: .number, value: "5", unit: "项", remark: "含延续", isIrregular: true),
    Written(text: "−3", status: .number, value: "-3", isIrregular: true),
  ]

  private static let none =
    ["", "　"].map { Written(text: $0, status: .blank) }
    + ["—", "——", "–", "-", "--", "/", "／", "\\", "无", "不适用", "N/A"].map { Written(text: $0, status: .notApplicable) }

  private static let words = [
    "1.2万", "若干", "约3", "3元", "3.", ".5", "1..2", "1,23", "12,34", "1,2345", "1.234,5", "1,234.5.6", "9999999999999999",
    "1 2", "3（", "（3）",
    "++3", "- 3", "三", "2023年", "0x10", "1e3", "½", "³", "٣",
  ].map { Written(text: $0, status: .text) }

  private static let money = [
    Written(text: "0", status: .zero), Written(text: "0.00", status: .zero, value: "0.00"),
    Written(text: "18.8710", status: .number, value: "18.8710"),
    Written(text: "190.457379", status: .number, value: "190.457379"),
    Written(text: "316441", status: .number, value: "316441"),
    Written(text: "2.02万元", status: .number, value: "2.02", unit: "万元", isIrregular: true),
    Written(text: "2.02万", status: .number, value: "2.02", unit: "万", isIrregular: true),
    Written(text: "70487元", status: .number, value: "7.0487", unit: "元", isIrregular: true, isConverted: true),
    Written(text: "251,000.50元", status: .number, value: "25.10005", unit: "元", isIrregular: true, isConverted: true),
    Written(text: "0元", status: .zero, value: "0", unit: "元", isIrregular: true, isConverted: true),
    Written(text: "4,068.208", status: .number, value: "4068.208", isIrregular: true),
    Written(text: "3件", status: .text), Written(text: "免收", status: .text),
  ]

  @Test func whatWasWrittenIsKept() throws {
    let report = try #require(ReadReport(ExampleReport().row("行政事业性收费", "251000元（三项）")).report)
    let note = try #require(report.cell("disclosure.fees.amount").flatMap { report.note(of: $0) })
    #expect(note.written == "251000元（三项）")
    #expect(note.unit == "元")
    #expect(note.remark == "三项")
  }

  @Test func everyUnitOfCasesIsKnown() throws {
    for unit in ["件", "件次", "个", "宗", "起", "条", "项", "部"] {
      #expect(CellReader.read("3\(unit)", kind: .count, unit: "件").unit == unit)
    }
  }

  @Test func plainDigitsAreReadWithoutText() {
    #expect(Array("42".utf8).withUnsafeBufferPointer(CellReader.plainNumber) == DecimalNumber(42))
    for text in ["", "042", "4 2", "-4", "4.2", "1234567890123456"] {
      #expect(Array(text.utf8).withUnsafeBufferPointer(CellReader.plainNumber) == nil)
    }
  }
}
