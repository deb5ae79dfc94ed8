/// The difference of two texts as `diff -u` writes it, so that `patch` can apply it.
package struct UnifiedDiff {
  private struct Line {
    var sign: Character
    var text: Substring
    /// Number of the line in the old and in the new text, from 1; of the next one where it is not there.
    var old: Int
    var new: Int
  }

  /// Lines that stand around a change.
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

  /// Lines with their line breaks: a file that ends without one differs from a file that ends with one.
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

  /// What of a diff is escaped, for what reads it.
  package enum Escaping: Sendable {
    /// All that `TerminalText` does not show: for eyes.
    case everything
    /// What would steer a terminal or a runner: for another program, which may be a log.
    case controls
    /// Nothing: for a file, since only the bytes as they are can be found by `patch`.
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

  /// A path that needs it in quotation marks, as Git writes and `patch` reads it.
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
    // An empty side is named by the line before it.
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
