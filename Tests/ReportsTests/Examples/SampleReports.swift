import Foundation
import Markup

/// The reports of the sample portal in this repository.
enum SampleReports {
  static let sources: [SourceFile] = {
    let content = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Content")
    let paths = FileManager.default.enumerator(at: content.appending(path: "reports"), includingPropertiesForKeys: nil)
    return (paths?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "md" }
      .sorted { $0.path < $1.path }.compactMap { file in
        guard let bytes = try? Data(contentsOf: file) else { return nil }
        return SourceFile(path: String(file.path.dropFirst(content.path.count + 1)), bytes: Array(bytes))
      }
  }()
}
