internal import Portal

extension Route {
  /// The path of the table beside a list, without its extension. All pages of the list share it.
  package var tableStem: String? {
    switch self {
    case .years: "years/index"
    case .year(let year, _): "years/\(year)/index"
    case .agencies: "agencies/index"
    case .agency(let id): "agencies/\(id)/index"
    case .regions: "regions/index"
    case .region(let code, _): "regions/\(code)/index"
    case .home, .report, .rows, .row, .peers, .compare, .data, .dictionary, .dataUse, .search, .notFound: nil
    }
  }
}
