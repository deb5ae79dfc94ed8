internal import Diagnostics

/// Prints findings file by file, at most a readable number for each file: the most serious ones, in reading order, then
/// a line that counts the rest.
struct ConsoleFindings {
  /// Findings per file.
  private static let most = 100

  let writer: ConsoleWriter
  let language: MessageLanguage
  let terminal: Terminal
  let path: (String) -> String

  /// - Parameter findings: In reading order.
  func write(_ findings: [Finding]) {
    var rest = findings[...]
    while let file = rest.first.map({ $0.range?.file }) {
      let ofFile = rest.prefix { $0.range?.file == file }
      write(Array(ofFile), of: file ?? "")
      rest = rest[ofFile.endIndex...]
    }
  }

  private func write(_ findings: [Finding], of file: String) {
    guard findings.count > Self.most else {
      for finding in findings { terminal.write(writer.text(of: finding)) }
      return
    }
    let shown = Set(
      findings.indices.sorted { (findings[$1].severity, $0) < (findings[$0].severity, $1) }.prefix(Self.most))
    var others: [String: Int] = [:]
    for (index, finding) in findings.enumerated() {
      if shown.contains(index) {
        terminal.write(writer.text(of: finding))
      } else {
        others[finding.kind.id, default: 0] += 1
      }
    }
    let counts = others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let text = LocalizedText(
      "另有 \(findings.count - Self.most) 处：\(counts.map { "\($0.value) 处 [\($0.key)]" }.joined(separator: "、"))",
      en: "\(findings.count - Self.most) more: \(counts.map { "\($0.value) of [\($0.key)]" }.joined(separator: ", "))")
    terminal.write("\(path(file)): \(text[language])\n")
  }
}
