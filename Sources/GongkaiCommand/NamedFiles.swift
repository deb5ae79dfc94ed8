internal import Diagnostics

/// The files named on the command line; if none are named, all files are meant.
struct NamedFiles: Sendable {
  private let resolved: Set<String>

  /// - Throws: `ExitStatus.usage`, after reporting the file that does not exist.
  init(_ files: [String], _ language: Language) throws {
    for file in files where !FileManagement.exists(file) {
      Terminal.standardError.write(
        "gongkai: \(LocalizedText("没有文件 \(file)", en: "there is no file \(file)")[language])\n")
      throw ExitStatus.usage
    }
    resolved = Set(files.map(Self.resolve))
  }

  func contains(_ path: String) -> Bool { resolved.isEmpty || resolved.contains(Self.resolve(path)) }

  private static func resolve(_ path: String) -> String { FileManagement.resolved(path) ?? path }
}
