internal import CJemalloc
internal import Diagnostics

/// The library that replaces malloc.
enum Allocator {
  static var versions: [LibraryVersion] {
    var version: UnsafePointer<CChar>?
    var size = MemoryLayout<UnsafePointer<CChar>?>.size
    guard mallctl("version", &version, &size, nil, 0) == 0, let version else { return [] }
    return [LibraryVersion("jemalloc", String(cString: version))]
  }
}
