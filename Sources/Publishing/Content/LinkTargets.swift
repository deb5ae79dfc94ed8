internal import Diagnostics
internal import Markup
internal import Reports

/// A link from one report to the source of another.
struct ReportLink: Sendable {
  /// Path of the other source, below `Content`.
  let target: String
  let range: SourceRange
}

/// Compares the relative links, pictures and attachments of a report with the files that are there.
struct LinkTargets {
  let content: ContentFolder

  private static let kinds = Node.Kinds(.link, .image)

  /// - Returns: the links to other reports. Whether those are published is known when all have been read.
  func check(_ report: Report, of file: ContentFolder.ReportFile, findings: inout [Finding]) -> [ReportLink] {
    let source = report.document.source
    for attachment in report.metadata.attachments where file.files[attachment.file] == nil {
      findings.append(
        Finding(
          ContentFindings.missing, at: source.range(of: attachment.span),
          LocalizedText(
            "附件 \(attachment.file) 不在文件夹 \(file.name)/ 里",
            en: "the attachment \(attachment.file) is not in the folder \(file.name)/"),
          help: Suggestion.help(for: attachment.file, among: file.files.keys.sorted())))
    }
    var links: [ReportLink] = []
    for place in report.document.places(of: Self.kinds) {
      let node = report.document.nodes[place]
      let address = report.document.string(node.text)
      guard let target = relativePath(address), !isOwnFile(target, of: file) else { continue }
      let range = source.range(ofLine: source.line(at: Int(node.offset)))
      if let path = resolved(target, from: file), content.hasReport(at: path) {
        links.append(ReportLink(target: path, range: range))
        continue
      }
      findings.append(
        Finding(
          ContentFindings.brokenLink, at: range,
          LocalizedText("链接的文件不存在：\(address)", en: "this link leads to nothing: \(address)")))
    }
    return links
  }

  /// The file that a relative address names; `nil` for one with a scheme, of the page itself, or of another site.
  private func relativePath(_ address: String) -> String? {
    switch address.utf8.first {
    case nil, UInt8(ascii: "#"), UInt8(ascii: "/"): return nil
    default: if address.utf8.contains(UInt8(ascii: ":")) { return nil }
    }
    let path = address.prefix { $0 != "#" && $0 != "?" }
    return Self.decoded(String(path))
  }

  private func isOwnFile(_ target: String, of file: ContentFolder.ReportFile) -> Bool {
    target.hasPrefix(file.name + "/") && file.files[String(target.dropFirst(file.name.count + 1))] != nil
  }

  /// The path below `Content` that a relative address leads to; `nil` when it leads out of it.
  private func resolved(_ target: String, from file: ContentFolder.ReportFile) -> String? {
    var parts = file.path.split(separator: "/").dropLast()
    for part in target.split(separator: "/") {
      switch part {
      case ".": break
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  private static func decoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "%", let byte = UInt8(rest.dropFirst().prefix(2), radix: 16) {
        bytes.append(byte)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(contentsOf: first.utf8)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
