internal import Diagnostics
internal import Importing
internal import Portal
internal import Publishing
internal import Reports

/// Imports files on several threads, and writes their sources one after the other.
struct ImportBatch: Sendable {
  let importer: ReportImporter
  let portal: PortalOptions
  let sources: PortalSources
  let publishes: Bool
  let keepsOriginal: Bool
  let isDryRun: Bool
  let replaces: Bool

  /// Temporary folders are removed if the process is told to end, too.
  private static let programs = ExternalPrograms { folder in
    let enlisted = Interruption.ofProcess.enlist { ExternalPrograms.remove(folder) }
    return { Interruption.ofProcess.strike(enlisted) }
  }

  private struct ReadFile: Sendable {
    var input: String
    var report: ImportedReport?
    var failure: LocalizedText?
    var sha256: String?
  }

  func run(_ files: [String]) -> [ImportReport.Entry] {
    let (read, _) = concurrently(files.count, jobs: JobsOption.allCores, makeWorker: {}) {
      (_: inout Void, index: Int) in
      self.read(files[index])
    } finish: { _ in
    }
    var registered: Set<String> = []
    return read.map { write($0, &registered) }
  }

  private func read(_ input: String) -> ReadFile {
    var file = ReadFile(input: input)
    do {
      guard let bytes = FileManagement.read(input, most: FileReader.mostBytes) else {
        throw FileReader.Failure.tooLarge
      }
      file.report = try importer.read(bytes, named: input, programs: Self.programs)
      if keepsOriginal { file.sha256 = ContentHash.sha256(bytes) }
    } catch let failure as FileReader.Failure {
      file.failure = failure.text
    } catch let failure as ReportImporter.Failure {
      file.failure = failure.text
    } catch {
      file.failure = LocalizedText("\(error)", en: "\(error)")
    }
    return file
  }

  private func write(_ read: ReadFile, _ registered: inout Set<String>) -> ImportReport.Entry {
    var entry = ImportReport.Entry(input: read.input)
    entry.failure = read.failure
    guard let report = read.report else { return entry }
    entry.report = report
    entry.file = "Content/\(report.path)"
    do {
      let sourceWriter = ImportedSource(
        report: report, input: read.input, sha256: read.sha256, portal: portal, publishes: publishes, replaces: replaces
      )
      if sources.registry[agency: report.agency] == nil {
        let agency = NewAgencyFile(report, sources)
        entry.registered = "Content/agencies/\(report.agency).md"
        if registered.insert(report.agency).inserted, !isDryRun { try agency.write(in: portal) }
      }
      if !isDryRun { entry.outcome = try sourceWriter.write() }
      entry.losses = sourceWriter.missingPictures
    } catch let fault as SystemFault {
      entry.failure = fault.text
    } catch {
      entry.failure = LocalizedText("\(error)", en: "\(error)")
    }
    return entry
  }
}

extension FileReader.Failure {
  fileprivate var text: LocalizedText {
    switch self {
    case .tooLarge:
      LocalizedText(
        "文件太大（上限 \(FileReader.mostBytes >> 20) MB）或无法读取",
        en: "the file is too large (the limit is \(FileReader.mostBytes >> 20) MB) or cannot be read")
    case .notText: LocalizedText("不是文本：编码无法辨认", en: "not a text: its encoding is unknown")
    case .damaged(let chinese, let english): LocalizedText(chinese, en: english)
    case .unreadable(let kind): LocalizedText("不能读取这种文件：\(kind)", en: "files of this kind cannot be read: \(kind)")
    }
  }
}

extension ReportImporter.Failure {
  fileprivate var text: LocalizedText {
    switch self {
    case .noYear:
      LocalizedText("找不到年份；请用 --year 指定", en: "no year was found; name it with --year")
    case .noAgency(let title):
      LocalizedText(
        "“\(title ?? "")”没有对应已登记的机关；请用 --agency 指定，或用 --register 登记",
        en: "“\(title ?? "")” names no registered agency; name it with --agency, or register it with --register")
    case .noForm: LocalizedText("没有适用的表单", en: "there is no form for it")
    case .noReport:
      LocalizedText(
        "没有找到年度报告的标题和表格；图片里的表格无法读取",
        en: "no headings or tables of a report were found; tables in pictures cannot be read")
    }
  }
}
