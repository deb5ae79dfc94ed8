internal import Bytes

/// Adds a content hash to the URLs of a theme's assets in its layouts: `assets/site.css?v=0f3c…`. A server may then let
/// browsers cache such a file forever, because changed content has a different URL.
struct AssetVersions {
  private static let folder = Array("assets/".utf8)

  /// The suffix to append to each path.
  private let marks: [[UInt8]: [UInt8]]

  init(_ assets: [String: [UInt8]]) {
    marks = Dictionary(
      uniqueKeysWithValues: assets.map { path, bytes in
        (Array(path.utf8), Array("?v=\(ContentFingerprint.version(of: [bytes]))".utf8))
      })
  }

  /// - Parameter nodes: A parsed layout.
  func marking(_ nodes: [TemplateNode]) -> [TemplateNode] {
    nodes.map { node in
      switch node {
      case .literal(let text): .literal(marking(text))
      case .section(let path, let isInverted, let body): .section(path, isInverted: isInverted, marking(body))
      case .variable, .partial: node
      }
    }
  }

  /// A URL ends at the closing quote of its attribute.
  private func marking(_ text: [UInt8]) -> [UInt8] {
    var marked: [UInt8] = []
    var rest = text[...]
    while let start = rest.indices.first(where: { rest[$0...].starts(with: Self.folder) }),
      let quote = rest[start...].firstIndex(of: UInt8(ascii: "\""))
    {
      // One path may be a suffix of another.
      guard let mark = marks[Array(rest[start..<quote])] else {
        marked += rest[...start]
        rest = rest[(start + 1)...]
        continue
      }
      marked += rest[..<quote] + mark
      rest = rest[quote...]
    }
    return marked.isEmpty ? text : marked + rest
  }
}
