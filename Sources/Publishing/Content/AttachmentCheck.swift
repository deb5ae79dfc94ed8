internal import Diagnostics
internal import Portal

/// Checks which files in a report's folder may be published with the report.
struct AttachmentCheck {
  let content: ContentFolder
  let types: AttachmentTypes

  /// - Parameters:
  ///   - named: The files that the report refers to.
  ///   - original: The file that the source was imported from, which is only kept.
  /// - Returns: The files to publish, by path in the folder, in byte order. No other files are published.
  func check(
    _ file: ContentFolder.ReportFile, _ named: [NamedFile], original: String?, findings: inout [Finding]
  ) -> [String] {
    if file.files.isEmpty { return [] }
    let places = Dictionary(grouping: named, by: \.file)
    for name in file.files.keys.sorted() {
      guard let places = places[name] else {
        if name == original { continue }
        findings.append(
          Finding(
            AttachmentFindings.unlisted, at: SourceRange(file: "\(file.folder)/\(name)"),
            LocalizedText(
              "正文和 attachments 都没有提到这个文件，不会发布",
              en: "neither the text nor attachments name this file: it is not published")))
        continue
      }
      check(name, of: file, places, &findings)
    }
    return places.keys.sorted()
  }

  private func check(
    _ name: String, of file: ContentFolder.ReportFile, _ places: [NamedFile], _ findings: inout [Finding]
  ) {
    guard let type = types.type(ofFile: name) else {
      let endings = types.endings.joined(separator: " ")
      findings.append(
        Finding(
          AttachmentFindings.type, at: places[0].range,
          LocalizedText("\(name) 不是可以发布的文件类型", en: "\(name) is of no type that may be published"),
          help: LocalizedText("可以发布的有：\(endings)", en: "those that may: \(endings)")))
      return
    }
    if type.use == .picture, let place = places.first(where: { !$0.isPicture }) {
      findings.append(
        Finding(
          AttachmentFindings.type, at: place.range,
          LocalizedText("\(name) 只能作为正文中的图片", en: "\(name) may only be shown in the text as a picture"),
          help: LocalizedText("请写成 ![说明](\(file.name)/\(name))", en: "write ![what it shows](\(file.name)/\(name))")))
      return
    }
    let path = "\(file.folder)/\(name)"
    do throws(SystemFault) {
      let head = try content.folder.open(path).head(most: type.bytesToRead)
      guard let fault = type.fault(in: head) else { return }
      findings.append(
        Finding(
          AttachmentFindings.content, at: places[0].range,
          LocalizedText(
            "\(name) 不能作为 \(type.ending) 发布：\(fault.description.chinese)",
            en: "\(name) is not published as \(type.ending): \(fault.description.english)")))
    } catch {
      // It could be opened when the folder was scanned.
      findings.append(.changed(path, error))
    }
  }
}
