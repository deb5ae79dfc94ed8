internal import CZlib
internal import Diagnostics
internal import Glibc

/// A workbook on disk, which is a ZIP archive of XML files.
///
/// It is verified after it was written: the parts must account for all bytes of the archive, and every part must match
/// its checksum and be XML from its first element to the end of that element.
struct WorkbookArchive {
  private let path: String
  private let shown: String

  /// - Parameter shown: The path in messages.
  init(_ path: String, shownAs shown: String? = nil) {
    self.path = path
    self.shown = shown ?? path
  }

  /// Throws `DataFileError` if something is missing or wrong, `inputOutput` if the file cannot be read.
  func check() throws {
    let file = uninterrupted { open(path, O_RDONLY | O_CLOEXEC) }
    guard file >= 0 else { throw PublishingError.inputOutput(.read, path: path, .last) }
    defer { close(file) }
    guard let status = FileStatus(of: file) else { throw PublishingError.inputOutput(.read, path: path, .last) }
    guard status.size > 0 else { throw fault(.noDirectory) }
    guard let base = mmap(nil, status.size, PROT_READ, MAP_PRIVATE, file, 0), base != MAP_FAILED else {
      throw PublishingError.inputOutput(.read, path: path, .last)
    }
    defer { munmap(base, status.size) }
    let bytes = ArchiveBytes(UnsafeRawBufferPointer(start: base, count: status.size))
    do throws(ArchiveFault) {
      try bytes.check()
    } catch {
      throw fault(error)
    }
  }

  private func fault(_ fault: ArchiveFault) -> DataFileError { DataFileError(damaged: shown, fault.text) }
}

private enum ArchiveFault: Error {
  case noDirectory
  case badDirectory
  case badPart(String)
  case missingPart(String)

  var text: LocalizedText {
    switch self {
    case .noDirectory: LocalizedText("没有目录", en: "it has no directory")
    case .badDirectory: LocalizedText("目录与内容不符", en: "its directory does not agree with what it holds")
    case .badPart(let name): LocalizedText("其中的 \(name) 已损坏", en: "\(name) in it is damaged")
    case .missingPart(let name): LocalizedText("缺少 \(name)", en: "\(name) is missing in it")
    }
  }
}

/// The bytes of an archive in the format of PKWARE's APPNOTE, without comments, encryption or ZIP64.
private struct ArchiveBytes {
  private let bytes: UnsafeRawBufferPointer

  private static let endLength = 22
  private static let entryLength = 46
  private static let headerLength = 30
  private static let required = ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  private func number(_ length: Int, at offset: Int) throws(ArchiveFault) -> Int {
    guard offset >= 0, offset + length <= bytes.count else { throw .badDirectory }
    return (0..<length).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  private func text(_ length: Int, at offset: Int) throws(ArchiveFault) -> String {
    guard offset >= 0, offset + length <= bytes.count else { throw .badDirectory }
    return String(decoding: bytes[offset..<offset + length], as: UTF8.self)
  }

  func check() throws(ArchiveFault) {
    let end = bytes.count - Self.endLength
    guard end >= 0, try number(4, at: end) == 0x0605_4B50 else { throw .noDirectory }
    let count = try number(2, at: end + 10)
    let directory = try number(4, at: end + 16)
    guard try directory + number(4, at: end + 12) == end else { throw .badDirectory }
    var place = directory
    var next = 0
    var missing = Set(Self.required)
    for _ in 0..<count {
      guard try number(4, at: place) == 0x0201_4B50 else { throw .badDirectory }
      let part = try Part(
        name: text(number(2, at: place + 28), at: place + Self.entryLength), method: number(2, at: place + 10),
        checksum: number(4, at: place + 16), packedSize: number(4, at: place + 20), size: number(4, at: place + 24))
      // Parts follow one another without gaps, so nothing is lost between them.
      guard try number(4, at: place + 42) == next else { throw .badPart(part.name) }
      next = try check(part, at: next, before: directory)
      missing.remove(part.name)
      place +=
        try Self.entryLength + number(2, at: place + 28) + number(2, at: place + 30) + number(2, at: place + 32)
    }
    guard place == end, next == directory else { throw .badDirectory }
    if let name = missing.sorted().first { throw .missingPart(name) }
  }

  private struct Part {
    let name: String
    let method: Int
    let checksum: Int
    let packedSize: Int
    let size: Int
  }

  /// - Returns: The end offset of the part.
  private func check(_ part: Part, at start: Int, before directory: Int) throws(ArchiveFault) -> Int {
    let data = try start + Self.headerLength + number(2, at: start + 26) + number(2, at: start + 28)
    let end = data + part.packedSize
    guard end <= directory, try number(4, at: start) == 0x0403_4B50, part.method == Int(Z_DEFLATED),
      try number(2, at: start + 8) == part.method, try number(4, at: start + 14) == part.checksum,
      try number(4, at: start + 18) == part.packedSize, try number(4, at: start + 22) == part.size,
      try text(number(2, at: start + 26), at: start + Self.headerLength) == part.name
    else { throw .badPart(part.name) }
    var checksum = crc32(0, nil, 0)
    var size = 0
    var ends = XMLEnds()
    do throws(CodingFault) {
      var expander = try DeflateExpander(.none)
      let fault = expander.code(bytes[data..<end].asBytes, isLast: true) { bytes in
        checksum = crc32(checksum, bytes.baseAddress, UInt32(bytes.count))
        size += bytes.count
        ends.add(bytes)
        return nil
      }
      if let fault { throw fault }
    } catch {
      throw .badPart(part.name)
    }
    guard Int(checksum) == part.checksum, size == part.size, ends.belongTogether else { throw .badPart(part.name) }
    return end
  }
}

extension Slice<UnsafeRawBufferPointer> {
  fileprivate var asBytes: UnsafeBufferPointer<UInt8> {
    UnsafeRawBufferPointer(rebasing: self).assumingMemoryBound(to: UInt8.self)
  }
}

/// The beginning and end of an XML file that arrives in chunks.
private struct XMLEnds {
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private static let length = 512

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if head.count < Self.length { head.append(contentsOf: bytes.prefix(Self.length - head.count)) }
    tail = Array((bytes.count < Self.length ? tail : []) + bytes.suffix(Self.length)).suffix(Self.length)
  }

  /// Whether the file ends with the end tag of its first element.
  var belongTogether: Bool {
    let parts = String(decoding: head, as: UTF8.self).split(separator: "<")
    guard let root = parts.first(where: { !$0.hasPrefix("?") && !$0.hasPrefix("!") }) else { return false }
    let name = root.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    var end = Substring(String(decoding: tail, as: UTF8.self))
    while end.last?.isWhitespace == true { end.removeLast() }
    let last = end[(end.lastIndex(of: "<") ?? end.startIndex)...]
    return !name.isEmpty && (last == "</\(name)>" || (last.hasPrefix("<\(name)") && last.hasSuffix("/>")))
  }
}
