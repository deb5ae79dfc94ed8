internal import Diagnostics
internal import Markup
internal import Reports

/// Compares the relative links, pictures and attachments of a report with the files that are there.
struct LinkTargets {
  /// Paths below `Content` of all report sources.
  let sources: Set<String>

  func check(_ report: Report, of file: ContentFolder.ReportFile, findings: inout [Finding]) {
    let source = report.document.source
    for attachment in report.metadata.attachments where file.files[attachment.file] == nil {
      findings.append(
        Finding(
          ContentFindings.missing, at: source.range(of: attachment.span),
          LocalizedText(
            "附件 \(attachment.file) 不在文件夹 \(file.name)/ 里",
            en: "the attachment \(attachment.file) is not in the folder \(file.name)/"),
          help: Suggestion.nearest(to: attachment.file, among: file.files.keys.sorted()).map {
            LocalizedText("是否指 \($0)？", en: "did you mean \($0)?")
          }))
    }
    let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
    for node in report.document.nodes where node.kind == .link || node.kind == .image {
      let address = report.document.string(node.text)
      guard let target = relativePath(address), !exists(target, in: folder, file) else { continue }
      findings.append(
        Finding(
          ContentFindings.brokenLink, at: source.range(ofLine: source.line(at: Int(node.offset))),
          LocalizedText("链接的文件不存在：\(address)", en: "this link leads to nothing: \(address)")))
    }
  }

  /// The file that a relative address names; `nil` for one with a scheme, of the page itself, or of another site.
  private func relativePath(_ address: String) -> String? {
    if address.isEmpty || address.hasPrefix("#") || address.hasPrefix("/") || address.contains(":") { return nil }
    let path = address.prefix { $0 != "#" && $0 != "?" }
    return Self.decoded(String(path))
  }

  private func exists(_ target: String, in folder: String, _ file: ContentFolder.ReportFile) -> Bool {
    if target.hasPrefix(file.name + "/"), file.files[String(target.dropFirst(file.name.count + 1))] != nil {
      return true
    }
    var parts = folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      switch part {
      case ".": break
      case "..": if parts.popLast() == nil { return false }
      default: parts.append(String(part))
      }
    }
    return sources.contains(parts.joined(separator: "/"))
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
