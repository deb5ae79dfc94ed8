internal import Diagnostics

/// Identifies files that are not UTF-8 text: Word documents under another name, or text in another encoding.
enum ForeignFile {
  /// - Parameter fault: Offset of the first byte that is not UTF-8.
  static func finding(of bytes: [UInt8], at range: SourceRange, fault: Int) -> Finding {
    if let name = name(of: bytes) {
      return Finding(
        SourceFindings.notText, at: SourceRange(file: range.file),
        LocalizedText("这是 \(name.chinese)，只是改了文件名，不是文本", en: "this is \(name.english) under another name, and no text"),
        help: LocalizedText(
          "请用 gongkai import 转换原文件，不要只改文件名", en: "convert the file with `gongkai import` instead of renaming it"))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Finding(
        SourceFindings.notText, at: range,
        LocalizedText("文件是 UTF-16 编码（记事本里叫 Unicode），不是 UTF-8", en: "the file is in UTF-16, not in UTF-8"), help: steps)
    }
    let isGBK = isGBK(bytes[fault...])
    return Finding(
      SourceFindings.notText, at: range,
      isGBK
        ? LocalizedText(
          "从这里起不是 UTF-8 文本，像是 GBK 编码（记事本里叫 ANSI）", en: "from here on this is not text in UTF-8; it seems to be GBK")
        : LocalizedText("从这里起不是 UTF-8 文本", en: "from here on this is not text in UTF-8"),
      help: isGBK
        ? steps : LocalizedText("请在编辑器中另存为 UTF-8", en: "save the file as UTF-8 in the editor"))
  }

  private static let steps = LocalizedText(
    "用记事本打开，选“文件→另存为”，编码选“UTF-8”，保存；或运行 iconv -f GBK -t UTF-8 原文件 > 新文件",
    en: "save it as UTF-8 in the editor, or run iconv -f GBK -t UTF-8 OLD > NEW")

  private static func name(of bytes: [UInt8]) -> LocalizedText? {
    func starts(_ signature: String) -> Bool { bytes.starts(with: signature.utf8) }
    if starts("%PDF-") { return LocalizedText("PDF 文件", en: "a PDF file") }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return LocalizedText("旧版 Word 或 Excel 文件", en: "a file of an older Word or Excel")
    }
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    let names = String(decoding: bytes.prefix(64 << 10), as: UTF8.self)
    if names.contains("word/") { return LocalizedText("Word 文件（.docx）", en: "a Word file (.docx)") }
    if names.contains("xl/") { return LocalizedText("Excel 文件（.xlsx）", en: "an Excel file (.xlsx)") }
    return LocalizedText("Word、Excel 或压缩文件（.docx、.xlsx、.zip）", en: "a Word, Excel or ZIP file (.docx, .xlsx, .zip)")
  }

  /// Whether nearly all bytes outside ASCII form GBK pairs.
  private static func isGBK(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (pairs, others) = (0, 0)
    var index = bytes.startIndex
    while index < bytes.endIndex, pairs + others < 1_000 {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let isPair =
        (0x81...0xFE).contains(bytes[index]) && index + 1 < bytes.endIndex && (0x40...0xFE).contains(bytes[index + 1])
        && bytes[index + 1] != 0x7F
      if isPair { pairs += 1 } else { others += 1 }
      index += isPair ? 2 : 1
    }
    return pairs > 1 && pairs > 20 * others
  }
}
