package import Bytes
package import Languages
package import Reports

/// The value of a field in a data file.
package enum DataValue: Sendable, Hashable {
  case blank
  case text(String)
  case number(DecimalNumber)

  package static func integer(_ number: Int) -> DataValue { .number(DecimalNumber(number)) }

  static func number(ifPresent number: DecimalNumber?) -> DataValue { number.map { .number($0) } ?? .blank }

  package static func text(ifPresent text: String?) -> DataValue { text.map { .text($0) } ?? .blank }
}

/// A table that fits into memory: a list of agencies, the reports of a year.
package struct DataTable: Sendable {
  /// Consists of letters, digits and `_`.
  package let name: String
  package let title: Text
  package let columns: [DataColumn]
  /// The columns that identify a row.
  package let key: [String]
  package var rows: [[DataValue]]

  package init(_ name: String, _ title: Text, _ columns: [DataColumn], key: [String], rows: [[DataValue]]) {
    self.name = name
    self.title = title
    self.columns = columns
    self.key = key
    self.rows = rows
  }

  package func writeCSV(to buffer: inout ByteBuffer) {
    buffer.appendCSVHeader(columns.map(\.id))
    for row in rows {
      for (number, value) in row.enumerated() {
        if number > 0 { buffer.append(UInt8(ascii: ",")) }
        switch value {
        case .blank: break
        case .text(let text): buffer.appendCSV(text)
        case .number(let number): buffer.append(number)
        }
      }
      buffer.append(CSV.lineEnd)
    }
  }
}

extension ByteBuffer {
  /// Appends the byte order mark and the row of headings.
  package mutating func appendCSVHeader(_ headings: [String]) {
    append(CSV.byteOrderMark)
    for (number, heading) in headings.enumerated() {
      if number > 0 { append(UInt8(ascii: ",")) }
      appendCSV(heading)
    }
    append(CSV.lineEnd)
  }
}
