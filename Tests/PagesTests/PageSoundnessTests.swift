import RenderedPortals
import Testing

/// Tests the page check that the fuzzer uses, on faults that it must find and on real pages.
struct PageSoundnessTests {
  @Test(arguments: [
    ("<p>a < b</p>", "< is not escaped"), ("<p><b>a</p></b>", "</p> closes nothing"), ("<p>a", "[\"p\"] not closed"),
    ("<p onclick=\"x\">a</p>", "<p onclick>"), ("<p style=\"x\">a</p>", "<p style>"),
    ("<p id=a>b</p>", "id has no quotes"),
    ("<p id=\"a<b\">c</p>", "id holds <"), ("<a href=\" JavaScript:x\">a</a>", "href leads to javascript:x"),
    ("<img src=\"data:x\">", "src leads to data:x"), ("<iframe></iframe>", "<iframe>"),
    ("<p id=\"a\" id=\"b\">c</p>", "<p> has id twice"),
    ("<script>a", "</script> is missing"),
  ])
  func aFaultIsFound(_ page: String, _ fault: String) {
    #expect(PageSoundness.fault(in: Array(page.utf8))?.hasPrefix(fault) == true)
  }

  @Test func renderedPagesAreSound() throws {
    var portal = try RenderedPortal(name: "<i>&'", agencies: [(id: "liulin", name: "<script>x</script>")])
    try portal.render([portal.report("liulin", 2023) { $0 + "\n<b onclick=x>[a](javascript:x)\n" }])
    let pages = portal.files.filter { $0.key.hasSuffix(".html") }
    #expect(pages.count > 10)
    for (path, page) in pages { #expect(PageSoundness.fault(in: Array(page.utf8)) == nil, "\(path)") }
  }
}
