internal import Glibc

extension [Manifest.Entry] {
  /// Sorted by the bytes of their paths.
  ///
  /// Sorts ranges of one copied buffer, because comparing strings in an array retains and releases both, which takes
  /// longer than the comparison.
  func inPathOrder() -> [Manifest.Entry] {
    var paths: [UInt8] = []
    paths.reserveCapacity(count * 40)
    var places: [PathPlace] = []
    places.reserveCapacity(count)
    for index in indices {
      let start = paths.count
      paths.append(contentsOf: self[index].path.utf8)
      places.append(PathPlace(entry: index, start: start, length: paths.count - start))
    }
    paths.withUnsafeBufferPointer { paths in
      places.sort { left, right in left.bytes(in: paths).compared(with: right.bytes(in: paths)) < 0 }
    }
    return places.map { self[$0.entry] }
  }
}

private struct PathPlace {
  let entry: Int
  let start: Int
  let length: Int

  func bytes(in paths: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: paths[start..<start + length])
  }
}

extension String {
  /// Compares UTF-8 bytes. `<` compares by canonical equivalence and considers two spellings of a letter to be the same
  /// file name, which Linux does not.
  func precedesInBytes(_ other: String) -> Bool {
    comparedInBytes(with: other) < 0
  }

  /// Negative, zero or positive, like `memcmp`.
  func comparedInBytes(with other: String) -> Int32 {
    let fast = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in left.compared(with: right) }
    }
    if case .some(.some(let order)) = fast { return order }
    return Array(utf8).withUnsafeBufferPointer { left in
      Array(other.utf8).withUnsafeBufferPointer { right in left.compared(with: right) }
    }
  }

  func comparedInBytes(with other: UnsafeBufferPointer<UInt8>) -> Int32 {
    utf8.withContiguousStorageIfAvailable { $0.compared(with: other) }
      ?? Array(utf8).withUnsafeBufferPointer { $0.compared(with: other) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func compared(with other: UnsafeBufferPointer<UInt8>) -> Int32 {
    let shared = Swift.min(count, other.count)
    if shared > 0, let left = baseAddress, let right = other.baseAddress {
      let order = memcmp(left, right, shared)
      if order != 0 { return order }
    }
    return Int32(clamping: count - other.count)
  }
}
