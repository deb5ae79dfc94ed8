package import Diagnostics

/// Faults in a file that prevent it from being parsed.
package enum SourceFindings {
  package static let all: [FindingKind] = [
    notText, controlCharacter, invisibleCharacter, empty, tooLarge, limit,
  ]

  package static let notText = FindingKind(
    "not-utf8", .error, concession: .none,
    title: LocalizedText("文件不是 UTF-8 文本", en: "The file is not UTF-8 text"),
    explanation: LocalizedText(
      "来源文件必须是 UTF-8 编码的文本。请在编辑器中另存为 UTF-8；旧系统导出的文件常是 GBK 编码。",
      en:
        "A source must be text in UTF-8. Save it as UTF-8 in the editor; files exported by older systems are often GBK."
    ))

  package static let controlCharacter = FindingKind(
    "control-character", .error, concession: .none,
    title: LocalizedText("看不见的控制字符", en: "A control character"),
    explanation: LocalizedText(
      "除制表符和换行外，网页、订阅源（XML）和表格文件都不能含有控制字符。它们多是从文字处理软件或其他系统粘贴时带入的，例如手动换行符 U+000B 和分页符 U+000C。写成字符编号（&#11;）的也一样。",
      en:
        "Except for tabs and line breaks, pages, feeds (XML) and spreadsheets may not hold control characters. They mostly come along when text is pasted from a word processor or another system, such as its manual line break U+000B and page break U+000C. Those written by their number (&#11;) are no better."
    ),
    example: "title: \"年度\\u000B报告\"")

  package static let empty = FindingKind(
    "empty-file", .error, concession: .none,
    title: LocalizedText("文件是空的", en: "The file is empty"),
    explanation: LocalizedText(
      "来源文件没有内容。用 gongkai new report 可写出一份待填的空白年报。",
      en: "A source has no content. `gongkai new report` writes a blank report to fill in."))

  package static let tooLarge = FindingKind(
    "file-too-large", .error, concession: .none,
    title: LocalizedText("文件过大", en: "The file is too large"),
    explanation: LocalizedText(
      "来源文件超过了上限（site.yaml 的 limits.file_bytes，默认 2 MiB）。图片和附件应放在与年报同名的文件夹里，不要嵌入正文。",
      en:
        "A source is above the limit (limits.file_bytes in site.yaml, 2 MiB by default). Put pictures and attachments into the folder named like the report instead of into the text."
    ))

  package static let limit = FindingKind(
    "limit-exceeded", .error, concession: .none,
    title: LocalizedText("内容超过上限", en: "The content is above a limit"),
    explanation: LocalizedText(
      "表格的列数、单元格数，或引用、列表的嵌套层数，或一段内的标记字符数，或一份文件的表格数、行和标记字符的总数超过了上限。这类文本会耗尽时间和内存，因此不予解析。上限可在 site.yaml 的 limits 中调整，见 docs/limits.md。",
      en:
        "A table has too many columns or cells, or quotes and lists are nested too deep, or a paragraph holds too many marker characters, or a file too many tables, or too many lines and marker characters in all. Such text exhausts time and memory, so it is not parsed. The limits can be set under limits in site.yaml; see docs/limits.md."
    ),
    example: "| a | a | a | …（2,000 列）")
}

extension Finding {
  static func tooManyColumns(_ columns: Int, _ limit: Int, at range: SourceRange) -> Finding {
    Finding(
      SourceFindings.limit, at: range,
      LocalizedText("表格有 \(columns) 列，上限为 \(limit) 列", en: "the table has \(columns) columns, the limit is \(limit)"))
  }

  static func tooManyCells(_ limit: Int, at range: SourceRange) -> Finding {
    Finding(
      SourceFindings.limit, at: range,
      LocalizedText("表格的单元格超过 \(limit) 个", en: "the table has more than \(limit) cells"))
  }

  /// A form that is too large for any office to fill in.
  package static func formTooLarge(_ message: LocalizedText, at range: SourceRange) -> Finding {
    Finding(SourceFindings.limit, at: range, message)
  }

  package static func agencyTooLarge(_ limit: Int, path: String) -> Finding {
    Finding(
      SourceFindings.tooLarge, at: SourceRange(file: path),
      LocalizedText(
        "到这一份为止，本机关的年报合计超过 \(limit) 字节（limits.agency_bytes）",
        en: "up to this one, the reports of this agency have more than \(limit) bytes in all (limits.agency_bytes)"))
  }

  static func tooManyTables(_ limit: Int, at range: SourceRange) -> Finding {
    Finding(
      SourceFindings.limit, at: range,
      LocalizedText("表格超过 \(limit) 个", en: "there are more than \(limit) tables"))
  }

  static func tooManyElements(_ limit: Int, at range: SourceRange) -> Finding {
    Finding(
      SourceFindings.limit, at: range,
      LocalizedText(
        "到这一行为止，行、竖线和标记字符（* _ [ ] < 等）共超过 \(limit) 个",
        en: "up to this line there are more than \(limit) lines, pipes and marker characters (* _ [ ] < and the like)"))
  }

  static func nestedTooDeep(_ limit: Int, at range: SourceRange) -> Finding {
    Finding(
      SourceFindings.limit, at: range,
      LocalizedText("引用或列表嵌套超过 \(limit) 层", en: "quotes or lists are nested more than \(limit) deep"))
  }

  static func definitionsTooLarge(_ limit: Int, at range: SourceRange) -> Finding {
    Finding(
      SourceFindings.limit, at: range,
      LocalizedText(
        "这条链接定义过长，或者引用过多，展开后可达 \(limit) 字节以上",
        en: "this definition of a link is too long or used too often: it can grow to more than \(limit) bytes"))
  }

  static func tooManyMarkers(_ limit: Int, at range: SourceRange) -> Finding {
    Finding(
      SourceFindings.limit, at: range,
      LocalizedText(
        "一段内的标记字符（* _ [ ] < 等）超过 \(limit) 个",
        en: "a paragraph holds more than \(limit) marker characters (* _ [ ] < and the like)"))
  }
}
