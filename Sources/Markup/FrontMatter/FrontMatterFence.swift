internal import Diagnostics

/// What was meant as the first line of front matter, and is not exactly `---`: `----`, `———`, a blank line or a space before
/// it, or the first key itself.
struct FrontMatterFence {
  private let source: SourceFile

  init(_ source: SourceFile) {
    self.source = source
  }

  /// - Returns: `nil` if the text starts otherwise: it has no front matter.
  var finding: Finding? {
    guard let first = line(from: 1, where: { !$0.isEmpty }) else { return nil }
    if isFence(first) { return finding(opening: first, closing: line(from: first + 1, where: Self.isFence)) }
    guard isKey(first), let closing = line(from: first + 1, where: Self.isFence) else { return nil }
    return finding(opening: nil, closing: closing)
  }

  /// - Parameter opening: `nil` if the line is missing altogether.
  private func finding(opening: Int?, closing: Int?) -> Finding {
    let start = SourceRange(file: source.path)
    var replacements = [
      opening.map { opening in
        Fix.Replacement(
          SourceRange(file: source.path, endLine: opening, endColumn: source.range(ofLine: opening).endColumn),
          with: "---")
      } ?? Fix.Replacement(start, with: "---\n")
    ]
    if let closing, text(ofLine: closing) != "---" {
      replacements.append(Fix.Replacement(source.range(ofLine: closing), with: "---"))
    }
    return Finding(
      FrontMatterFindings.fence, at: opening.map { source.range(ofLine: $0) } ?? start,
      LocalizedText(
        "文首信息应从第 1 行开始，这一行正好是三个半角减号 ---", en: "the front matter starts in line 1 with exactly three hyphens: ---"),
      fix: Fix(replacements))
  }

  private func isFence(_ line: Int) -> Bool { Self.isFence(text(ofLine: line)) }

  private func isKey(_ line: Int) -> Bool {
    text(ofLine: line).prefixMatch(of: #/[a-z_]+ ?[:：]/#) != nil
  }

  private static func isFence(_ text: Substring) -> Bool {
    text.count > 1 && text.allSatisfy { "-‐‑‒–—―─－﹣".contains($0) }
  }

  /// The first line, among the first hundred, whose text without blanks around it fits.
  private func line(from first: Int, where fits: (Substring) -> Bool) -> Int? {
    (first..<min(first + 100, max(first, source.lineStarts.count + 1))).first { fits(text(ofLine: $0)) }
  }

  private func text(ofLine line: Int) -> Substring {
    var text = Substring(source.text(of: Span(source.offset(ofLine: line), source.endOfLine(line))))
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text.drop { $0.isWhitespace }
  }
}
