internal import Bytes
internal import CMarkBridge
package import Diagnostics

/// Parses a source into a document. It has no state, so threads may parse different sources at the same time.
package struct MarkupParser: Sendable {
  package var limits: Limits
  /// Whether plain tables are read without the library. Tests compare both ways.
  var usesPlainTables = true
  /// Whether long runs of plain text are hidden from the library. Tests compare both ways.
  var foldsText = true

  package init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Registered on first use, since the library keeps one list for the whole process.
  private static let extensionsAreRegistered: Bool = {
    cmb_register_extensions()
    return true
  }()

  /// Parses one source.
  ///
  /// - Returns: The document, or `nil` with at least one finding if nothing in it can be trusted. If the body exceeds a
  ///   limit, it is not parsed, and the document consists of front matter only.
  package func parse(_ source: SourceFile, findings: inout [Finding]) -> Document? {
    guard let frontMatter = readFrontMatter(source, findings: &findings) else { return nil }
    let check = LimitCheck(limits: limits, source: source)
    let exceeded = check.findings(from: frontMatter.bodyStart)
    guard exceeded.isEmpty, Self.extensionsAreRegistered else {
      findings += exceeded
      return Document(source: source, frontMatter: frontMatter.value)
    }
    let document = parseBody(source, frontMatter)
    let body = Span(frontMatter.bodyStart, source.bytes.count)
    // Control characters in the source take precedence over those it refers to.
    if let fault = source.controlCharacters(in: body) ?? document.namedControlCharacters() { findings.append(fault) }
    findings += document.namedInvisibleCharacters()
    return document
  }

  private func parseBody(_ source: SourceFile, _ frontMatter: FrontMatter) -> Document {
    let start = frontMatter.bodyStart
    var plainTables: [PlainTable] = []
    if usesPlainTables, start < source.bytes.count {
      var scanner = PlainTableScanner(source: source)
      plainTables = scanner.tables(from: source.line(at: start))
    }
    let marks = LiteralMarks(source, from: start)
    var folds = TextFolds(source, from: start, isWanted: foldsText, marks: marks.edits)
    var text = ByteBuffer(capacity: 16 << 10)
    var written = start
    for table in plainTables {
      folds.append(written..<source.offset(ofLine: table.lines.lowerBound), to: &text)
      text.append(DocumentBuilder.plainTable)
      written = source.offset(ofLine: table.lines.upperBound + 1)
    }
    folds.append(written..<source.bytes.count, to: &text)
    var builder = DocumentBuilder(
      source: source, frontMatter: frontMatter.value, bodyStart: start, plainTables: plainTables, folds: folds)
    if let parser = cmb_begin() {
      cmb_feed(parser, text.bytes.baseAddress, text.count)
      if let root = cmb_finish(parser) { builder.append(childrenOf: root) }
    }
    cmb_reset()
    return builder.document(indentedLines: marks.indentedLines)
  }

  /// Reads only the front matter of a source.
  package func readFrontMatter(_ source: SourceFile, findings: inout [Finding]) -> FrontMatter? {
    guard source.bytes.count <= limits.fileBytes else {
      findings.append(.tooLarge(source.bytes.count, limits.fileBytes, path: source.path))
      return nil
    }
    guard source.isText(findings: &findings) else { return nil }
    guard source.bytes.contains(where: { !$0.isASCIIWhitespace && !SourceFile.byteOrderMark.contains($0) }) else {
      findings.append(
        Finding(
          SourceFindings.empty, at: SourceRange(file: source.path),
          LocalizedText("文件是空的", en: "the file is empty")))
      return nil
    }
    findings += source.invisibleCharacters()
    return FrontMatter.read(source, limits: limits, findings: &findings)
  }
}

extension Finding {
  package static func tooLarge(_ bytes: Int, _ limit: Int, path: String) -> Finding {
    Finding(
      SourceFindings.tooLarge, at: SourceRange(file: path),
      LocalizedText(
        "文件有 \(bytes) 字节，上限为 \(limit) 字节",
        en: "the file has \(bytes) bytes, the limit is \(limit)"))
  }
}
