internal import Diagnostics
internal import Importing
internal import Portal
internal import Publishing
internal import Reports

/// The file of an agency that a report is of and that is not registered yet.
struct NewAgencyFile {
  let id: String
  let name: String
  let region: String
  let kind: String
  let level: String?

  init(_ report: ImportedReport, _ sources: PortalSources) {
    id = report.agency
    name = report.name ?? report.agency
    let regions = sources.registry.regions.regions.map { (code: $0.code, name: $0.name) }.sorted { $0.code < $1.code }
    let title = name
    // The region in the name of the agency: the last one named, since a county follows its province.
    let named = regions.filter { title.contains($0.name) }
      .max { left, right in title.ranges(of: left.name)[0].upperBound < title.ranges(of: right.name)[0].upperBound }
    let stated = report.region.flatMap { code in regions.first { $0.code == code } }
    region = (stated ?? named ?? regions.first)?.code ?? ""
    let isTownship = ["街道办事处", "镇人民政府", "乡人民政府"].contains { title.hasSuffix($0) }
    kind =
      title.hasSuffix("办事处")
      ? "dispatched"
      : title.hasSuffix("人民政府")
        ? "government" : title.hasSuffix("人民政府办公室") || title.hasSuffix("人民政府办公厅") ? "government_office" : "department"
    level = isTownship ? "township" : nil
  }

  func write(in portal: PortalOptions) throws {
    let file = portal.shownPath("agencies/\(id).md")
    if FileManagement.exists(file) { return }
    let quoted = "\"\(name.filter { !"\"\\".contains($0) && !$0.isNewline })\""
    var text = "---\nname: \(quoted)\nregion: \"\(region)\"\nkind: \(kind)\n"
    if let level { text += "level: \(level)\n" }
    text += "---\n"
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    _ = FileManagement.makeFolder(folder)
    try FileManagement.create(file, text)
  }
}
