import Markup
import Testing

struct WebAddressTests {
  @Test(arguments: [
    "https://www.example.gov.cn/nb/", "http://example.org", "HTTPS://example.org/a?b=c#d",
    "https://[2001:db8::1]:8080/", "https://例子.中国/年报/2023.html", "https://example.org/a%20b",
  ])
  func isOfTheWeb(_ address: String) {
    #expect(WebAddress.isWeb(address))
  }

  @Test(arguments: [
    "", "www.example.org", "/nb/", "//example.org/", "https://", "https:///nb/", "http:example.org", "https://:80/",
    "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://example.org/", "mailto:a@example.org",
    "https://gov.cn@example.org/", "https://example.org/\"><script>", "https://example.org/'", "https://example.org/ x",
    "https://example.org/\nx", "https://example.org/\r", "https://example.org/\t", "https://example.org/\u{1B}",
    "https://example.org/\u{85}", "https://example.org/\u{202E}", "https://example.org/\u{200B}",
    "https://example.org/\u{3000}", "https://example.org/\u{2028}", "https://example.org/`", "https://example.org/\\",
    " https://example.org/", "java\nscript:alert(1)",
  ])
  func isNotOfTheWeb(_ text: String) {
    #expect(!WebAddress.isWeb(text))
    #expect(!WebAddress.isBase(text))
  }

  @Test func aBaseURLHasNoQueryOrFragment() {
    #expect(WebAddress.isBase("https://www.example.gov.cn/nb/"))
    for text in ["https://example.org/?a=", "https://example.org/#", "https://例子.中国/"] {
      #expect(!WebAddress.isBase(text))
    }
  }

  @Test func mailHasAnAddress() {
    #expect(WebAddress.isMail("mailto:xxgk@example.gov.cn"))
    for text in ["mailto:", "mailto:@a", "mailto:a@b c", "mailto:a@b\">", "https://a@b/"] {
      #expect(!WebAddress.isMail(text))
    }
  }
}
