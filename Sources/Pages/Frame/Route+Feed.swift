internal import Portal

extension Route {
  /// The feed that announces what is new on a page.
  var feed: String? {
    switch self {
    case .notFound: nil
    case .agency(let id): "agencies/\(id)/feed.atom"
    case .region(let code, _): "regions/\(code)/feed.atom"
    default: "feed.atom"
    }
  }
}
