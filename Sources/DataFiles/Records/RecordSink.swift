package import Bytes

/// Whose record it is, and the place of its form in the library.
package struct RecordKey: Sendable {
  package let agency: String
  package let year: Int
  package let form: Int
}

/// Takes the record of a report, a `ReportRecord`; the bytes are valid during the call only.
package typealias RecordSink = (_ key: RecordKey, _ record: borrowing ByteBuffer) throws -> Void
