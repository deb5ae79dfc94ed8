import Diagnostics
import Foundation
import Languages
import Portal
import RenderedPortals
import Reports
import Testing

@testable import DataFiles
@testable import Pages

struct PageTests {
  /// Text written by offices is only text, wherever it is shown.
  @Test func hostileTextIsEscapedEverywhere() throws {
    let hostile = "<script>alert(1)</script>&'"
    var portal = try RenderedPortal(name: hostile, agencies: [("liulin", hostile), ("caizheng", hostile)])
    let report = try portal.report("liulin", 2023) { text in
      text.replacing(/title: .*/, with: "title: '<script>alert(1)</script>&'''")
        .replacing(
          "year: 2023\n",
          with:
            "year: 2023\ncorrections: [{date: 2024-05-06, section: overview, from: \"\(hostile)\", to: \"\(hostile)\", reason: \"\(hostile)\"}]\nindex_number: \(hostile)\neditor: \"<img src=x onerror=alert(1)>\"\nsource_url: \"javascript:alert(1)\"\n"
        )
        .replacing(
          "## 六、其他需要报告的事项",
          with: """
            ## 六、其他需要报告的事项

            \(hostile) <img src=x onerror=alert(1)> [x](javascript:alert(1)) <a href="data:text/html,x">y</a>

            表：\(hostile) {#own unit=\(hostile)}

            | \(hostile) | b |
            |---|---|
            | <b>c</b> | \(hostile) |
            """)
    }
    try portal.render([report, portal.report("liulin", 2022), portal.report("caizheng", 2023)])
    #expect(portal.files["peers/street/index.html"]?.contains("&lt;script") == true)
    #expect(portal.files["agencies/liulin/index.html"]?.contains("<ul class=\"record\">") == true)
    for (path, page) in portal.files where path.hasSuffix(".html") {
      // The page's description as JSON-LD is not a script, and markup cannot start in it.
      let text = page.replacing(/<script type="application\/ld\+json">[^<]*<\/script>/, with: "")
        .replacing(/<script src="(?:\.\.\/)+assets\/[a-z]+\.js\?v=[0-9a-z]+" defer><\/script>/, with: "")
      #expect(!text.contains("<script"), "\(path)")
      #expect(!text.contains("<img src=x"), "\(path)")
      #expect(text.firstMatch(of: /href="(?:javascript|data):/) == nil, "\(path)")
      #expect(text.firstMatch(of: /&(?!amp;|lt;|gt;|quot;|#39;)/) == nil, "\(path)")
    }
    for (path, text) in portal.files where path.hasSuffix(".json") {
      #expect(!text.contains("<"), "JSON may stand inside a page")
      #expect(throws: Never.self, "\(path)") { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(portal.files["reports/2023/liulin.json", default: ""].utf8))
        as? [String: Any])
    #expect(json["title"] as? String == hostile)
    #expect(json["index_number"] as? String == hostile)
  }

  /// One character to a reader, but two to the parser of a browser.
  @Test func aMarkWithACombiningCharacterIsEscaped() throws {
    var portal = try RenderedPortal(languages: [.simplifiedChinese], agencies: [("liulin", "<\u{301}script>")])
    try portal.render([])
    #expect(portal.files["agencies/liulin/index.html"]?.contains("<\u{301}script>") == false)
    #expect(portal.files["agencies/liulin/index.html"]?.contains("&lt;\u{301}script&gt;") == true)
  }

  @Test func everyAddressIsRelativeAndLeadsToAFile() throws {
    var portal = try RenderedPortal(agencies: [("liulin", "柳林街道"), ("caizheng", "财政局")])
    try portal.render([portal.report("liulin", 2022), portal.report("liulin", 2023), portal.report("caizheng", 2023)])
    var checked = 0
    for (path, text) in portal.files where path.hasSuffix(".html") && path != "404.html" {
      for match in text.matches(of: /(?:href|src)="([^"]*)"/) {
        let address = String(match.1)
        if address.hasPrefix("#") { continue }
        if address.hasPrefix("https://") {
          // Canonical URLs and those of the same page in other languages are absolute.
          #expect(address.hasPrefix("https://www.example.gov.cn/nb/"))
          let target = String(address.dropFirst("https://www.example.gov.cn/nb/".count))
          #expect(portal.files[target] != nil, "\(path): \(address)")
          continue
        }
        #expect(!address.hasPrefix("/"), "\(path): \(address)")
        let target =
          URL(string: address, relativeTo: URL(string: "http://x/\(path)"))?.absoluteURL.path.dropFirst() ?? ""
        #expect(portal.files[String(target)] != nil, "\(path): \(address)")
        checked += 1
      }
    }
    #expect(checked > 300)
  }

  @Test func addressesInIndexDataAreRelativeToTheFile() throws {
    var portal = try RenderedPortal(agencies: [("liulin", "柳林街道")])
    try portal.render([portal.report("liulin", 2023)])
    var checked = 0
    for (path, text) in portal.files where path.hasSuffix("index.json") {
      for match in text.matches(of: /"(?:url|json)":"([^"]*)"/) {
        let target = URL(string: String(match.1), relativeTo: URL(string: "http://x/\(path)"))?.absoluteURL.path
          .dropFirst()
        #expect(portal.files[String(target ?? "")] != nil, "\(path): \(match.1)")
        checked += 1
      }
    }
    #expect(checked > 10)
  }

  @Test func everyPageNamesItsTwinAndSharesItsData() throws {
    var portal = try RenderedPortal(agencies: [("liulin", "柳林街道")])
    try portal.render([portal.report("liulin", 2023)])
    for path in portal.files.keys where path.hasSuffix(".html") && path != "404.html" && !path.hasPrefix("en/") {
      let (page, twin) = (portal.files[path, default: ""], portal.files["en/\(path)", default: ""])
      #expect(page.contains("<html lang=\"zh-Hans\">"))
      #expect(twin.contains("<html lang=\"en\">"))
      for text in [page, twin] {
        #expect(text.contains("hreflang=\"zh-Hans\" href=\"https://www.example.gov.cn/nb/\(path)\""))
        #expect(text.contains("hreflang=\"en\" href=\"https://www.example.gov.cn/nb/en/\(path)\""))
      }
      #expect(twin.contains("rel=\"canonical\" href=\"https://www.example.gov.cn/nb/en/\(path)\""))
    }
    #expect(!portal.files.keys.contains { $0.hasPrefix("en/") && $0.hasSuffix(".json") })
  }
}
