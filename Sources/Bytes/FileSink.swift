/// Receives rendered files. `path` is relative to the root of the site; the bytes are valid only during the call.
package typealias FileSink = (_ path: String, _ bytes: borrowing ByteBuffer) throws -> Void
