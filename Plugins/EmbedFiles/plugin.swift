import Foundation
import PackagePlugin

/// Generates `embeddedFiles` for a target: the forms for `Reports`, the strings of the
/// default theme for `Languages`, all else of it for `Templates`, the schemas for
/// `DataFiles`, the folding and the pinyin initials for `SearchIndex`, and the simplified characters for `Markup`.
@main
struct EmbedFiles: BuildToolPlugin {
  private static let folders = [
    "Markup": ["Sources/Markup/Characters/Data"],
    "Reports": ["Sources/Reports/Forms"],
    "Languages": ["Themes/default/strings"],
    "Templates": ["Themes/default"],
    "DataFiles": ["Sources/DataFiles/Crosswalk", "Sources/DataFiles/Schemas"],
    "SearchIndex": ["Sources/SearchIndex/Folding", "Sources/SearchIndex/Pinyin"],
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let folders = Self.folders[target.name] else { return [] }
    let root = context.package.directoryURL
    let files = try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path).sorted()
        .map { root.appending(path: folder).appending(path: $0) }
        .filter { isFile($0) && !(target.name == "Templates" && $0.path.contains("/Themes/default/strings/")) }
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folders.joined(separator: ", "))",
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
