internal import Bytes
package import Diagnostics

extension SourceFindings {
  package static let invisibleCharacter = FindingKind(
    "invisible-character", .warning,
    title: LocalizedText("看不见的字符", en: "An invisible character"),
    explanation: LocalizedText(
      "文中有看不见的字符：改变书写方向的标记（U+202A 至 U+202E、U+2066 至 U+2069）、零宽字符（U+200B、U+2060、U+FEFF 等）、U+0080 至 U+009F 的控制字符、软连字符或标签字符。它们多是从网页、微信或文字处理软件粘贴时带入的，会使检索、比对和朗读出错；改变方向的标记还能使文字显示得与实际内容不同。表情符号和少数民族文字所需的连接符不在此列。gongkai fix 可以删去。",
      en:
        "There is a character that nobody sees: a mark that turns the direction of writing (U+202A to U+202E, U+2066 to U+2069), one without width (U+200B, U+2060, U+FEFF and others), a control character from U+0080 to U+009F, a soft hyphen or a tag. They mostly come along when text is pasted from web pages, chats or word processors, and make search, comparison and reading aloud go wrong; those that turn the direction can make a text look other than it is. Joiners that an emoji or a script needs are none of these. `gongkai fix` removes them."
    ),
    example: "title: \"柳林街道\\u202E年度报告\"")
}

extension SourceFile {
  /// The number of characters that one run of `gongkai fix` removes at most. A file with more needs another run.
  private static let mostReplacements = 1_000

  /// A finding for each invisible character of a source, at its first occurrence, with a fix that removes all of them.
  func invisibleCharacters() -> [Finding] {
    bytes.withUnsafeBufferPointer { bytes in
      guard var found = bytes.firstInvisibleCharacter() else { return [] }
      var places: [Unicode.Scalar: (count: Int, spans: [Span])] = [:]
      var order: [Unicode.Scalar] = []
      var replacements = 0
      while true {
        if places[found.scalar] == nil { order.append(found.scalar) }
        places[found.scalar, default: (0, [])].count += 1
        // The first occurrence is the location of the finding.
        if places[found.scalar]?.spans.isEmpty ?? true || replacements < Self.mostReplacements {
          places[found.scalar]?.spans.append(Span(found.range.lowerBound, found.range.upperBound))
          replacements += 1
        }
        guard let next = bytes.firstInvisibleCharacter(from: found.range.upperBound) else { break }
        found = next
      }
      return order.compactMap { scalar in places[scalar].map { finding(scalar, count: $0.count, $0.spans) } }
    }
  }

  /// The invisible characters that a YAML value contains as escapes, `"\\u202E"`, and that are therefore not in the
  /// bytes.
  func invisibleCharacters(writtenIn value: YAMLValue) -> [Finding] {
    switch value.content {
    case .scalar(let text, _):
      var text = text
      let written = text.withUTF8 { $0.firstInvisibleCharacter()?.scalar }
      let isInBytes = bytes[Int(value.span.start)..<Int(value.span.end)].withUnsafeBufferPointer {
        $0.firstInvisibleCharacter() != nil
      }
      guard let written, !isInBytes else { return [] }
      return [.invisibleCharacter(written, at: range(of: value.span))]
    case .sequence(let items): return items.flatMap(invisibleCharacters)
    case .mapping(let entries): return entries.flatMap { invisibleCharacters(writtenIn: $0.value) }
    }
  }

  private func finding(_ scalar: Unicode.Scalar, count: Int, _ spans: [Span]) -> Finding {
    let ranges = spans.map(range(of:))
    let fix = Fix(ranges.map { Fix.Replacement($0, with: scalar.separatesLines ? " " : "") })
    return .invisibleCharacter(scalar, count: count, at: ranges[0], fix: fix)
  }
}

extension Finding {
  static func invisibleCharacter(
    _ scalar: Unicode.Scalar, count: Int = 1, at range: SourceRange, fix: Fix? = nil
  ) -> Finding {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    let name = scalar.invisibleName
    return Finding(
      SourceFindings.invisibleCharacter, at: range,
      LocalizedText(
        "含有看不见的字符 \(code)（\(name.chinese)）\(count > 1 ? "，共 \(count) 个" : "")",
        en: "there is an invisible character, \(code) (\(name.english))\(count > 1 ? ", the first of \(count)" : "")"),
      help: fix == nil
        ? LocalizedText("请删去", en: "remove it")
        : LocalizedText("gongkai fix 可以删去", en: "`gongkai fix` removes it"), fix: fix)
  }
}

extension Unicode.Scalar {
  /// Whether removing it would join words.
  fileprivate var separatesLines: Bool { [0x85, 0x2028, 0x2029].contains(value) }

  /// Its name in Unicode.
  fileprivate var invisibleName: LocalizedText {
    let chinese =
      switch value {
      case 0x80...0x9F: "控制字符"
      case 0xAD: "软连字符"
      case 0x061C: "阿拉伯字母标记"
      case 0x180E: "蒙古文元音分隔符"
      case 0x200B: "零宽空格"
      case 0x200C: "零宽不连字"
      case 0x200D: "零宽连字"
      case 0x200E: "从左至右标记"
      case 0x200F: "从右至左标记"
      case 0x2028: "行分隔符"
      case 0x2029: "段分隔符"
      case 0x202A: "从左至右嵌入"
      case 0x202B: "从右至左嵌入"
      case 0x202C: "方向格式结束"
      case 0x202D: "从左至右覆盖"
      case 0x202E: "从右至左覆盖"
      case 0x2060: "词连接符"
      case 0x2061...0x2064: "不可见运算符"
      case 0x2066: "从左至右隔离"
      case 0x2067: "从右至左隔离"
      case 0x2068: "首个强方向隔离"
      case 0x2069: "方向隔离结束"
      case 0x206A...0x206F: "已弃用的格式字符"
      case 0x3164, 0xFFA0: "谚文填充符"
      case 0xFEFF: "零宽不换行空格（字节顺序标记）"
      case 0xFFF9...0xFFFB: "行间注释符"
      case 0xE0000...0xE007F: "标签字符"
      default: "格式字符"
      }
    let english = properties.name ?? (value < 0xA0 ? "control character" : "reserved")
    return LocalizedText(chinese, en: english.lowercased())
  }
}
