internal import Diagnostics
internal import Importing
internal import Markup
internal import Publishing
internal import Reports

/// Writes the source of an imported report with its pictures and, if wanted, its original.
struct ImportedSource {
  let report: ImportedReport
  let input: String
  /// Of the original, if that is kept.
  let sha256: String?
  let portal: PortalOptions
  let publishes: Bool
  let replaces: Bool

  private var file: String { portal.shownPath(report.path) }
  private var folder: String { String(file.dropLast(3)) }

  private var originalName: String {
    let name = input.split(separator: "/").last.map(String.init) ?? "original"
    return name.hasPrefix(".") ? "original\(name)" : name
  }

  private var markdown: String {
    report.markdown(publishes: publishes, original: sha256.map { (originalName, $0) })
  }

  /// A source that somebody wrote or changed is left as it is, and what would have been written is offered as a diff.
  func write() throws -> ImportReport.Outcome {
    let text = markdown
    let bytes = Array(text.utf8)
    guard FileManagement.exists(file) else {
      _ = FileManagement.makeFolder(Self.parent(of: file))
      try FileManagement.create(file, text)
      try writeFiles()
      return .written
    }
    if FileManagement.holds(file, bytes) { return .unchanged }
    if replaces {
      try FileManagement.replace(file, bytes)
      try writeFiles()
      return .written
    }
    let old = FileManagement.read(file, most: FileReader.mostBytes) ?? []
    // The source may have been edited since; its original has not changed.
    if let sha256, Self.original(of: old) == sha256 { return .unchanged }
    return .kept(UnifiedDiff(String(decoding: old, as: UTF8.self), text, path: file))
  }

  private static func parent(of path: String) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }

  /// The hash of the original that a source names.
  private static func original(of source: [UInt8]) -> String? {
    var findings: [Finding] = []
    let file = SourceFile(path: "report.md", text: String(decoding: source, as: UTF8.self))
    guard let document = MarkupParser().parse(file, findings: &findings) else { return nil }
    return ReportMetadata(document.frontMatter, in: file, findings: &findings).original?.sha256
  }

  // MARK: Files beside the source

  private func writeFiles() throws {
    if sha256 != nil, let bytes = FileManagement.read(input, most: FileReader.mostBytes) {
      try write(bytes, named: originalName)
    }
    for picture in report.pictures {
      if let bytes = bytes(of: picture) { try write(bytes, named: picture.fileName) }
    }
  }

  private func write(_ bytes: [UInt8], named name: String) throws {
    _ = FileManagement.makeFolder(folder)
    let path = "\(folder)/\(name)"
    if FileManagement.holds(path, bytes) { return }
    try FileManagement.replace(path, bytes)
  }

  /// Pictures that are neither in the file nor in a folder beside it.
  var missingPictures: [ImportedReport.Unplaced] {
    report.pictures.filter { bytes(of: $0) == nil }.map { picture in
      .init(
        text: picture.source, line: picture.line,
        reason: "图片不在文件旁边，请自行放到 \(folder)/ the picture is not beside the file; put it there yourself")
    }
  }

  private func bytes(of picture: ImportedDocument.Picture) -> [UInt8]? {
    if let bytes = picture.bytes { return bytes }
    // Only files below the folder of the input: nothing else on this machine is copied.
    let path = picture.source.split(separator: "?").first.map(String.init) ?? ""
    guard !path.isEmpty, !path.contains(":"), !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
      return nil
    }
    let parent = Self.parent(of: input)
    let full = parent.isEmpty ? path : "\(parent)/\(path)"
    guard let resolved = FileManagement.resolved(full),
      let root = FileManagement.resolved(parent.isEmpty ? "." : parent),
      resolved.hasPrefix(root == "/" ? "/" : root + "/")
    else { return nil }
    return FileManagement.read(resolved, most: FileReader.mostBytes)
  }
}
