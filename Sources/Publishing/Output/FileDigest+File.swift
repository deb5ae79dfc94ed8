internal import CCrypto
internal import Glibc

extension FileDigest {
  private static let bytesAtOnce = 1 << 20

  /// Reads a file from its beginning to its end, a part at a time.
  ///
  /// Throws `inputOutput`, or `notAFile`.
  init(ofFile path: String) throws(PublishingError) {
    let file = uninterrupted { open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard file >= 0 else { throw .inputOutput(.read, path: path, .last) }
    defer { close(file) }
    guard FileStatus(of: file)?.isFile == true else { throw .notAFile(path: path) }
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    var isSound = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: Self.bytesAtOnce, alignment: 64)
    defer { buffer.deallocate() }
    while true {
      let count = uninterrupted { read(file, buffer, Self.bytesAtOnce) }
      if count < 0 { throw .inputOutput(.read, path: path, .last) }
      if count == 0 { break }
      isSound = isSound && EVP_DigestUpdate(context, buffer, count) == 1
    }
    self.init { isSound && EVP_DigestFinal_ex(context, $0, nil) == 1 }
  }
}
