package import Bytes

/// Takes rendered files, by path below the site's root. The bytes are valid during the call only.
package typealias FileSink = (_ path: String, _ bytes: borrowing ByteBuffer) throws -> Void

/// Takes the record of a report, a `ReportRecord`; the bytes are valid during the call only.
package typealias RecordSink = (_ agency: String, _ year: Int, _ record: borrowing ByteBuffer) throws -> Void
