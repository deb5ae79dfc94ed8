internal import CMarkGFM
package import Diagnostics

/// The libraries that read sources.
package enum ParserLibraries {
  /// The release that fixed the last known ways to overwhelm the parser with a small text: CVE-2022-39209 (gfm.6),
  /// CVE-2023-22483 to 22486 (gfm.7), CVE-2023-24824 and CVE-2023-26485 (gfm.10), CVE-2023-37463 (gfm.12), and their
  /// remains.
  static let fixed = "0.29.0.gfm.13"

  package static var versions: [LibraryVersion] {
    let version = cmark_version_string().map { String(cString: $0) } ?? "?"
    return [LibraryVersion("libcmark-gfm", version, warning: warning(for: version))]
  }

  static func warning(for version: String) -> LocalizedText? {
    let isFixed = !LibraryVersion.numbers(of: version).lexicographicallyPrecedes(LibraryVersion.numbers(of: fixed))
    if isFixed { return nil }
    return LocalizedText(
      "早于 \(fixed)，缺少对拒绝服务漏洞的修正（CVE-2023-22483 至 22486、24824、26485、37463）。本工具在解析之前限制文件大小、表格的列数和单元格数、嵌套层数、标记字符数和链接定义，只启用 table 扩展，因此可以使用；见 docs/security.zh-Hans.md。",
      en:
        "is older than \(fixed) and lacks fixes of denials of service (CVE-2023-22483 to 22486, 24824, 26485, 37463). It is safe here, since bytes, columns, cells, nesting, markers and definitions are bounded before it sees a text, and of its extensions only `table` is used; see docs/security.md."
    )
  }
}
