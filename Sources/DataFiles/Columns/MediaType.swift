/// What a data file is, as IANA registers it.
package enum MediaType: String {
  case csv = "text/csv"
  case json = "application/json"
  case ndjson = "application/x-ndjson"
  case sqlite = "application/vnd.sqlite3"
  case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// - Returns: `nil` for a path with another extension.
  init?(path: String) {
    switch path.split(separator: ".").last {
    case "csv": self = .csv
    case "json": self = .json
    case "ndjson": self = .ndjson
    case "sqlite": self = .sqlite
    case "xlsx": self = .xlsx
    default: return nil
    }
  }
}
