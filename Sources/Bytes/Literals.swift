/// Many short byte strings in one contiguous allocation.
package struct Literals: Sendable {
  private var pool: [UInt8] = []
  private var starts: [Int] = [0]

  package init(_ texts: [[UInt8]]) {
    for text in texts {
      pool += text
      starts.append(pool.count)
    }
  }

  package struct View {
    fileprivate let pool: UnsafeBufferPointer<UInt8>
    fileprivate let starts: UnsafeBufferPointer<Int>

    package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: pool[starts[index]..<starts[index + 1]])
    }
  }

  package func withLiterals(_ body: (View) -> Void) {
    pool.withUnsafeBufferPointer { pool in
      starts.withUnsafeBufferPointer { starts in body(View(pool: pool, starts: starts)) }
    }
  }
}
