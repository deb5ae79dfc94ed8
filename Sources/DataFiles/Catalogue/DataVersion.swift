internal import Bytes
package import Portal
package import Reports

/// The version of a portal's data, and the days on which they were first published and last changed. All of it is computed
/// from the data, so that the same sources have the same version.
package struct DataVersion: Sendable {
  /// A hash over the names and contents of the files of `data/`.
  package let id: String
  package let created: CalendarDate?
  package let modified: CalendarDate?

  package init(of files: [PublishedFile], _ portal: Portal) {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in files {
      for byte in "\(file.name) \(file.sha256)\n".utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let digits = String(state, radix: 16)
    let modified = portal.reports.compactMap(\.changed).max()
    // Readable, and different for each state of the data.
    id = "\(modified?.iso ?? "0000-00-00").\(String(repeating: "0", count: 16 - digits.count) + digits)"
    created = portal.reports.compactMap(\.publicationDay).min()
    self.modified = modified
  }
}

extension CalendarDate {
  /// The dates of reports are in China Standard Time.
  var dateTime: String { "\(iso)T\(time ?? "00:00"):00+08:00" }
}
