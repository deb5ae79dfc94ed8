/// The difference between two texts in the format of `diff -u`, which `patch` can apply.
package struct UnifiedDiff {
  private struct Line {
    var sign: Character
    var text: Substring
    /// Line numbers in the old and the new text, from 1. Where the line is not in a text, the number of the next line.
    var old: Int
    var new: Int
  }

  /// The number of unchanged lines shown before and after a change.
  private static let context = 3

  package let path: String
  private var lines: [Line] = []

  package init(_ old: String, _ new: String, path: String) {
    self.path = path
    let (before, after) = (Self.lines(of: old), Self.lines(of: new))
    let (removed, inserted) = LineDifference(before, after).result
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if removed.contains(i) {
        lines.append(Line(sign: "-", text: before[i], old: i + 1, new: j + 1))
        i += 1
      } else if inserted.contains(j) {
        lines.append(Line(sign: "+", text: after[j], old: i + 1, new: j + 1))
        j += 1
      } else if i < before.count {
        lines.append(Line(sign: " ", text: before[i], old: i + 1, new: j + 1))
        i += 1
        j += 1
      } else {
        break
      }
    }
  }

  /// Lines including their line breaks, so that a missing line break at the end of a file is a difference.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    while start < scalars.endIndex {
      let end = scalars[start...].firstIndex(of: "\n").map { scalars.index(after: $0) } ?? scalars.endIndex
      lines.append(Substring(scalars[start..<end]))
      start = end
    }
    return lines
  }

  /// What is escaped in a diff, depending on who reads it.
  package enum Escaping: Sendable {
    /// Everything that `TerminalText` does not show as it is: for people.
    case everything
    /// Whatever would control a terminal or a CI runner: for another program, whose output may be a log.
    case controls
    /// Nothing: for a file, because `patch` needs the exact bytes.
    case nothing
  }

  package func text(hasColor: Bool = false, escaping: Escaping = .everything) -> TerminalText {
    let changed = lines.indices.filter { lines[$0].sign != " " }
    guard let first = changed.first else { return "" }
    let (old, new) = (Self.quoted("a/\(path)"), Self.quoted("b/\(path)"))
    var text: TerminalText = "--- \(old)\n+++ \(new)\n"
    var hunk = bounds(around: first)
    for index in changed.dropFirst() {
      let next = bounds(around: index)
      if next.lowerBound <= hunk.upperBound {
        hunk = hunk.lowerBound..<next.upperBound
      } else {
        write(hunk, hasColor, escaping, to: &text)
        hunk = next
      }
    }
    write(hunk, hasColor, escaping, to: &text)
    return text
  }

  /// Quotes a path where necessary, as Git writes it and `patch` reads it.
  private static func quoted(_ path: String) -> String {
    let needsQuotes = path.utf8.contains {
      $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
    if !needsQuotes { return path }
    let inside = path.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 8)
        result += "\\\(String(repeating: "0", count: 3 - digits.count))\(digits)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\"\(inside)\""
  }

  private func bounds(around line: Int) -> Range<Int> {
    max(0, line - Self.context)..<min(lines.count, line + Self.context + 1)
  }

  private func write(_ hunk: Range<Int>, _ hasColor: Bool, _ escaping: Escaping, to text: inout TerminalText) {
    let old = lines[hunk].count { $0.sign != "+" }
    let new = lines[hunk].count { $0.sign != "-" }
    let first = lines[hunk.lowerBound]
    // For an empty side, the number is that of the line before it.
    text += "@@ -\(old == 0 ? first.old - 1 : first.old),\(old) +\(new == 0 ? first.new - 1 : first.new),\(new) @@\n"
    for line in lines[hunk] {
      var content = line.text.unicodeScalars
      let hasBreak = content.last == "\n"
      if hasBreak { content.removeLast() }
      let hasReturn = hasBreak && content.last == "\r"
      if hasReturn { content.removeLast() }
      let shown = Self.shown(line.sign, String(content), escaping)
      let end = hasReturn ? "\r\n" : "\n"
      switch line.sign {
      case "-" where hasColor: text += TerminalText(safe: "\u{1B}[31m\(shown)\u{1B}[0m\(end)")
      case "+" where hasColor: text += TerminalText(safe: "\u{1B}[32m\(shown)\u{1B}[0m\(end)")
      default: text += TerminalText(safe: shown + end)
      }
      if !hasBreak { text += "\\ No newline at end of file\n" }
    }
  }

  private static func shown(_ sign: Character, _ line: String, _ escaping: Escaping) -> String {
    var shown = String(sign)
    switch escaping {
    case .everything: VisibleText.append(line, to: &shown, .kept)
    case .controls: VisibleText.append(line, to: &shown, .kept, .controls)
    case .nothing: shown += line
    }
    return shown
  }
}
