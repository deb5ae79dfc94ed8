package import Bytes

/// Takes rendered files, by path below the site's root. The bytes are valid during the call only.
package typealias FileSink = (_ path: String, _ bytes: borrowing ByteBuffer) throws -> Void

/// Whose record it is, and the place of its form in the library.
package struct RecordKey: Sendable {
  package let agency: String
  package let year: Int
  package let form: Int
}

/// Takes the record of a report, a `ReportRecord`; the bytes are valid during the call only.
package typealias RecordSink = (_ key: RecordKey, _ record: borrowing ByteBuffer) throws -> Void
