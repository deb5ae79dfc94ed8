internal import Bytes
internal import Diagnostics
internal import Markup
internal import Reports

/// A link from one report to the source of another.
struct ReportLink: Sendable {
  /// Path of the other source, relative to `Content`.
  let target: String
  let range: SourceRange
}

/// A reference from a report to a file in its own folder.
struct NamedFile: Sendable {
  /// Path in that folder.
  let file: String
  /// Whether the text embeds it as a picture.
  let isPicture: Bool
  let range: SourceRange
}

/// Checks the relative links, pictures and attachments of a report against the files that exist.
struct LinkTargets {
  let content: ContentFolder

  /// The files and reports that a report refers to.
  struct Found {
    /// Whether these reports are published is known only when all reports have been read.
    var reports: [ReportLink] = []
    var files: [NamedFile] = []
  }

  private static let kinds = Node.Kinds(.link, .image)

  func check(_ report: Report, of file: ContentFolder.ReportFile, findings: inout [Finding]) -> Found {
    let source = report.document.source
    let folder = ReportFolder(of: file.path, files: file.files)
    var found = Found()
    for attachment in report.metadata.attachments {
      let range = source.range(of: attachment.span)
      if let name = folder.file(named: attachment.file) {
        found.files.append(NamedFile(file: name, isPicture: false, range: range))
        continue
      }
      findings.append(
        Finding(
          ContentFindings.missing, at: range,
          LocalizedText(
            "附件 \(attachment.file) 不在文件夹 \(file.name)/ 里",
            en: "the attachment \(attachment.file) is not in the folder \(file.name)/"),
          help: Suggestion.help(for: attachment.file, among: file.files.keys.sorted())))
    }
    for place in report.document.places(of: Self.kinds) {
      let node = report.document.nodes[place]
      let address = report.document.string(node.text)
      let own = folder.target(of: address)
      guard own != nil || Self.isRelative(address) else { continue }
      let range = source.range(ofLine: source.line(at: Int(node.offset)))
      if let own {
        found.files.append(NamedFile(file: own.file, isPicture: node.kind == .image, range: range))
      } else if let path = linkedReport(at: address, from: file) {
        found.reports.append(ReportLink(target: path, range: range))
      } else {
        findings.append(
          Finding(
            ContentFindings.brokenLink, at: range,
            LocalizedText("链接的文件不存在：\(address)", en: "this link leads to nothing: \(address)")))
      }
    }
    return found
  }

  /// Whether an address is relative to the source: without a scheme, not a fragment, and not relative to the site root.
  private static func isRelative(_ address: String) -> Bool {
    switch address.utf8.first {
    case nil, UInt8(ascii: "#"), UInt8(ascii: "/"): false
    default: !address.utf8.contains(UInt8(ascii: ":"))
    }
  }

  /// Path of the report source that a relative address leads to.
  private func linkedReport(at address: String, from file: ContentFolder.ReportFile) -> String? {
    guard let decoded = AddressPath.decoded(ReportFolder.divided(address).path),
      let path = ReportFolder.resolved(decoded, from: file.path), content.hasReport(at: path)
    else { return nil }
    return path
  }
}
