/// The JSON Schemas of all published JSON, with their URLs in this portal.
package enum Schemas {
  private static let folder = "Sources/DataFiles/Schemas/"
  /// A placeholder for the portal's URL in the schema files.
  private static let base = "https://portal.invalid/"

  package static func files(baseURL: String) -> [(path: String, bytes: [UInt8])] {
    embeddedFiles.filter { $0.path.hasPrefix(folder) }.map { file in
      let text = "\(file.text)".split(separator: base, omittingEmptySubsequences: false).joined(separator: baseURL)
      return ("schema/\(file.path.dropFirst(folder.count))", Array(text.utf8))
    }
  }
}
