package import Reports

/// The JSON Schemas of all published JSON, with their URLs in this portal.
package enum Schemas {
  private static let folder = "Sources/DataFiles/Schemas/"
  /// A placeholder for the portal's URL in the schema files.
  private static let base = "https://portal.invalid/"

  /// - Parameter forms: Those that have their own schema of reports.
  package static func files(baseURL: String, forms: FormLibrary) -> [(path: String, bytes: [UInt8])] {
    embeddedFiles.filter { $0.path.hasPrefix(folder) }.flatMap { file -> [(path: String, bytes: [UInt8])] in
      let text = "\(file.text)".split(separator: base, omittingEmptySubsequences: false).joined(separator: baseURL)
      let name = String(file.path.dropFirst(folder.count))
      guard name == "\(ReportSchema.name).json" else { return [("schema/\(name)", Array(text.utf8))] }
      let schema = ReportSchema(template: text, folder: "\(baseURL)schema/")
      return [("schema/\(name)", Array(schema.schema(of: forms.forms).utf8))]
        + forms.forms.map { ("schema/\(ReportSchema.fileName($0))", Array(schema.schema(of: $0).utf8)) }
    }
  }
}
