internal import Bytes

/// Marks the addresses of a theme's assets in its layouts with their content: `assets/site.css?v=0f3c…`. A server may let
/// browsers keep such a file for good, since another content has another address.
struct AssetVersions {
  private static let folder = Array("assets/".utf8)

  /// What is put behind each path.
  private let marks: [[UInt8]: [UInt8]]

  init(_ assets: [String: [UInt8]]) {
    marks = Dictionary(
      uniqueKeysWithValues: assets.map { path, bytes in
        (Array(path.utf8), Array("?v=\(ContentFingerprint.version(of: [bytes]))".utf8))
      })
  }

  /// - Parameter nodes: a layout as it was read.
  func marking(_ nodes: [TemplateNode]) -> [TemplateNode] {
    nodes.map { node in
      switch node {
      case .literal(let text): .literal(marking(text))
      case .section(let path, let isInverted, let body): .section(path, isInverted: isInverted, marking(body))
      case .variable, .partial: node
      }
    }
  }

  /// An address ends where its attribute does.
  private func marking(_ text: [UInt8]) -> [UInt8] {
    var marked: [UInt8] = []
    var rest = text[...]
    while let start = rest.indices.first(where: { rest[$0...].starts(with: Self.folder) }),
      let quote = rest[start...].firstIndex(of: UInt8(ascii: "\""))
    {
      // One path may end like another.
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
