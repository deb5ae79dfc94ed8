internal import Glibc

/// The files of a folder that can be imported.
enum ImportFolder {
  private static let endings: Set<String> = [
    "txt", "md", "markdown", "html", "htm", "shtml", "xhtml", "docx", "doc", "wps", "xlsx", "xls", "et", "pdf",
  ]
  private static let deepest = 16

  /// A file itself; the files of a folder and its folders in the order of their names. Of a published site, these are
  /// the JSON files of its reports, which hold all that its pages do.
  static func files(at path: String) -> [String] {
    guard FileManagement.isFolder(path) else { return [path] }
    var files: [String] = []
    add(path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path, depth: 0, to: &files)
    let published = files.filter(isPublishedReport)
    return published.isEmpty ? files.filter { !$0.hasSuffix(".json") } : published
  }

  private static func add(_ folder: String, depth: Int, to files: inout [String]) {
    guard depth < deepest, let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), !name.hasPrefix("~$") { names.append(name) }
    }
    for name in names.sorted() {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: add(path, depth: depth + 1, to: &files)
      case S_IFREG:
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if endings.contains(ending) || isPublishedReport(path) { files.append(path) }
      default: break
      }
    }
  }

  /// `reports/2024/liulin.json`: it names its schema in the beginning.
  private static func isPublishedReport(_ path: String) -> Bool {
    guard path.hasSuffix(".json"), let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: 1_000)
    let count = fread(&head, 1, head.count, file)
    let start = String(decoding: head[..<count], as: UTF8.self)
    return start.contains("/schema/report-1.json\"") && start.contains("\"agency\"")
  }
}
