import Foundation
import PackagePlugin

/// Generates `embeddedFiles` for a target: the forms for `Reports`, the default theme for `Rendering`.
@main
struct EmbedFiles: BuildToolPlugin {
  private static let folders = ["Reports": "Sources/Reports/Forms", "Rendering": "Themes/default"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let folder = Self.folders[target.name] else { return [] }
    let root = context.package.directoryURL.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    let files = names.map { root.appending(path: $0) }.filter { !$0.hasDirectoryPath && isFile($0) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folder)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path, root.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }

  private func isFile(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) && !isDirectory.boolValue
  }
}
