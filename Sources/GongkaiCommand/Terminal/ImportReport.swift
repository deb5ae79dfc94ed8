internal import ArgumentParser
internal import Bytes
internal import Diagnostics
internal import Importing
internal import Reports

/// What became of the files that were imported, for people and for programs.
struct ImportReport {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case console, json
  }

  enum Outcome {
    case written
    case unchanged
    /// A source that is there already was left as it is.
    case kept(UnifiedDiff)
  }

  struct Entry {
    let input: String
    var file: String?
    var report: ImportedReport?
    var outcome: Outcome?
    var failure: LocalizedText?
    /// The file of an agency that was not registered.
    var registered: String?
    /// What the report refers to and could not be copied.
    var losses: [ImportedReport.Unplaced] = []

    var unplaced: [ImportedReport.Unplaced] { (report?.unplaced ?? []) + losses }

    init(input: String) { self.input = input }

    var isComplete: Bool {
      if case .kept = outcome { return false }
      return failure == nil && report?.isComplete == true && losses.isEmpty
    }
  }

  let entries: [Entry]
  let language: MessageLanguage
  /// Whether a table of all files follows.
  let hasSummary: Bool

  var text: TerminalText {
    var text: TerminalText = ""
    for entry in entries { text += self.text(of: entry) }
    if hasSummary { text += summary }
    return text
  }

  private var summary: TerminalText {
    var text: TerminalText = "\n"
    let heading = LocalizedText("就位  按位置  未就位  依据  文件", en: "placed  by position  not placed  by  file")
    text += "\(heading[language])\n"
    for entry in entries {
      if let report = entry.report, entry.failure == nil {
        text +=
          "\(report.placed)  \(report.byPosition)  \(entry.unplaced.count)  \(report.confidence.rawValue)  \(entry.input)\n"
      } else {
        text += "-  -  -  -  \(entry.input)\n"
      }
    }
    let complete = entries.count(where: \.isComplete)
    let total = LocalizedText(
      "共 \(entries.count) 个文件，全部就位的 \(complete) 个", en: "\(entries.count) files, \(complete) of them complete")
    text += "\(total[language])\n"
    return text
  }

  private func text(of entry: Entry) -> TerminalText {
    if let failure = entry.failure { return "\(entry.input): \(failure[language])\n" }
    guard let report = entry.report, let file = entry.file else { return "" }
    let counts = LocalizedText(
      "\(report.placed) 个单元格就位，其中按位置 \(report.byPosition) 个；未就位 \(entry.unplaced.count) 处；\(report.confidence.rawValue)",
      en:
        "\(report.placed) cells placed, \(report.byPosition) of them by position; \(entry.unplaced.count) not placed; \(report.confidence.rawValue)"
    )
    var text: TerminalText = "\(entry.input) → \(file): \(counts[language])\n"
    for place in entry.unplaced { text += "  \(entry.input):\(place.line): \(place.text): \(place.reason)\n" }
    if let date = report.publication, date.source == .signature {
      let said = LocalizedText(
        "发布日期取自落款：\(date.date.iso)", en: "published on the day of the signature: \(date.date.iso)")
      text += "  \(said[language])\n"
    }
    if let registered = entry.registered {
      text +=
        "  \(LocalizedText("新登记机关，请核对：\(registered)", en: "a new agency, to be checked: \(registered)")[language])\n"
    }
    switch entry.outcome {
    case .kept(let diff):
      let kept = LocalizedText(
        "\(file) 已有不同的内容，没有改动；--force 可替换", en: "\(file) differs and was left as it is; --force replaces it")
      text += "  \(kept[language])\n"
      text += diff.text()
    case .unchanged: text += "  \(LocalizedText("没有变化", en: "unchanged")[language])\n"
    case .written, nil: break
    }
    return text
  }

  var json: TerminalText {
    var json = JSONWriter()
    json.object { json in
      json.field("version", 1)
      json.key("reports")
      json.array { json in
        for entry in entries { write(entry, to: &json) }
      }
    }
    return TerminalText(json: json)
  }

  private func write(_ entry: Entry, to json: inout JSONWriter) {
    json.object { json in
      json.field("input", entry.input)
      guard let report = entry.report else {
        json.key("file")
        json.null()
        json.field("error", entry.failure?[language] ?? "")
        return
      }
      json.field("file", entry.file ?? "")
      json.field("agency", report.agency)
      json.field("year", report.year)
      json.field("form", report.form.id)
      json.key("cells")
      json.object { json in
        json.field("placed", report.placed)
        json.field("by_position", report.byPosition)
        json.field("unplaced", entry.unplaced.count)
      }
      json.key("unplaced")
      json.array { json in
        for place in entry.unplaced {
          json.object { json in
            json.field("text", place.text)
            json.field("line", place.line)
            json.field("reason", place.reason)
          }
        }
      }
      json.field("confidence", report.confidence.rawValue)
      if let date = report.publication {
        json.field("published", date.date.iso)
        json.field("published_from", date.source.rawValue)
      }
      json.field("registered", ifPresent: entry.registered)
      json.field("error", ifPresent: entry.failure?[language])
    }
  }
}
