internal import Portal

extension Route {
  /// The schema of the page's JSON, relative to `schema/`.
  package var jsonSchema: String? {
    guard json != nil else { return nil }
    return switch self {
    case .report: "report-1.json"
    case .data: "data-1.json"
    case .dictionary: "dictionary-1.json"
    default: "index-1.json"
    }
  }
}
