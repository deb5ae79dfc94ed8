internal import Bytes
internal import Diagnostics
internal import Markup
internal import Mustache

/// A part of a layout.
indirect enum TemplateNode {
  case literal(String)
  case variable(TemplatePath, isEscaped: Bool)
  case section(TemplatePath, isInverted: Bool, [TemplateNode])
  case partial(String, line: Int)
}

/// A dotted name. The first part is looked for in all objects around, the others only inside of it.
struct TemplatePath {
  var names: [TemplateName]
  /// `has_…`: whether there is any.
  var isQuestion = false
}

/// Divides a Mustache file into nodes; swift-mustache decides whether it is valid.
///
/// Indentation and blank lines of a layout are not published: thousands of pages would carry them.
struct TemplateParser {
  let source: SourceFile
  let strings: [String: String]
  /// Language of the strings.
  let language: Language
  private(set) var findings: [Finding] = []
  private var rest: Substring = ""
  private var line = 1
  /// Whether what was written so far ends a line; a line that holds only a tag leaves nothing behind then.
  private var isAtLineStart = true

  init(source: SourceFile, strings: [String: String], language: Language) {
    self.language = language
    self.source = source
    self.strings = strings
  }

  mutating func parse() -> [TemplateNode] {
    let text = String(decoding: source.bytes, as: UTF8.self)
    do {
      _ = try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      findings.append(
        Finding(
          ThemeFindings.syntax,
          at: SourceRange(file: source.path, line: error.context.lineNumber, column: error.context.columnNumber),
          LocalizedText("模板写法有误：\(error.error)", en: "the layout is not valid: \(error.error)")))
      return []
    } catch {
      findings.append(
        Finding(
          ThemeFindings.syntax, at: SourceRange(file: source.path),
          LocalizedText("模板写法有误：\(error)", en: "the layout is not valid: \(error)")))
      return []
    }
    rest = text[...]
    return nodes(until: nil)
  }

  private mutating func nodes(until closing: String?) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while let open = rest.firstRange(of: "{{") {
      appendLiteral(rest[..<open.lowerBound], to: &nodes)
      let isTriple = rest[open.upperBound...].first == "{"
      let mark = isTriple ? "}}}" : "}}"
      guard let close = rest[open.upperBound...].firstRange(of: mark) else { break }
      let start = isTriple ? rest.index(after: open.upperBound) : open.upperBound
      let tag = rest[start..<close.lowerBound]
      rest = rest[close.upperBound...]
      let kind = tag.first
      let name = isTriple ? trimmed(tag) : trimmed(tag.drop { "#^/>!&".contains($0) })
      let tagLine = line
      line += tag.count { $0.isNewline }
      switch (isTriple, kind) {
      case (false, "!"): break
      case (false, "/"):
        if String(name) == closing { return nodes }
      case (false, ">"): nodes.append(.partial(String(name), line: tagLine))
      case (false, "#"), (false, "^"):
        let path = path(name, tagLine)
        let body = self.nodes(until: String(name))
        if let path { nodes.append(.section(path, isInverted: kind == "^", body)) }
      default:
        let isEscaped = !isTriple && kind != "&"
        isAtLineStart = false
        if name.hasPrefix("t.") {
          nodes.append(string(named: name.dropFirst(2), tagLine))
        } else if let path = path(name, tagLine) {
          nodes.append(.variable(path, isEscaped: isEscaped))
        }
      }
    }
    appendLiteral(rest, to: &nodes)
    rest = ""
    return nodes
  }

  private mutating func appendLiteral(_ text: Substring, to nodes: inout [TemplateNode]) {
    line += text.count { $0.isNewline }
    var literal = ""
    for character in text {
      if character.isNewline {
        if !isAtLineStart { literal.append("\n") }
        isAtLineStart = true
      } else if isAtLineStart, character == " " || character == "\t" {
        continue
      } else {
        isAtLineStart = false
        literal.append(character)
      }
    }
    if !literal.isEmpty { nodes.append(.literal(literal)) }
  }

  private mutating func string(named name: Substring, _ line: Int) -> TemplateNode {
    if let text = strings[String(name)] { return .literal(Self.escaped(text)) }
    findings.append(
      Finding(
        ThemeFindings.missingString, at: source.range(ofLine: line),
        LocalizedText("没有\(language.nativeName)的字符串 \(name)", en: "there is no string \(name) in \(language.rawValue)"),
        help: Suggestion.help(for: String(name), among: strings.keys.sorted())))
    return .literal("")
  }

  private mutating func path(_ written: Substring, _ line: Int) -> TemplatePath? {
    if written == TemplateName.itself.text { return TemplatePath(names: [.itself]) }
    var parts = written.split(separator: ".", omittingEmptySubsequences: false)
    let isQuestion = parts.first?.hasPrefix("has_") ?? false
    if isQuestion { parts[0] = parts[0].dropFirst("has_".count) }
    var names: [TemplateName] = []
    for part in parts {
      guard let name = TemplateName(written: part) else {
        findings.append(
          Finding(
            ThemeFindings.unknownName, at: source.range(ofLine: line),
            LocalizedText("模板中没有 \(part) 这个名称", en: "a layout is given nothing named \(part)"),
            help: Suggestion.help(for: String(part), among: TemplateName.allTexts)))
        return nil
      }
      names.append(name)
    }
    return TemplatePath(names: names, isQuestion: isQuestion)
  }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func escaped(_ text: String) -> String {
    var buffer = ByteBuffer(capacity: text.utf8.count * 2)
    buffer.appendEscaped(text)
    return String(buffer)
  }
}
