internal import CCrypto
internal import Glibc
internal import Portal

extension FileDigest {
  static let bytesAtOnce = 1 << 20

  /// Hashes a file in chunks.
  ///
  /// Throws `inputOutput`, or `notAFile`.
  init(ofFile path: String) throws(PublishingError) {
    let file = try Self.open(path)
    defer { close(file) }
    var digest = RunningDigest()
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.bytesAtOnce)
    defer { buffer.deallocate() }
    while true {
      let count = uninterrupted { read(file, buffer.baseAddress, buffer.count) }
      if count < 0 { throw .inputOutput(.read, path: path, .last) }
      if count == 0 { break }
      digest.add(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
    self = digest.finish()
  }

  /// The digest of the decompressed content of a file; `nil` if the file is damaged.
  ///
  /// Throws `inputOutput`, or `notAFile`.
  init?(ofFile path: String, expanding encoding: ContentEncoding) throws(PublishingError) {
    let file = try Self.open(path)
    defer { close(file) }
    var digest = RunningDigest()
    do throws(CodingFault) {
      try encoding.expand(file) { bytes in
        digest.add(bytes)
        return nil
      }
    } catch {
      if case .system(let fault) = error { throw .inputOutput(.read, path: path, fault) }
      return nil
    }
    self = digest.finish()
  }

  private static func open(_ path: String) throws(PublishingError) -> Int32 {
    let file = uninterrupted { Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) }
    guard file >= 0 else { throw .inputOutput(.read, path: path, .last) }
    if FileStatus(of: file)?.isFile == true { return file }
    close(file)
    throw .notAFile(path: path)
  }
}

/// An incremental SHA-256.
struct RunningDigest: ~Copyable {
  private let context: OpaquePointer?
  private var isSound: Bool

  init() {
    context = EVP_MD_CTX_new()
    isSound = EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
  }

  deinit { EVP_MD_CTX_free(context) }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    isSound = isSound && EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
  }

  consuming func finish() -> FileDigest {
    let (context, isSound) = (context, isSound)
    return FileDigest { isSound && EVP_DigestFinal_ex(context, $0, nil) == 1 }
  }
}
