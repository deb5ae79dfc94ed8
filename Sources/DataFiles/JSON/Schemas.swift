/// The JSON Schemas of everything that is published as JSON, with their addresses in this portal.
package enum Schemas {
  private static let folder = "Sources/DataFiles/Schemas/"
  /// Stands in the schema files for the portal's own address.
  private static let base = "https://portal.invalid/"

  package static func files(baseURL: String) -> [(path: String, bytes: [UInt8])] {
    embeddedFiles.filter { $0.path.hasPrefix(folder) }.map { file in
      let text = "\(file.text)".split(separator: base, omittingEmptySubsequences: false).joined(separator: baseURL)
      return ("schema/\(file.path.dropFirst(folder.count))", Array(text.utf8))
    }
  }
}
