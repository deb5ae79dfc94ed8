import Diagnostics
import Testing

@testable import Portal

struct PictureSVGTests {
  private static func svg(_ inside: String, root: String = "") -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \(root)>\(inside)</svg>"
  }

  private func fault(_ text: String) -> PictureSVG.Fault? { PictureSVG.fault(in: Array(text.utf8)) }

  @Test(arguments: [
    svg(""), svg("<title>图解</title><desc>2023年（件）&amp; &#8212;</desc>"),
    "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!-- made by hand -->\n" + svg("<g/>")
      + "\n<!-- end -->\n",
    svg(
      "<style type=\"text/css\">.a{fill:#c00;stroke:rgb(1,2,3)} .b{fill:url(#g)} /* note */</style><path class=\"a\" d=\"M0 0h1z\"/>"
    ),
    svg(
      "<defs><linearGradient id=\"g\"><stop offset=\"0\" stop-color=\"red\"/></linearGradient></defs><use xlink:href=\"#g\"/>"
    ),
    svg(
      "<rect style=\"fill: url( '#g' )\" clip-path=\"url(#c)\" transform=\"translate(1 2) rotate(3)\" aria-label=\"行（件）\"/>"
    ),
    svg(
      "<text x='1' y='2' font-family='SimSun'>公开<tspan>(3)</tspan></text>", root: "viewBox=\"0 0 10 10\" role=\"img\""),
  ])
  func isAPicture(_ text: String) {
    #expect(fault(text) == nil)
  }

  @Test(arguments: [
    // Scripts
    svg("<script>alert(1)</script>"), svg("<script href=\"#a\"/>"), svg("", root: "onload=\"alert(1)\""),
    svg("<rect ONCLICK=\"alert(1)\"/>"),
    svg("<g xmlns:x=\"http://www.w3.org/1999/xhtml\"><x:script>alert(1)</x:script></g>"),
    svg("<g xmlns=\"http://www.w3.org/1999/xhtml\"><script/></g>"), svg("<handler/>"), svg("<listener/>"),
    svg("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>"), svg("<animate attributeName=\"x\"/>"),
    // Links and loading
    svg("<a href=\"https://example.org/\"><text>x</text></a>"), svg("<a xlink:href=\"javascript:alert(1)\"/>"),
    svg("<use href=\"https://example.org/a.svg#b\"/>"), svg("<use xlink:href=\"data:image/svg+xml,%3Csvg/%3E#a\"/>"),
    svg("<use href=\"j&#97;vascript:alert(1)\"/>"), svg("<image href=\"https://example.org/a.png\"/>"),
    svg("<image href=\"data:image/png;base64,AA==\"/>"), svg("<feImage href=\"#a\"/>"),
    svg("<g l:href=\"javascript:alert(1)\" xmlns:l=\"http://www.w3.org/1999/xlink\"/>"),
    svg("<g xml:base=\"https://example.org/\"/>"), svg("<rect href=\"#a\"/>"),
    // Foreign content
    svg("<foreignObject><p>x</p></foreignObject>"), svg("<iframe src=\"x\"/>"), svg("<style><g/></style>"),
    // Styles
    svg("<style>@import 'https://example.org/a.css';</style>"), svg("<style>a{fill:url(https://example.org/)}</style>"),
    svg("<style>a{fill:u\\72l(https://example.org/)}</style>"), svg("<style>a{fill:url(//example.org)}</style>"),
    svg("<style>a{x:image-set('https://example.org/')}</style>"), svg("<style>a{x:URL('#a' https://e.org)}</style>"),
    svg("<rect fill=\"url(https://example.org/)\"/>"), svg("<rect style=\"background:url(x)\"/>"),
    svg("<rect style=\"x:ur&#108;(x)\"/>"), svg("<style>a{behavior:url(#x)}</style>"), svg("<style>a{x:url(#a</style>"),
    svg("<style>u<!-- -->rl(https://example.org/)</style>"), svg("<style>@<!-- -->import 'x'</style>"),
    // Declarations
    "<!DOCTYPE svg [<!ENTITY a \"b\">]>" + svg("&a;"), svg("&a;"), svg("<![CDATA[x]]>"),
    "<?xml-stylesheet href=\"a.css\"?>" + svg(""),
    "<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + svg(""), svg("<?php echo 1 ?>"), svg("&#0;"),
    // Not SVG, or not well-formed
    "", "<html></html>", "<svg></svg>", "x" + svg(""), svg("") + svg(""), svg("") + "x", svg("<g>"), svg("</g>"),
    svg("<g></a>"), svg("<g a=b/>"), svg("<g id=\"a\" id=\"b\"/>"), svg("<g id=\"<\"/>"), svg("<g id=\"a"),
    svg("<!-- -- -->"),
    svg("<g id=\"a\"class=\"b\"/>"), svg("a\u{0}b"), svg("<!--"), svg("<"), svg("<g"), svg("&"), svg("<unknown/>"),
    svg("<g unknown=\"1\"/>"), svg(String(repeating: "<g>", count: 100) + String(repeating: "</g>", count: 100)),
  ])
  func isRefused(_ text: String) {
    #expect(fault(text) != nil)
  }

  @Test func largeOrInvalidFilesAreRejected() {
    #expect(PictureSVG.fault(in: Array(repeating: 0x20, count: PictureSVG.mostBytes + 1)) == .tooLarge)
    #expect(PictureSVG.fault(in: Array(Self.svg("").utf8) + [0xFF]) == .notWellFormed)
  }

  @Test func faultsAreNamed() {
    #expect(fault(Self.svg("<script/>")) == .element("script"))
    #expect(fault(Self.svg("<g onload=\"x\"/>")) == .attribute("onload"))
    #expect(fault(Self.svg("<use href=\"x\"/>")) == .address("x"))
    #expect(fault("<!DOCTYPE svg>" + Self.svg("")) == .declaration)
    for fault in [
      PictureSVG.Fault.tooLarge, .notWellFormed, .notSVG, .declaration, .style, .element("a"), .attribute("a"),
      .address("a"),
    ] {
      #expect(fault.description.chinese != fault.description.english)
    }
  }

  /// Every picture truncated at any byte, or with a byte changed, is read to the end.
  @Test func brokenPicturesAreReadToTheEnd() {
    let bytes = Array(
      Self.svg("<style>a{fill:url(#g)}</style><use xlink:href=\"#g\"/><text>&amp;&#65;</text><!-- x -->").utf8)
    for end in bytes.indices { #expect(PictureSVG.fault(in: Array(bytes[..<end])) != nil) }
    for index in bytes.indices {
      for byte in Array("<>&\"'/!?-;(#".utf8) + [0, 0x80] {
        var changed = bytes
        changed[index] = byte
        _ = PictureSVG.fault(in: changed)
      }
    }
  }
}
