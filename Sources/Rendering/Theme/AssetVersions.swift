/// Marks the addresses of a theme's assets in its layouts with their content: `assets/site.css?v=0f3c…`. A server may let
/// browsers keep such a file for good, since another content has another address.
struct AssetVersions {
  private let versions: [(path: String, address: String)]

  init(_ assets: [String: [UInt8]]) {
    // Longer paths first: one may end like another.
    versions = assets.sorted { ($1.key.utf8.count, $0.key) < ($0.key.utf8.count, $1.key) }
      .map { ($0.key, "\($0.key)?v=\(SearchScript.version(of: [$0.value]))") }
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
  private func marking(_ text: String) -> String {
    guard text.contains("assets/") else { return text }
    return versions.reduce(text) { text, asset in
      text.replacing("\(asset.path)\"", with: "\(asset.address)\"")
    }
  }
}
