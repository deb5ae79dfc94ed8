package import Diagnostics
internal import Markup
package import Reports

/// The differences between two versions of a report, or of all reports of a portal.
package struct ContentComparison: Sendable {
  package enum Change: Sendable {
    case added(title: String)
    case removed(title: String)
    case changed(title: String, ReportComparison)
    /// One of the versions could not be parsed; its findings say why.
    case unreadable([Finding])
  }

  package struct Entry: Sendable {
    /// Relative to the content folder. When two files are compared, the name of the file.
    package let path: String
    package let change: Change
  }

  /// In path order, without reports that have not changed.
  package let entries: [Entry]

  /// Compares two trees, each of which is a portal or its content folder.
  ///
  /// - Returns: `nil` if one of them is not a folder with reports.
  package init?(trees old: String, _ new: String) {
    guard let before = ContentTree(old), let after = ContentTree(new) else { return nil }
    let paths = Set(before.reports).union(after.reports).sorted()
    let changes = paths.compactMap { path in
      let (left, right) = (before.reports.contains(path), after.reports.contains(path))
      return Self.compare(
        path, left ? before.read(path) : nil, right ? after.read(path) : nil, before.forms, after.forms)
    }
    entries = (Self.unreadable(before.errors + after.errors) + changes).sorted { $0.path < $1.path }
  }

  /// Compares two files by means of the built-in forms.
  package init(files old: String, _ new: String) {
    var findings: [Finding] = []
    let forms = FormLibrary(findings: &findings)
    let name = new.split(separator: "/").last.map(String.init) ?? new
    entries = [
      Self.compare(name, ContentTree.read(named: old, as: name), ContentTree.read(named: new, as: name), forms, forms)
    ]
    .compactMap { $0 }
  }

  /// Entries for folders and forms that could not be read, since differences in them would go unnoticed.
  private static func unreadable(_ errors: [Finding]) -> [Entry] {
    Dictionary(grouping: errors) { $0.range?.file ?? "" }.map { Entry(path: $0, change: .unreadable($1)) }
  }

  private static func compare(
    _ path: String, _ old: ContentTree.Reading?, _ new: ContentTree.Reading?, _ oldForms: FormLibrary,
    _ newForms: FormLibrary
  ) -> Entry? {
    if let old, let new, case .read(let left) = old, case .read(let right) = new, left.bytes == right.bytes {
      return nil
    }
    var findings: [Finding] = []
    let before = old.flatMap { $0.report(oldForms, &findings) }
    let after = new.flatMap { $0.report(newForms, &findings) }
    switch (before, after) {
    case (let before?, let after?):
      let comparison = ReportComparison(before, after)
      return comparison.isEmpty
        ? nil : Entry(path: path, change: .changed(title: after.metadata.title, comparison))
    case (nil, let after?) where old == nil: return Entry(path: path, change: .added(title: after.metadata.title))
    case (let before?, nil) where new == nil: return Entry(path: path, change: .removed(title: before.metadata.title))
    default: return Entry(path: path, change: .unreadable(findings.filter { $0.severity == .error }))
    }
  }
}

/// One of the two trees being compared.
private struct ContentTree {
  enum Reading {
    case read(SourceFile)
    case unreadable(Finding)

    func report(_ forms: FormLibrary, _ findings: inout [Finding]) -> Report? {
      switch self {
      case .unreadable(let finding):
        findings.append(finding)
        return nil
      case .read(let source):
        return MarkupParser().parse(source, findings: &findings)
          .flatMap { ReportReader(forms: forms).read($0, findings: &findings) }
      }
    }
  }

  let root: InputFolder
  let reports: Set<String>
  let forms: FormLibrary
  /// Errors in its folders and forms.
  let errors: [Finding]

  init?(_ folder: String) {
    let inner = ContentFolder(InputFolder("\(folder)/Content"))
    let content = inner.reportPaths.isEmpty ? ContentFolder(InputFolder(folder)) : inner
    if content.reportPaths.isEmpty { return nil }
    root = content.folder
    reports = Set(content.reportPaths)
    // What else lies there concerns no report.
    let ofContent = content.findings.filter { $0.kind.id != ContentFindings.misplaced.id }
    var findings = ofContent + content.reports.values.joined().flatMap(\.findings)
    var portalForms: [SourceFile] = []
    for form in content.forms {
      switch Self.read(form, in: content.folder) {
      case .read(let source): portalForms.append(source)
      case .unreadable(let finding): findings.append(finding)
      }
    }
    forms = FormLibrary(portalForms: portalForms, findings: &findings)
    errors = findings.filter { $0.severity == .error }
  }

  func read(_ path: String) -> Reading { Self.read(path, in: root) }

  private static func read(_ path: String, in folder: InputFolder) -> Reading {
    do throws(FileReading.Fault) {
      return .read(SourceFile(path: path, bytes: try folder.read(path, limit: Limits().fileBytes)))
    } catch {
      return .unreadable(.unreadable(path, error))
    }
  }

  /// Reads a file named on the command line.
  static func read(named file: String, as path: String) -> Reading {
    do throws(FileReading.Fault) {
      return .read(SourceFile(path: path, bytes: try FileReading.read(file, limit: Limits().fileBytes)))
    } catch {
      return .unreadable(.unreadable(path, error))
    }
  }
}
