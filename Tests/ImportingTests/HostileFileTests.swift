import CArchive
import Glibc
import Reports
import Testing

@testable import Importing

@Suite("Damaged and malicious files are refused in bounded time")
struct HostileFileTests {
  private func read(_ bytes: [UInt8], named name: String = "report.docx") throws -> ImportedReport {
    try ReportImporter(forms: .builtIn, agencies: [.init(id: "liulin", names: ["云溪区柳林街道办事处"])])
      .read(bytes, named: name)
  }

  @Test func aTruncatedWordFile() throws {
    let whole = OfficeShape.word(GeneratedReport(seed: 1, form: "cn-2021"))
    for share in [10, 50, 90] {
      #expect(throws: (any Error).self) { try read(Array(whole.prefix(whole.count * share / 100))) }
    }
  }

  @Test func aZipBomb() throws {
    let writer = try #require(car_create())
    let zeros = [UInt8](repeating: 0x20, count: 64 << 20)
    #expect(car_add(writer, "word/document.xml", zeros, zeros.count) == 0)
    var count = 0
    let packed = try #require(car_finish(writer, &count))
    defer { car_free(packed) }
    let bytes = Array(UnsafeRawBufferPointer(start: packed, count: count))
    #expect(throws: FileReader.Failure.damaged("解压后太大，不像年报", "it unpacks to more than any report")) { try read(bytes) }
  }

  @Test func entitiesAreNotExpandedAndNoFileIsRead() throws {
    let path = "/tmp/gongkai-secret-\(getpid())"
    let file = try #require(fopen(path, "w"))
    fputs("SECRET", file)
    fclose(file)
    defer { unlink(path) }
    var zip = ZipFile()
    let bomb = (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
    zip.add(
      "word/document.xml",
      """
      <!DOCTYPE w:document [<!ENTITY secret SYSTEM "file://\(path)"><!ENTITY e0 "x">\(bomb)]>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
      <w:p><w:r><w:t>云溪区柳林街道办事处2023年政府信息公开工作年度报告</w:t></w:r></w:p>
      <w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p><w:p><w:r><w:t>&secret;&e9;完</w:t></w:r></w:p></w:body></w:document>
      """)
    let text = (try? read(zip.finished))?.markdown(publishes: false) ?? ""
    #expect(!text.contains("SECRET"))
    #expect(text.utf8.count < 100_000)
  }

  @Test func tablesInTables() throws {
    let deep = String(repeating: "<table><tr><td>", count: 5_000) + "1"
    #expect(throws: ReportImporter.Failure.noYear) { try read(Array(deep.utf8), named: "deep.html") }
  }

  @Test func aFileThatIsTooLarge() {
    #expect(throws: FileReader.Failure.tooLarge) {
      try read([UInt8](repeating: UInt8(ascii: "a"), count: FileReader.mostBytes + 1), named: "large.html")
    }
  }

  @Test func junk() {
    var numbers = SeededNumbers(seed: 7)
    for size in [0, 1, 100, 5_000] {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      for name in ["a.html", "a.txt", "a.md", "a"] {
        #expect(throws: (any Error).self) { try read(bytes, named: name) }
      }
      #expect(throws: (any Error).self) { try read(Array("PK\u{3}\u{4}".utf8) + bytes) }
      #expect(throws: (any Error).self) { try read(Array("{".utf8) + bytes, named: "a.json") }
    }
  }

  @Test func jsonOfAnotherAgencyCannotLeaveThePortal() {
    let json = """
      {"$schema":"https://x/schema/report-1.json","title":"x","agency":{"id":"../../etc/x","name":"x"},"year":2023,
      "form":"cn-2021","tables":{}}
      """
    var options = ReportImporter.Options()
    options.proposes = { _ in "new" }
    let importer = ReportImporter(forms: .builtIn, agencies: [], options: options)
    #expect(throws: ReportImporter.Failure.noAgency(title: "x")) {
      try importer.read(Array(json.utf8), named: "x.json")
    }
  }

  @Test func tablesThatArePicturesAreNamed() throws {
    let page = """
      <body><h1>云溪区柳林街道办事处2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>全年公开信息12条。</p>
      <p>二、主动公开政府信息情况</p><p><img src="tables/a.png"></p><p>五、存在的主要问题及改进情况</p><p>已改进。</p></body>
      """
    let report = try read(Array(page.utf8), named: "a.html")
    #expect(report.unplaced.contains { $0.text == "tables/a.png" && $0.reason.contains("图片") })
    #expect(report.placed == 0)
  }
}
