import Foundation

extension TemporaryPortal {
  /// Adds a report in the form of its year, made by `gongkai new report`, in which everything is 0 except some rows.
  ///
  /// - Parameter rows: What is written in the cells of a row, by its label: `["政府集中采购": "3 | 251000元"]`.
  func addFilledReport(_ agency: String, _ year: Int, _ rows: [String: String], _ frontMatter: String = "") throws {
    let run = try run("new", "report", agency, "\(year)")
    guard run.exitCode == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSLocalizedDescriptionKey: run.stderr])
    }
    let path = "Content/reports/\(year)/\(agency).md"
    let groups = ["三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理", "行政诉讼"]
    let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      if line.hasPrefix("status: draft") { return "published: \(year + 1)-01-30\n\(frontMatter)" }
      guard line.hasPrefix("| "), line.hasSuffix(" |"), !line.contains("---") else { return String(line) }
      let label = String(line.dropFirst(2).prefix { $0 != "|" }).trimmingCharacters(in: .whitespaces)
      if let cells = rows[label] { return "| \(label) | \(cells) |" }
      let isGroup = groups.contains(label) && !(year < 2021 && label == "（六）其他处理")
      return isGroup
        ? String(line)
        : line.replacingOccurrences(of: "| |", with: "| 0 |").replacingOccurrences(
          of: "| |", with: "| 0 |")
    }
    try write(path, lines.joined(separator: "\n"))
  }
}

extension TemporaryPortal {
  /// The names of the files in a ZIP archive, as far as they stand in its bytes.
  func folderListing(ofArchive path: String) throws -> Set<String> {
    let bytes = try Data(contentsOf: folder.appending(path: path))
    let text = String(decoding: bytes, as: UTF8.self)
    return Set(["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"].filter { text.contains($0) })
  }
}
