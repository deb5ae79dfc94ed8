/// Takes rendered files, by path below the site's root. The bytes are valid during the call only.
package typealias FileSink = (_ path: String, _ bytes: borrowing ByteBuffer) throws -> Void
