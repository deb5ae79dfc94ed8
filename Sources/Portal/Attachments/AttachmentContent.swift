package import Diagnostics

/// The expected content of a type of file.
enum AttachmentContent: Sendable {
  /// The first bytes are one of these.
  case signature([Signature])
  case text
  /// SVG that can do nothing but be displayed.
  case vectorPicture
  /// Anything that is not a web page.
  case anything

  struct Signature: Sendable {
    private var parts: [(offset: Int, bytes: [UInt8])]

    private init(_ parts: (Int, [UInt8])...) { self.parts = parts.map { (offset: $0.0, bytes: $0.1) } }

    func matches(_ head: [UInt8]) -> Bool {
      parts.allSatisfy { $0.offset <= head.count && head[$0.offset...].starts(with: $0.bytes) }
    }

    static let pdf = Signature((0, Array("%PDF-".utf8)))
    static let zip = Signature((0, [0x50, 0x4B, 0x03, 0x04]))
    static let emptyZip = Signature((0, [0x50, 0x4B, 0x05, 0x06]))
    /// OLE compound files, written by older office programs.
    static let ole = Signature((0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
    static let png = Signature((0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    static let jpeg = Signature((0, [0xFF, 0xD8, 0xFF]))
    static let webp = Signature((0, Array("RIFF".utf8)), (8, Array("WEBP".utf8)))
    static let gif87 = Signature((0, Array("GIF87a".utf8)))
    static let gif89 = Signature((0, Array("GIF89a".utf8)))
    static let mp4 = Signature((4, Array("ftyp".utf8)))
    static let rar = Signature((0, Array("Rar!".utf8)))
    static let sevenZip = Signature((0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]))
  }
}

extension AttachmentType {
  /// The reason why the content of a file is rejected.
  package enum Fault: Error, Hashable {
    /// It starts with the signature of another type.
    case otherType
    /// It starts like a web page, so a browser might treat it as one.
    case hypertext
    /// A text that contains a zero byte.
    case binary
    case svg(PictureSVG.Fault)
  }

  /// The number of bytes from the start of a file that `fault` needs.
  package var bytesToRead: Int {
    switch content {
    case .signature, .anything: Self.sniffedBytes
    case .text: 1 << 20
    case .vectorPicture: PictureSVG.mostBytes + 1
    }
  }

  /// More than any browser examines to guess the type of a file.
  private static let sniffedBytes = 2048

  /// The fault in a file of this type, if any.
  ///
  /// - Parameter head: The first `bytesToRead` bytes, or all of a shorter file.
  package func fault(in head: [UInt8]) -> Fault? {
    if case .vectorPicture = content { return PictureSVG.fault(in: head).map { .svg($0) } }
    switch content {
    case .signature(let signatures): return signatures.contains { $0.matches(head) } ? nil : .otherType
    case .text where head.contains(0): return .binary
    case .text, .anything, .vectorPicture: return Self.looksLikeHypertext(head) ? .hypertext : nil
    }
  }

  /// Whether a browser that sniffs content might take the bytes for a web page: they start with a tag, or contain one
  /// near the start that only web pages have.
  private static func looksLikeHypertext(_ head: [UInt8]) -> Bool {
    let seen = head.prefix(sniffedBytes)
    let body = seen.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    if body.first == UInt8(ascii: "<"), let next = body.dropFirst().first,
      (0x61...0x7A).contains(next | 0x20) || "!?/".utf8.contains(next)
    {
      return true
    }
    let text = String(decoding: seen.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    return ["<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg", "<meta", "<object", "<embed"].contains
    { text.firstRange(of: $0) != nil }
  }
}

extension AttachmentType.Fault {
  /// The fault, phrased as the end of a sentence.
  package var description: LocalizedText {
    switch self {
    case .otherType: LocalizedText("开头的字节不是这种文件的", en: "its first bytes are not those of such a file")
    case .hypertext: LocalizedText("内容像是网页", en: "its content looks like a page of the web")
    case .binary: LocalizedText("其中有零字节，不是文本", en: "there is a byte 0 in it, so that it is no text")
    case .svg(let fault): fault.description
    }
  }
}
