/// The media type of a data file, as registered by IANA.
package struct MediaType: Sendable, Hashable {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  package static let csv = MediaType("text/csv")
  package static let json = MediaType("application/json")
  package static let xlsx = MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
}
