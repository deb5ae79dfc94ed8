package import Bytes

extension Finding {
  /// Writes the finding as an object, as in `gongkai check --format json` and in the data of a report.
  ///
  /// - Parameter path: Maps the path of a source to the path to show.
  package func write(
    to json: inout JSONWriter, language: MessageLanguage, path: (String) -> String = { $0 }
  ) {
    json.beginObject()
    json.field("id", kind.id)
    json.field("severity", severity.rawValue)
    json.field("message", message[language])
    if let range { Self.write(range, to: &json, path: path) }
    json.field("cell", ifPresent: cell)
    if !related.isEmpty {
      json.key("related")
      json.beginArray()
      for related in related {
        json.beginObject()
        json.field("message", related.message[language])
        json.field("file", path(related.range.file))
        json.field("line", related.range.line)
        json.field("column", related.range.column)
        json.endObject()
      }
      json.endArray()
    }
    json.field("help", ifPresent: help?[language])
    if let fix { Self.write(fix, to: &json) }
    if let acceptance {
      json.key("accepted")
      json.object { json in
        json.field("reason", acceptance.reason)
        json.field("by", ifPresent: acceptance.by)
        json.field("date", ifPresent: acceptance.date)
      }
    }
    json.endObject()
  }

  /// Writes the replacements of a fix, which are all in the file of the finding.
  private static func write(_ fix: Fix, to json: inout JSONWriter) {
    json.key("fix")
    json.array { json in
      for replacement in fix.replacements {
        json.object { json in
          json.field("line", replacement.range.line)
          json.field("column", replacement.range.column)
          json.field("end_line", replacement.range.endLine)
          json.field("end_column", replacement.range.endColumn)
          json.field("text", replacement.text)
        }
      }
    }
  }

  private static func write(_ range: SourceRange, to json: inout JSONWriter, path: (String) -> String) {
    json.field("file", path(range.file))
    json.field("line", range.line)
    json.field("column", range.column)
    json.field("end_line", range.endLine)
    json.field("end_column", range.endColumn)
  }
}
