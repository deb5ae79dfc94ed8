import Diagnostics
import Foundation
import Reports

@testable import Markup

enum FrontMatterFuzzing {
  /// Wherever the scanner does not decline, both readings must agree.
  static func run(_ bytes: [UInt8]) {
    let source = SourceFile(path: "a.yaml", bytes: bytes)
    var findings: [Finding] = []
    // Some characters are line breaks in YAML 1.1 but not in any editor. The library rejects others, which the scanner
    // accepts because there is a separate finding about invisible characters.
    let text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.contains(where: isReadOtherwise) { return }
    guard source.isText(findings: &findings) else { return }
    let span = Span(source.offset(ofLine: 1), bytes.count)
    guard source.controlCharacters(in: span) == nil else { return }
    let plain = bytes.withUnsafeBufferPointer { bytes in
      var scanner = PlainYAMLScanner(bytes, in: span)
      return scanner.scan()
    }
    let library = YAMLReader.readWithLibrary(source, in: span, findings: &findings)
    expectSound(library != nil || !findings.isEmpty, "YAML was refused without a finding")
    let isOverlooked =
      YAMLIndicators.firstRefused(in: source, span) == nil
      && findings.contains { $0.kind.id == FrontMatterFindings.refused.id }
    expectSound(!isOverlooked, "an anchor or alias reached the library")
    guard let plain else { return }
    guard let library else {
      fatalError("the library refuses what the scanner reads: \(findings.map(\.message.english))")
    }
    expectSound(described(plain) == described(library), "\(described(plain)) ≠ \(described(library))")
  }

  private static func isReadOtherwise(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func described(_ value: YAMLValue) -> String {
    switch value.content {
    case .scalar(let text, let isQuoted): "\(isQuoted ? "'" : "")\(text)@\(value.span.start)"
    case .sequence(let items): "[\(items.map(described).joined(separator: ", "))]"
    case .mapping(let entries):
      "{\(entries.map { "\($0.key)@\($0.keySpan.start): \(described($0.value))" }.joined(separator: ", "))}"
    }
  }
}
