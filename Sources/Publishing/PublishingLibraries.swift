internal import CBrotli
internal import CCrypto
internal import CZlib
package import Diagnostics

/// The libraries that compress and hash files.
package enum PublishingLibraries {
  package static var versions: [LibraryVersion] {
    let brotli = BrotliEncoderVersion()
    return [
      LibraryVersion("zlib", String(cString: zlibVersion())),
      LibraryVersion("brotli", "\(brotli >> 24).\(brotli >> 12 & 0xFFF).\(brotli & 0xFFF)"),
      LibraryVersion(
        "OpenSSL libcrypto", OpenSSL_version(OPENSSL_FULL_VERSION_STRING).map { String(cString: $0) } ?? "?"),
    ]
  }
}
