import Reports
import Testing

struct ReportFolderTests {
  private func target(_ address: String, among files: [String]) -> ReportFolder.Target? {
    ReportFolder(of: "reports/2023/liulin.md", files: Dictionary(uniqueKeysWithValues: files.map { ($0, 1) }))
      .target(of: address)
  }

  @Test(arguments: [
    ("liulin/a.pdf", "a.pdf", ""), ("./liulin/a.pdf", "a.pdf", ""), ("../2023/liulin/a.pdf", "a.pdf", ""),
    ("liulin/a.pdf#page=2", "a.pdf", "#page=2"), ("liulin/a%2Epdf?x#y", "a.pdf", "?x#y"),
    ("liulin/b#c.pdf", "b#c.pdf", ""), ("liulin/b%23c.pdf#d", "b#c.pdf", "#d"), ("liulin/图/d e.png", "图/d e.png", ""),
    ("liulin/%E5%9B%BE/d%20e.png", "图/d e.png", ""), ("liulin/x:y.pdf", "x:y.pdf", ""),
  ])
  func leadsToItsFiles(_ address: String, _ file: String, _ rest: String) {
    let found = target(address, among: ["a.pdf", "b#c.pdf", "图/d e.png", "x:y.pdf"])
    #expect(found?.file == file)
    #expect(found?.rest == rest)
  }

  @Test(arguments: [
    "a.pdf", "liulin/b.pdf", "caizheng/a.pdf", "../2022/liulin/a.pdf", "/liulin/a.pdf", "https://liulin/a.pdf",
    "#a.pdf", "",
    "liulin", "liulin/", "../../../liulin/a.pdf", "liulin/../../a.pdf", "liulin/%FF", "liulin.md",
  ])
  func leadsToNothingElse(_ address: String) {
    #expect(target(address, among: ["a.pdf"]) == nil)
  }

  /// If a name could be meant literally or percent-encoded, it is taken literally.
  @Test func theLiteralNameTakesPrecedence() {
    #expect(target("liulin/a%41.pdf", among: ["a%41.pdf", "aA.pdf"])?.file == "a%41.pdf")
    #expect(target("liulin/a%41.pdf", among: ["aA.pdf"])?.file == "aA.pdf")
    #expect(target("liulin/a%2541.pdf", among: ["a%41.pdf", "aA.pdf"])?.file == "a%41.pdf")
    #expect(target("liulin/a.pdf#b", among: ["a.pdf", "a.pdf#b"])?.file == "a.pdf#b")
  }

  /// For a letter with two encodings, the file system has its own bytes, which are what a server looks for.
  @Test func theNameIsThatOfTheFileSystem() {
    let composed = "\u{E9}.pdf"
    let decomposed = "e\u{301}.pdf"
    let folder = ReportFolder(of: "reports/2023/liulin.md", files: [decomposed: 1])
    for written in [composed, decomposed] {
      #expect(folder.file(named: written).map { Array($0.utf8) } == Array(decomposed.utf8))
      #expect(folder.target(of: "liulin/\(written)").map { Array($0.file.utf8) } == Array(decomposed.utf8))
    }
  }
}
