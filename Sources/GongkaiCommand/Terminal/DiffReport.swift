internal import Bytes
internal import Diagnostics
internal import Publishing
internal import Reports

/// Prints the differences between two versions.
struct DiffReport {
  let comparison: ContentComparison
  let language: MessageLanguage

  // MARK: Text

  var text: TerminalText {
    if comparison.entries.isEmpty {
      return "\(LocalizedText("没有差别。", en: "There is no difference.")[language])\n"
    }
    return comparison.entries.reduce(into: "") { $0 += text(of: $1) }
  }

  private func text(of entry: ContentComparison.Entry) -> TerminalText {
    switch entry.change {
    case .added(let title): return "+ \(entry.path) \(title)\n"
    case .removed(let title): return "- \(entry.path) \(title)\n"
    case .unreadable(let findings):
      var text: TerminalText = "! \(entry.path) \(LocalizedText("无法读懂", en: "cannot be understood")[language])\n"
      for finding in findings { text += "    \(finding.message[language]) [\(finding.kind.id)]\n" }
      return text
    case .changed(let title, let changes):
      var text: TerminalText = "~ \(entry.path) \(title)\n"
      if changes.form.old != changes.form.new { text += "    form: \(changes.form.old) → \(changes.form.new)\n" }
      for change in changes.frontMatter { text += "    \(change.key): \(change.old ?? "—") → \(change.new ?? "—")\n" }
      for cell in changes.cells {
        let (old, new) = (cell.old?.described[language] ?? "—", cell.new?.described[language] ?? "—")
        text += "    \(cell.id) (\(cell.label[language])): \(old) → \(new)\n"
      }
      if !changes.sections.isEmpty {
        let label = LocalizedText("文字有改动：", en: "text changed: ")[language]
        text += "    \(label)\(changes.sections.joined(separator: ", "))\n"
      }
      return text
    }
  }

  // MARK: JSON

  var json: TerminalText {
    var json = JSONWriter()
    json.object { json in
      json.field("version", 1)
      json.key("changes")
      json.array { json in
        for entry in comparison.entries { write(entry, to: &json) }
      }
    }
    return TerminalText(json: json)
  }

  private func write(_ entry: ContentComparison.Entry, to json: inout JSONWriter) {
    json.object { json in
      json.field("path", entry.path)
      switch entry.change {
      case .added(let title):
        json.field("change", "added")
        json.field("title", title)
      case .removed(let title):
        json.field("change", "removed")
        json.field("title", title)
      case .unreadable(let findings):
        json.field("change", "unreadable")
        json.key("findings")
        json.array { json in
          for finding in findings { finding.write(to: &json, language: language) }
        }
      case .changed(let title, let changes):
        json.field("change", "changed")
        json.field("title", title)
        write(changes, to: &json)
      }
    }
  }

  private func write(_ changes: ReportComparison, to json: inout JSONWriter) {
    json.key("form")
    json.object { json in
      json.field("old", changes.form.old)
      json.field("new", changes.form.new)
    }
    json.key("front_matter")
    json.array { json in
      for change in changes.frontMatter {
        json.object { json in
          json.field("key", change.key)
          json.key("old")
          json.value(change.old)
          json.key("new")
          json.value(change.new)
        }
      }
    }
    json.key("cells")
    json.array { json in
      for cell in changes.cells {
        json.object { json in
          json.field("cell", cell.id)
          json.field("label", cell.label[language])
          json.key("old")
          write(cell.old, to: &json)
          json.key("new")
          write(cell.new, to: &json)
        }
      }
    }
    json.field("sections", changes.sections)
  }

  /// `null` if the form of that version has no such cell.
  private func write(_ state: ReportComparison.CellState?, to json: inout JSONWriter) {
    guard let state else { return json.null() }
    json.object { json in
      json.key("value")
      json.value(state.value)
      json.field("status", state.status)
      json.field("written", ifPresent: state.written)
    }
  }
}
