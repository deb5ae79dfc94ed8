/// Reads a file of any kind that can be imported.
package enum FileReader {
  package enum Failure: Error, Sendable, Equatable {
    case tooLarge
    /// Bytes that are not text in any known encoding.
    case notText
    /// A kind of file that cannot be read here, and what it is called.
    case unreadable(String)
    /// A damaged or malicious file: what is wrong in Chinese and English.
    case damaged(String, String)
  }

  /// The maximum size of a file.
  package static let mostBytes = 32 << 20

  package static func read(
    _ bytes: [UInt8], named name: String, programs: ExternalPrograms = ExternalPrograms()
  ) throws(Failure) -> ImportedDocument {
    if bytes.count > mostBytes { throw .tooLarge }
    var document = try readAsWritten(bytes, name.lowercased(), programs)
    ConversionNoise.remove(from: &document)
    return document
  }

  private static func readAsWritten(
    _ bytes: [UInt8], _ name: String, _ programs: ExternalPrograms
  ) throws(Failure) -> ImportedDocument {
    if bytes.starts(with: [0x50, 0x4B]) { return try readContainer(bytes) }
    if bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil { return try readPDF(bytes, programs) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return try readOld(bytes, name, programs) }
    if let kind = unreadableKind(bytes) { throw .unreadable(kind) }
    if isHTML(bytes, name) {
      guard let document = HTMLReader.read(bytes) else { throw .notText }
      return document
    }
    guard let text = TextFile.decode(bytes) else { throw .notText }
    if name.hasSuffix(".md") || name.hasSuffix(".markdown")
      || !name.hasSuffix(".txt") && MarkdownReader.isMarkdown(text)
    {
      return MarkdownReader.read(text)
    }
    return TextReader.read(text)
  }

  private static func readPDF(_ bytes: [UInt8], _ programs: ExternalPrograms) throws(Failure) -> ImportedDocument {
    let text: [UInt8]
    do throws(ExternalPrograms.Failure) { text = try programs.words(ofPDF: bytes) } catch {
      throw failure(error, "PDF", "pdftotext (poppler-utils)")
    }
    guard let text = TextFile.decode(text), let document = PageBoxes.read(text) else {
      throw .unreadable("没有文字的 PDF（扫描件） PDF without text (scanned)")
    }
    return document
  }

  /// Files of Word, Excel and WPS before there was XML.
  private static func readOld(
    _ bytes: [UInt8], _ name: String, _ programs: ExternalPrograms
  ) throws(Failure) -> ImportedDocument {
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    let isWorkbook = ["xls", "et", "xlt", "ett"].contains(ending)
    let old = isWorkbook ? "xls" : "doc"
    let new: [UInt8]
    do throws(ExternalPrograms.Failure) {
      new = try programs.converted(bytes, from: old, to: isWorkbook ? "xlsx" : "docx")
    } catch {
      throw failure(error, "OLE (doc, wps, xls, et)", "LibreOffice")
    }
    guard new.starts(with: [0x50, 0x4B]) else { throw .unreadable("OLE (doc, wps, xls, et)") }
    return try readContainer(new)
  }

  private static func failure(_ error: ExternalPrograms.Failure, _ kind: String, _ program: String) -> Failure {
    switch error {
    case .notInstalled: .unreadable("\(kind)：需要安装 \(program) install \(program) to read it")
    case .tookTooLong: .damaged("\(kind)：\(program) 用时过长", "\(kind): \(program) took too long")
    case .failed: .damaged("\(kind)：\(program) 读不出", "\(kind): \(program) cannot read it")
    }
  }

  /// Word and Excel files.
  private static func readContainer(_ bytes: [UInt8]) throws(Failure) -> ImportedDocument {
    let container: ZipContainer
    do throws(ZipContainer.Failure) {
      container = try ZipContainer(bytes) { WordReader.isWanted($0) || WorkbookReader.isWanted($0) }
    } catch {
      switch error {
      case .damaged: throw .damaged("压缩的文件已损坏", "the compressed file is damaged")
      case .tooLarge: throw .damaged("解压后太大，不像年报", "it unpacks to more than any report")
      }
    }
    if let document = WordReader.read(container) ?? WorkbookReader.read(container) { return document }
    throw container.isDamaged
      ? .damaged("压缩的文件已损坏", "the compressed file is damaged") : .unreadable("zip")
  }

  private static func unreadableKind(_ bytes: [UInt8]) -> String? {
    let kinds: [([UInt8], String)] = [
      ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), (Array("GIF8".utf8), "GIF"),
      (Array("{\\rtf".utf8), "RTF"), (Array("Rar!".utf8), "RAR"), ([0x1F, 0x8B], "gzip"), ([0x37, 0x7A, 0xBC], "7z"),
    ]
    return kinds.first { bytes.starts(with: $0.0) }?.1
  }

  private static func isHTML(_ bytes: [UInt8], _ name: String) -> Bool {
    if [".html", ".htm", ".shtml", ".xhtml", ".mht"].contains(where: name.hasSuffix) { return true }
    if name.hasSuffix(".md") || name.hasSuffix(".markdown") { return false }
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<table", "<body", "<div", "<meta"].contains { head.contains($0) }
  }
}
