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

  package func text(hasColor: Bool = false) -> String {
    let changed = lines.indices.filter { lines[$0].sign != " " }
    guard let first = changed.first else { return "" }
    var text = "--- a/\(path)\n+++ b/\(path)\n"
    var hunk = bounds(around: first)
    for index in changed.dropFirst() {
      let next = bounds(around: index)
      if next.lowerBound <= hunk.upperBound {
        hunk = hunk.lowerBound..<next.upperBound
      } else {
        write(hunk, hasColor, to: &text)
        hunk = next
      }
    }
    write(hunk, hasColor, to: &text)
    return text
  }

  private func bounds(around line: Int) -> Range<Int> {
    max(0, line - Self.context)..<min(lines.count, line + Self.context + 1)
  }

  private func write(_ hunk: Range<Int>, _ hasColor: Bool, to text: inout String) {
    let old = lines[hunk].count { $0.sign != "+" }
    let new = lines[hunk].count { $0.sign != "-" }
    let first = lines[hunk.lowerBound]
    // An empty side is named by the line before it.
    text += "@@ -\(old == 0 ? first.old - 1 : first.old),\(old) +\(new == 0 ? first.new - 1 : first.new),\(new) @@\n"
    for line in lines[hunk] {
      let hasBreak = line.text.unicodeScalars.last == "\n"
      let shown = "\(line.sign)\(hasBreak ? String(line.text.unicodeScalars.dropLast()) : String(line.text))"
      switch line.sign {
      case "-" where hasColor: text += "\u{1B}[31m\(shown)\u{1B}[0m\n"
      case "+" where hasColor: text += "\u{1B}[32m\(shown)\u{1B}[0m\n"
      default: text += "\(shown)\n"
      }
      if !hasBreak { text += "\\ No newline at end of file\n" }
    }
  }
}
