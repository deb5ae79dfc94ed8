import Bytes
import Diagnostics
import Markup
import Portal
import Templates

enum ThemeFuzzing {
  /// The first part is a layout, and each later part is a partial: `a`, `b`, …
  static func run(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: UInt8(ascii: "\u{1E}"), maxSplits: 8, omittingEmptySubsequences: false)
    var files = [(path: "theme.yaml", bytes: Array("name: own\nextends: default\n".utf8))]
    for (index, part) in parts.enumerated() {
      let name = index == 0 ? "layouts/report" : "partials/\(Character(UnicodeScalar(UInt8(96 + index))))"
      files.append(("\(name).mustache", Array(part)))
    }
    let folder = ThemeFolder(name: "own", files: files, shownUnder: "Themes/own/")
    var findings: [Finding] = []
    let theme = Theme(named: "own", folders: [folder], languages: [.english], findings: &findings)
    guard let template = theme?.template(.report, .english) else {
      return expectSound(!findings.isEmpty, "a layout was refused without a finding")
    }
    var page = TemplateObject()
    page.set(.title, "<a & b>")
    var buffer = ByteBuffer()
    template.render(page, into: &buffer)
    expectSound(!String(buffer).contains("<a & b>") || bytes.contains(UInt8(ascii: "<")), "a title is not escaped")
  }
}
