internal import Reports

/// Many short runs of bytes in one piece of memory.
struct Literals: Sendable {
  private var pool: [UInt8] = []
  private var starts: [Int] = [0]

  init(_ texts: [[UInt8]]) {
    for text in texts {
      pool += text
      starts.append(pool.count)
    }
  }

  struct View {
    fileprivate let pool: UnsafeBufferPointer<UInt8>
    fileprivate let starts: UnsafeBufferPointer<Int>

    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: pool[starts[index]..<starts[index + 1]])
    }
  }

  func withLiterals(_ body: (View) -> Void) {
    pool.withUnsafeBufferPointer { pool in
      starts.withUnsafeBufferPointer { starts in body(View(pool: pool, starts: starts)) }
    }
  }
}

extension Cell.Status {
  /// The codes of all, by their raw values.
  static let codes = Literals(allCases.map { Array($0.code.utf8) })
}
