package import Diagnostics

/// What the bytes of a type of files look like.
enum AttachmentContent: Sendable {
  /// The first bytes are one of these.
  case signature([Signature])
  case text
  /// SVG that can do nothing but be looked at.
  case vectorPicture
  /// Nothing is known of it, but that it is no page.
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
    /// Compound files of older office programs.
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
  /// What is wrong with the content of a file.
  package enum Fault: Error, Hashable {
    /// Its first bytes are those of something else.
    case otherType
    /// It starts as a page does, and a browser may take it for one.
    case hypertext
    /// A text with a byte 0.
    case binary
    case svg(PictureSVG.Fault)
  }

  /// How many bytes from the start of a file `fault` has to see.
  package var bytesToRead: Int {
    switch content {
    case .signature, .anything: Self.sniffedBytes
    case .text: 1 << 20
    case .vectorPicture: PictureSVG.mostBytes + 1
    }
  }

  /// More than any browser looks at to guess what a file is.
  private static let sniffedBytes = 2048

  /// What is wrong with a file of this type.
  ///
  /// - Parameter head: its first bytes, `bytesToRead` of them or all that it has.
  package func fault(in head: [UInt8]) -> Fault? {
    if case .vectorPicture = content { return PictureSVG.fault(in: head).map { .svg($0) } }
    switch content {
    case .signature(let signatures): return signatures.contains { $0.matches(head) } ? nil : .otherType
    case .text where head.contains(0): return .binary
    case .text, .anything, .vectorPicture: return Self.looksLikeHypertext(head) ? .hypertext : nil
    }
  }

  /// Whether a browser that guesses could take the bytes for a page: a tag at the start, or one of those near it that
  /// only pages have.
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
  /// What is wrong, as the end of a sentence.
  package var description: LocalizedText {
    switch self {
    case .otherType: LocalizedText("开头的字节不是这种文件的", en: "its first bytes are not those of such a file")
    case .hypertext: LocalizedText("内容像是网页", en: "its content looks like a page of the web")
    case .binary: LocalizedText("其中有零字节，不是文本", en: "there is a byte 0 in it, so that it is no text")
    case .svg(let fault): fault.description
    }
  }
}
