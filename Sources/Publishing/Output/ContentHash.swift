/// The SHA-256 of a content in memory, in hexadecimal.
package enum ContentHash {
  package static func sha256(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { FileDigest(of: $0).hexadecimal }
  }
}
