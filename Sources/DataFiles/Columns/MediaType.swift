/// The media type of a data file, as registered by IANA.
package enum MediaType: String {
  case csv = "text/csv"
  case json = "application/json"
  case ndjson = "application/x-ndjson"
  case sqlite = "application/vnd.sqlite3"
  case xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// - Returns: `nil` for a path with any other extension.
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
