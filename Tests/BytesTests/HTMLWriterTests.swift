import Testing

@testable import Bytes

@Suite("HTML is written by elements, and all text in it is escaped")
struct HTMLWriterTests {
  private func written(_ write: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter()
    write(&html)
    return String(html.buffer)
  }

  @Test func elementsHoldWhatTheirClosureWrites() {
    let text = written { html in
      html.block("ul", .class("links")) { html in
        html.line("li") { html in
          html.element("a", .href("a.html"), .lang("zh-Hans"), text: "年报")
          html.text(" ")
          html.element("b") { $0.text(12) }
        }
      }
      html.line("p", .id("n1")) { $0.void("br") }
      html.line("p", text: "完")
    }
    #expect(
      text == """
        <ul class="links">
        <li><a href="a.html" lang="zh-Hans">年报</a> <b>12</b></li>
        </ul>
        <p id="n1"><br></p>
        <p>完</p>

        """)
  }

  @Test func attributesWithoutAValueAreLeftOut() {
    let text = written { html in
      html.element("td", .id(nil), .class(nil), .headers(nil), .lang(nil), .columns(1), .rows(1), text: "0")
      html.void("input", .attribute("start", nil as Int?), .attribute("hidden", if: false))
      html.void("input", .attribute("start", 2), .attribute("hidden", if: true))
      html.element("th", .columns(2), .rows(3), .scope("col"), text: "")
    }
    #expect(text == #"<td>0</td><input><input start="2" hidden><th colspan="2" rowspan="3" scope="col"></th>"#)
  }

  @Test func attributesMayFollowOneByOne() {
    let text = written { html in
      html.openStartTag("a", .class("x"))
      html.attribute(.attribute("title", "甲"))
      html.rawAttribute("href") { $0.append("?a&amp;b") }
      html.closeStartTag()
      html.endTag("a")
      html.openStartTag("path")
      html.rawAttribute("d") { $0.append(7) }
      html.closeEmptyTag()
      html.empty("rect", .attribute("x", 1))
      html.startTag("g", .role("img"))
      html.endTag("g")
    }
    #expect(
      text == #"<a class="x" title="甲" href="?a&amp;b"></a><path d="7"/><rect x="1"/><g role="img"></g>"#)
  }

  /// A value that would end an attribute, a tag or an element, in each call that takes one.
  @Test func hostileTextIsEscapedInEveryCall() {
    let hostile = #"</td>"><script>alert('1')</script>&amp;"#
    let escaped = "&lt;/td&gt;&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;"
    let bytes = Array(hostile.utf8)
    let calls: [(String, (inout HTMLWriter) -> Void, String)] = [
      ("text", { $0.text(hostile) }, escaped),
      ("text of a literal", { $0.text("<i>'&\"") }, "&lt;i&gt;&#39;&amp;&quot;"),
      ("text of bytes", { $0.text(bytes[...]) }, escaped),
      ("text of a buffer", { html in bytes.withUnsafeBufferPointer { html.text($0) } }, escaped),
      ("element", { $0.element("td", text: hostile) }, "<td>\(escaped)</td>"),
      ("line", { $0.line("td", text: hostile) }, "<td>\(escaped)</td>\n"),
      ("element with attributes", { $0.element("td", .id(hostile)) { _ in } }, "<td id=\"\(escaped)\"></td>"),
      ("line with attributes", { $0.line("td", .id(hostile)) { _ in } }, "<td id=\"\(escaped)\"></td>\n"),
      ("block", { $0.block("td", .id(hostile)) { _ in } }, "<td id=\"\(escaped)\">\n</td>\n"),
      ("void", { $0.void("img", .attribute("alt", hostile)) }, "<img alt=\"\(escaped)\">"),
      ("empty", { $0.empty("path", .attribute("d", hostile)) }, "<path d=\"\(escaped)\"/>"),
      ("startTag", { $0.startTag("td", .class(hostile)) }, "<td class=\"\(escaped)\">"),
      ("openStartTag", { $0.openStartTag("td", .headers(hostile)) }, "<td headers=\"\(escaped)\""),
      ("attribute", { $0.attribute(.label(hostile)) }, " aria-label=\"\(escaped)\""),
      ("a literal attribute", { $0.attribute(.class("a\"b")) }, " class=\"a&quot;b\""),
    ]
    for (name, call, expected) in calls { #expect(written(call) == expected, "\(name)") }
    let attributes: [HTMLAttribute] = [
      .attribute("x", hostile), .class(hostile), .id(hostile), .href(hostile), .lang(hostile), .type(hostile),
      .labelledBy(hostile), .label(hostile), .headers(hostile),
    ]
    for attribute in attributes {
      #expect(written { $0.attribute(attribute) } == " \(attribute.name)=\"\(escaped)\"")
    }
  }

  @Test func whatIsHTMLAlreadyHasItsOwnName() {
    let bytes = Array("<i>&amp;</i>".utf8)
    let text = written { html in
      html.raw("<hr>")
      html.raw(bytes)
      html.raw(bytes[..<3])
      bytes.withUnsafeBufferPointer { html.raw($0) }
      html.raw { $0.append("</i>") }
    }
    #expect(text == "<hr><i>&amp;</i><i><i>&amp;</i></i>")
  }
}
