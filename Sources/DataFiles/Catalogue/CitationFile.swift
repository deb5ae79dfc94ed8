internal import Portal
internal import Reports

/// `CITATION.cff`: how the data of the portal are cited, in the Citation File Format.
struct CitationFile {
  let site: Site
  let version: DataVersion

  var text: String {
    let publisher = site.publisher ?? site.name
    var lines = [
      "cff-version: 1.2.0", "message: \(Self.quoted("引用本站数据请用以下信息。Please cite the data of this portal as below."))",
      "type: dataset", "title: \(Self.quoted(site.name))", "authors:", "  - name: \(Self.quoted(publisher))",
      "version: \(Self.quoted(version.id))",
    ]
    if let modified = version.modified { lines.append("date-released: \(modified.iso)") }
    lines.append("url: \(Self.quoted(site.absolute("data/index.html")))")
    if let url = site.licence?.url { lines.append("license-url: \(Self.quoted(url))") }
    lines += ["keywords:"] + DatasetText.keywords.map { "  - \(Self.quoted($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
