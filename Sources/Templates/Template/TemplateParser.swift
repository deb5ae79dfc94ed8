internal import Bytes
internal import Diagnostics
internal import Languages
internal import Markup
internal import Mustache

/// A part of a layout.
indirect enum TemplateNode {
  case literal([UInt8])
  case variable(TemplatePath, isEscaped: Bool)
  case section(TemplatePath, isInverted: Bool, [TemplateNode])
  case partial(String, line: Int)
}

/// A dotted name. The first part is looked up in all enclosing objects, the others only inside its value.
struct TemplatePath {
  var names: [TemplateName]
  /// `has_…`: asks whether there is any.
  var isQuestion = false
}

/// Parses a Mustache file into nodes. If a file contains more than plain tags, swift-mustache decides whether it is
/// valid.
///
/// Indentation and blank lines of a layout are dropped, because thousands of pages would repeat them.
struct TemplateParser {
  let strings: [String: String]
  /// Language of the strings.
  let language: Language
  private(set) var findings: [Finding] = []
  private var scanner: TemplateScanner
  private var source: SourceFile { scanner.source }

  init(source: SourceFile, strings: [String: String], language: Language) {
    self.language = language
    self.strings = strings
    scanner = TemplateScanner(source)
  }

  /// Nesting depth of sections.
  private static let deepest = 64
  /// Bytes per file; anything larger belongs in the assets.
  private static let mostBytes = 256 << 10
  /// Findings per file; more of them usually have the same cause.
  private static let mostFindings = 100

  private var isTooDeep = false

  mutating func parse() -> [TemplateNode] {
    if source.bytes.count > Self.mostBytes {
      findings = [
        tooLarge(
          LocalizedText(
            "文件有 \(source.bytes.count) 字节，上限为 \(Self.mostBytes) 字节",
            en: "the file has \(source.bytes.count) bytes, the limit is \(Self.mostBytes)"), line: 1)
      ]
      return []
    }
    let nodes = nodes(until: nil, depth: 0)
    if isTooDeep { return [] }
    guard !scanner.isPlain, let fault = libraryFault() else { return nodes }
    findings = [fault]
    return []
  }

  private func libraryFault() -> Finding? {
    do {
      _ = try MustacheTemplate(string: String(decoding: source.bytes, as: UTF8.self))
      return nil
    } catch let error as MustacheTemplate.ParserError {
      return Finding(
        ThemeFindings.syntax,
        at: SourceRange(file: source.path, line: error.context.lineNumber, column: error.context.columnNumber),
        LocalizedText("模板写法有误：\(error.error)", en: "the layout is not valid: \(error.error)"))
    } catch {
      return Finding(
        ThemeFindings.syntax, at: SourceRange(file: source.path),
        LocalizedText("模板写法有误：\(error)", en: "the layout is not valid: \(error)"))
    }
  }

  private func tooLarge(_ message: LocalizedText, line: Int) -> Finding {
    Finding(ThemeFindings.tooLarge, at: source.range(ofLine: line), message)
  }

  private mutating func nodes(until closing: String?, depth: Int) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while !isTooDeep {
      let literal = scanner.literal()
      if !literal.isEmpty { nodes.append(.literal(literal)) }
      guard let tag = scanner.tag() else { break }
      switch tag.kind {
      case .comment: break
      case .end:
        if tag.name == closing { return nodes }
        scanner.isPlain = false
      case .partial: nodes.append(.partial(tag.name, line: tag.line))
      case .section, .inverted:
        let path = path(tag.name[...], tag.line)
        if depth == Self.deepest {
          isTooDeep = true
          let limit = LocalizedText(
            "{{#名称}} 嵌套超过 \(Self.deepest) 层", en: "sections are nested more than \(Self.deepest) deep")
          findings = [tooLarge(limit, line: tag.line)]
          return []
        }
        let body = self.nodes(until: tag.name, depth: depth + 1)
        if let path { nodes.append(.section(path, isInverted: tag.kind == .inverted, body)) }
      case .escaped, .raw:
        if tag.name.hasPrefix("t.") {
          nodes.append(string(named: tag.name.dropFirst(2), tag.line))
        } else if let path = path(tag.name[...], tag.line) {
          nodes.append(.variable(path, isEscaped: tag.kind == .escaped))
        }
      }
    }
    if closing != nil { scanner.isPlain = false }
    return nodes
  }

  private mutating func string(named name: Substring, _ line: Int) -> TemplateNode {
    if let text = strings[String(name)] { return .literal(Self.escaped(text)) }
    if findings.count >= Self.mostFindings { return .literal([]) }
    findings.append(
      Finding(
        ThemeFindings.missingString, at: source.range(ofLine: line),
        LocalizedText("\(language.tag) 没有字符串 \(name)", en: "there is no string \(name) in \(language.tag)"),
        help: Suggestion.help(for: String(name), among: strings.keys.sorted())))
    return .literal([])
  }

  private mutating func path(_ written: Substring, _ line: Int) -> TemplatePath? {
    if written == TemplateName.itself.text { return TemplatePath(names: [.itself]) }
    var parts = written.split(separator: ".", omittingEmptySubsequences: false)
    let isQuestion = parts.first?.hasPrefix("has_") ?? false
    if isQuestion { parts[0] = parts[0].dropFirst("has_".count) }
    var names: [TemplateName] = []
    for part in parts {
      guard let name = TemplateName(written: part) else {
        if findings.count >= Self.mostFindings { return nil }
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

  private static func escaped(_ text: String) -> [UInt8] {
    var buffer = ByteBuffer(capacity: text.utf8.count * 2)
    buffer.appendEscaped(text)
    return buffer.array()
  }
}
