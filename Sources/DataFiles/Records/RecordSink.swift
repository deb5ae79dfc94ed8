package import Bytes

/// Identifies the report of a record, with the index of its form in the library.
package struct RecordKey: Sendable {
  package let agency: String
  package let year: Int
  package let form: Int
}

/// Receives the record of a report, a `ReportRecord`. The bytes are valid only during the call.
package typealias RecordSink = (_ key: RecordKey, _ record: borrowing ByteBuffer) throws -> Void
