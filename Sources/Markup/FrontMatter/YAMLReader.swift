internal import Bytes
package import Diagnostics
internal import Yams

/// Reads a strict subset of YAML: no anchors, aliases or tags, and no explicit or repeated keys.
package enum YAMLReader {
  /// Deeper nesting than any of the formats needs.
  static let deepest = 16

  /// Reads a source that consists of YAML only.
  ///
  /// - Returns: The value, or `nil` with at least one finding.
  package static func read(_ source: SourceFile, findings: inout [Finding]) -> YAMLValue? {
    guard source.isText(findings: &findings) else { return nil }
    findings += source.invisibleCharacters()
    return read(source, in: Span(source.offset(ofLine: 1), source.bytes.count), findings: &findings)
  }

  /// Reads part of a source that is known to be text.
  static func read(_ source: SourceFile, in span: Span, findings: inout [Finding]) -> YAMLValue? {
    if let fault = source.controlCharacters(in: span) {
      findings.append(fault)
      return nil
    }
    let plain = source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = PlainYAMLScanner(bytes, in: span)
      return scanner.scan()
    }
    if let plain { return plain }
    return readWithLibrary(source, in: span, findings: &findings)
  }

  static func readWithLibrary(_ source: SourceFile, in span: Span, findings: inout [Finding]) -> YAMLValue? {
    if let refused = YAMLIndicators.firstRefused(in: source, span) {
      findings.append(.refusedYAML(source.text(of: refused), at: source.range(of: refused)))
      return nil
    }
    let firstLine = source.line(at: Int(span.start))
    do {
      let parser = try Parser(yaml: source.text(of: span), encoding: .utf8)
      guard let root = try parser.singleRoot() else { return YAMLValue(.mapping([]), at: span) }
      let composer = Composer(source: source, firstLine: firstLine, end: Int(span.end))
      let value = try composer.value(of: root, depth: 0)
      findings += source.invisibleCharacters(writtenIn: value)
      return value
    } catch let fault as Fault {
      findings.append(fault.finding)
    } catch let error as YamlError {
      if let slip = YAMLSlip.first(in: source, span) {
        findings.append(slip)
        return nil
      }
      findings.append(.invalidYAML(error, in: source, firstLine: firstLine, span: span))
    } catch {
      findings.append(.invalidYAML("\(error)", at: source.range(of: span)))
    }
    return nil
  }

  struct Fault: Error {
    var finding: Finding
  }

  /// Converts the library's nodes to ours, and its lines and columns to byte offsets.
  private struct Composer {
    let source: SourceFile
    let firstLine: Int
    let end: Int

    func value(of node: Yams.Node, depth: Int) throws -> YAMLValue {
      let start = offset(of: node.mark)
      guard depth < deepest else {
        throw Fault(
          finding: .invalidYAML("nested more than \(deepest) deep", at: source.range(of: Span(start, start + 1))))
      }
      // Anchors have been rejected before composing; this catches any that were missed.
      if node.anchor != nil { throw Fault(finding: .refusedYAML("&", at: source.range(of: Span(start, start + 1)))) }
      switch node {
      case .scalar(let scalar):
        let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
        let stop = isQuoted ? endOfQuoted(from: start) : min(end, start + scalar.string.utf8.count)
        let span = Span(start, stop)
        // Escapes can produce characters that the bytes of a source must not contain.
        if let control = scalar.string.utf8.first(where: \.isControlCharacter) {
          throw Fault(finding: .controlCharacter(control, count: 1, at: source.range(of: span)))
        }
        return YAMLValue(
          .scalar(scalar.string, isQuoted: isQuoted || scalar.style == .literal || scalar.style == .folded), at: span)
      case .sequence(let sequence):
        let items = try sequence.map { try value(of: $0, depth: depth + 1) }
        return YAMLValue(.sequence(items), at: Span(start, endOfCollection(from: start, lastItem: items.last?.span)))
      case .mapping(let mapping):
        let entries = try mapping.map { key, item in
          let keyValue = try value(of: key, depth: depth + 1)
          guard case .scalar(let text, _) = keyValue.content else {
            throw Fault(finding: .invalidYAML("a key must be a plain text", at: source.range(of: keyValue.span)))
          }
          return YAMLEntry(key: text, keySpan: keyValue.span, value: try value(of: item, depth: depth + 1))
        }
        return YAMLValue(
          .mapping(entries), at: Span(start, endOfCollection(from: start, lastItem: entries.last?.value.span)))
      case .alias:
        throw Fault(finding: .refusedYAML("*", at: source.range(of: Span(start, start + 1))))
      }
    }

    private func offset(of mark: Mark?) -> Int {
      guard let mark else { return source.offset(ofLine: firstLine) }
      return min(end, source.offset(line: firstLine + mark.line - 1, column: mark.column))
    }

    /// A list or mapping in brackets ends after the closing bracket, any other after its last item.
    private func endOfCollection(from start: Int, lastItem: Span?) -> Int {
      let stop = lastItem.map { Int($0.end) } ?? start
      guard start < end,
        let closer = [UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "{"): UInt8(ascii: "}")][source.bytes[start]]
      else { return stop }
      return source.bytes[stop..<end].firstIndex(of: closer).map { $0 + 1 } ?? stop
    }

    private func endOfQuoted(from start: Int) -> Int {
      guard start < end else { return start }
      let quote = source.bytes[start]
      var index = start + 1
      while index < end, source.bytes[index] != quote {
        index += quote == UInt8(ascii: "\"") && source.bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      return min(index + 1, end)
    }
  }
}
