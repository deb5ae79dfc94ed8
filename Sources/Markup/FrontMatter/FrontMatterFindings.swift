package import Diagnostics
internal import Yams

package enum FrontMatterFindings {
  package static let all: [FindingKind] = [fence, unclosed, invalid, refused]

  package static let fence = FindingKind(
    "front-matter-fence", .error, concession: .none,
    title: LocalizedText("文首信息的分隔线有误", en: "The line before the front matter is not ---"),
    explanation: LocalizedText(
      "文首信息从文件的第 1 行开始，前后各有一行，正好是三个半角减号。四个减号、破折号、前面的空行或空格都不行。",
      en:
        "The front matter starts in the first line of the file; the lines before and after it are exactly three hyphens: not four, no dashes, no blank line or space before them."
    ),
    example: "————\ntitle: …2023年政府信息公开工作年度报告\n————")

  package static let unclosed = FindingKind(
    "front-matter-unclosed", .error, concession: .none,
    title: LocalizedText("文首信息没有结束", en: "The front matter is not closed"),
    explanation: LocalizedText(
      "文件以一行 --- 开始，但没有第二行 --- 结束文首信息。",
      en: "The file starts with a line of --- but no second line of --- closes the front matter."),
    example: "---\ntitle: …\n\n## 一、总体情况")

  package static let invalid = FindingKind(
    "yaml-invalid", .error, concession: .none,
    title: LocalizedText("YAML 写法有误", en: "The YAML is not valid"),
    explanation: LocalizedText(
      "文首信息和登记文件用 YAML 写成：每行“键: 值”，冒号后有空格，下级缩进两格；含有冒号加空格或以特殊符号开头的值要加引号。同一个键只能写一次。",
      en:
        "Front matter and registry files are YAML: `key: value` a line, a space behind the colon, two spaces of indentation for what is nested; quote a value that holds a colon and a space or starts with a special character. A key may stand only once."
    ),
    example: "title: 关于：公开\ncontact:\n phone:0871")

  package static let refused = FindingKind(
    "yaml-refused", .error, concession: .none,
    title: LocalizedText("不接受的 YAML 写法", en: "A part of YAML that is not accepted"),
    explanation: LocalizedText(
      "不接受锚点（&）、别名（*）、标签（!）、指令（%）和显式键（?）。以这些符号开头的文字请加引号。",
      en:
        "Anchors (&), aliases (*), tags (!), directives (%) and explicit keys (?) are refused. Quote a text that starts with one of them."
    ),
    example: "a: &x 1\nb: *x")
}

extension Finding {
  static func unclosedFrontMatter(at range: SourceRange) -> Finding {
    Finding(
      FrontMatterFindings.unclosed, at: range,
      LocalizedText("文首信息缺少结束的 --- 行", en: "the front matter lacks its closing --- line"))
  }

  static func refusedYAML(_ text: String, at range: SourceRange) -> Finding {
    Finding(
      FrontMatterFindings.refused, at: range,
      LocalizedText("不接受这种 YAML 写法：\(text)", en: "this part of YAML is not accepted: \(text)"),
      help: LocalizedText("如果它是文字，请加引号", en: "quote it if it is text"))
  }

  static func invalidYAML(_ problem: String, at range: SourceRange) -> Finding {
    Finding(
      FrontMatterFindings.invalid, at: range,
      LocalizedText("YAML 写法有误：\(problem)", en: "the YAML is not valid: \(problem)"))
  }

  static func invalidYAML(_ error: YamlError, in source: SourceFile, firstLine: Int, span: Span) -> Finding {
    func at(_ mark: Mark) -> SourceRange {
      let line = firstLine + max(mark.line, 1) - 1
      return SourceRange(file: source.path, line: line, column: mark.column, endColumn: mark.column + 1)
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return .invalidYAML(problem, at: at(mark))
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let place = source.secondKey(key, from: at(context.mark), to: Int(span.end)).map { source.range(of: $0) }
      return Finding(
        FrontMatterFindings.invalid, at: place ?? at(context.mark),
        LocalizedText("键 \(key) 写了两次", en: "the key \(key) stands twice"))
    default:
      return .invalidYAML("\(error)", at: source.range(of: span))
    }
  }
}

extension SourceFile {
  /// The second occurrence of a key in the mapping that starts at `start`: in the same column as the first key, or
  /// anywhere after it if the mapping is written in brackets.
  fileprivate func secondKey(_ key: String, from start: SourceRange, to end: Int) -> Span? {
    let key = Array(key.utf8)
    var found = 0
    for line in start.line..<max(start.line, lineStarts.count + 1) where offset(ofLine: line) < end {
      var index = offset(ofLine: line) + (line == start.line ? start.column - 1 : 0)
      let stop = endOfLine(line)
      let isBracketed = bytes[offset(ofLine: start.line)..<endOfLine(start.line)].contains(UInt8(ascii: "{"))
      if !isBracketed, line > start.line {
        index += start.column - 1
        guard index < stop, bytes[offset(ofLine: line)..<index].allSatisfy({ $0 == UInt8(ascii: " ") }) else {
          continue
        }
      }
      while index < stop {
        let behind = index + key.count
        if behind < stop, bytes[index..<behind].elementsEqual(key),
          bytes[behind..<stop].first(where: { $0 != UInt8(ascii: " ") }) == UInt8(ascii: ":")
        {
          found += 1
          if found == 2 { return Span(index, behind) }
        }
        guard isBracketed else { break }
        index += 1
      }
    }
    return nil
  }
}
