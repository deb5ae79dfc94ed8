package import Diagnostics
internal import Markup

/// Parses SVG as strictly as possible, to tell pictures from files that could run code, load something or link
/// somewhere.
///
/// Whatever is not known to be harmless is rejected: elements, attributes and CSS functions that are not on a list
/// (`SVGVocabulary`), every declaration, processing instruction, entity and CDATA section, and every URL except
/// references within the same file.
package struct PictureSVG {
  package enum Fault: Error, Hashable {
    case tooLarge
    case notWellFormed
    case notSVG
    /// `<!DOCTYPE`, CDATA, or a processing instruction.
    case declaration
    case element(String)
    case attribute(String)
    case address(String)
    case style
  }

  package static let mostBytes = 1 << 20

  private static let deepest = 64

  private var xml: XMLScanner
  private var open: [String] = []

  package static func fault(in bytes: [UInt8]) -> Fault? {
    if bytes.count > mostBytes { return .tooLarge }
    guard let scanner = XMLScanner(bytes) else { return .notWellFormed }
    var picture = PictureSVG(xml: scanner)
    do throws(Fault) {
      try picture.read()
      return nil
    } catch {
      return error
    }
  }

  private init(xml: XMLScanner) { self.xml = xml }

  private mutating func read() throws(Fault) {
    try xml.skipDeclaration()
    var hasRoot = false
    while let item = try xml.next() {
      switch item {
      case .text(let text):
        if open.isEmpty {
          guard text.allSatisfy(\.isWhitespace) else { throw .notWellFormed }
        } else if open.last == "style" {
          guard SVGStyle.isSafe(text) else { throw .style }
        }
      case .start(let name, let attributes, let isEmpty):
        if open.isEmpty {
          guard !hasRoot, name == "svg", attributes.contains(where: { $0 == ("xmlns", SVGVocabulary.namespace) }) else {
            throw .notSVG
          }
          hasRoot = true
        }
        try check(name, attributes)
        if isEmpty { continue }
        guard open.count < Self.deepest else { throw .notWellFormed }
        open.append(name)
      case .end(let name):
        guard open.popLast() == name else { throw .notWellFormed }
      }
    }
    guard hasRoot else { throw .notSVG }
    guard open.isEmpty else { throw .notWellFormed }
  }

  private func check(_ name: String, _ attributes: [(name: String, value: String)]) throws(Fault) {
    guard SVGVocabulary.elements.contains(name), open.last != "style" else { throw .element(name) }
    for (attribute, value) in attributes {
      switch attribute {
      case "xmlns":
        guard value == SVGVocabulary.namespace else { throw .attribute(attribute) }
      case "href", "xlink:href":
        guard SVGVocabulary.elementsWithReferences.contains(name), SVGStyle.isReference(value) else {
          throw .address(value)
        }
      case _ where attribute.hasPrefix("xmlns:") || SVGVocabulary.freeAttributes.contains(attribute): break
      case _ where attribute.hasPrefix("aria-") || attribute.hasPrefix("data-"): break
      case _ where SVGVocabulary.attributes.contains(attribute):
        guard SVGStyle.isSafe(value) else { throw .style }
      default: throw .attribute(attribute)
      }
    }
  }
}

/// The CSS that a picture may use.
enum SVGStyle {
  /// Whether a style cannot load anything: it has no at-rules, no escapes and no unknown functions, and `url()` only
  /// refers to the same file.
  static func isSafe(_ css: String) -> Bool {
    let text = css.lowercased()
    if text.unicodeScalars.contains(where: { $0 == "\\" || $0 == "@" || $0 == "<" }) { return false }
    if ["behavior", "binding", "expression"].contains(where: { text.firstRange(of: $0) != nil }) { return false }
    var rest = Array(text.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      let before = rest[..<open].reversed().prefix {
        $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 >= 0x80
      }
      let name = String(decoding: before.reversed(), as: UTF8.self)
      rest = rest[(open + 1)...]
      if name.isEmpty { continue }
      guard SVGVocabulary.functions.contains(name) else { return false }
      if name == "url" {
        guard let close = rest.firstIndex(of: UInt8(ascii: ")")) else { return false }
        let address = String(decoding: rest[..<close], as: UTF8.self).filter { $0 != " " }
        let isQuoted =
          address.count >= 2 && (address.first == "\"" || address.first == "'") && address.first == address.last
        guard isReference(isQuoted ? String(address.dropFirst().dropLast()) : address) else { return false }
        rest = rest[(close + 1)...]
      }
    }
    return true
  }

  /// Whether a URL refers to an element of the same file: `#a`.
  static func isReference(_ address: String) -> Bool {
    address.utf8.count > 1 && address.utf8.first == UInt8(ascii: "#")
      && address.utf8.dropFirst().allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "-_.:".utf8.contains($0) }
  }
}

extension PictureSVG.Fault {
  package var description: LocalizedText {
    switch self {
    case .tooLarge: LocalizedText("SVG 大于 1 MB", en: "SVG of more than 1 MB")
    case .notWellFormed:
      LocalizedText("不是写法规范的 UTF-8 编码的 XML", en: "it is no well-formed XML in UTF-8")
    case .notSVG: LocalizedText("根元素不是 SVG 的 svg", en: "its root element is not svg")
    case .declaration:
      LocalizedText(
        "含有 DOCTYPE、实体、CDATA 或处理指令", en: "it has a DOCTYPE, an entity, a CDATA section or a processing instruction")
    case .element(let name): LocalizedText("含有元素 \(name.shortened)", en: "it has an element \(name.shortened)")
    case .attribute(let name): LocalizedText("含有属性 \(name.shortened)", en: "it has an attribute \(name.shortened)")
    case .address(let address):
      LocalizedText("含有指向别处的地址 \(address.shortened)", en: "it has an address of something else, \(address.shortened)")
    case .style:
      LocalizedText("样式中有地址、规则或不认识的函数", en: "a style has an address, a rule with @ or an unknown function")
    }
  }
}

extension String {
  /// The beginning of the text, for a message.
  fileprivate var shortened: String { count > 40 ? "\(prefix(40))…" : self }
}
