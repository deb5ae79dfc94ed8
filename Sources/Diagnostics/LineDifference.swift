/// The lines that were removed from one text and inserted in another.
///
/// Finding the shortest difference takes time and memory quadratic in what changed. It is computed for short texts and
/// between lines that occur exactly once in each text; whatever remains of a long text counts as replaced.
struct LineDifference {
  /// The largest total number of lines for which the shortest difference is computed.
  private static let most = 2_000
  private static let deepest = 8

  private let before: [Int]
  private let after: [Int]
  private var removed: Set<Int> = []
  private var inserted: Set<Int> = []

  var result: (removed: Set<Int>, inserted: Set<Int>) { (removed, inserted) }

  init(_ old: [Substring], _ new: [Substring]) {
    // Comparing numbers is faster than comparing texts.
    var numbers: [Substring: Int] = [:]
    func number(_ line: Substring) -> Int {
      let next = numbers.count
      if let known = numbers[line] { return known }
      numbers[line] = next
      return next
    }
    before = old.map(number)
    after = new.map(number)
    compare(before.indices, after.indices, depth: 0)
  }

  private mutating func compare(_ old: Range<Int>, _ new: Range<Int>, depth: Int) {
    var (old, new) = (old, new)
    if old.count + new.count <= Self.most { return compareShort(old, new) }
    while let first = old.first, let other = new.first, before[first] == after[other] {
      (old, new) = (old.dropFirst(), new.dropFirst())
    }
    while let last = old.last, let other = new.last, before[last] == after[other] {
      (old, new) = (old.dropLast(), new.dropLast())
    }
    if old.count + new.count <= Self.most { return compareShort(old, new) }
    let anchors = depth < Self.deepest ? anchors(old, new) : []
    if anchors.isEmpty {
      removed.formUnion(old)
      inserted.formUnion(new)
      return
    }
    var (oldStart, newStart) = (old.lowerBound, new.lowerBound)
    for (oldLine, newLine) in anchors + [(old.upperBound, new.upperBound)] {
      compare(oldStart..<oldLine, newStart..<newLine, depth: depth + 1)
      (oldStart, newStart) = (oldLine + 1, newLine + 1)
    }
  }

  private mutating func compareShort(_ old: Range<Int>, _ new: Range<Int>) {
    if old.isEmpty || new.isEmpty {
      removed.formUnion(old)
      inserted.formUnion(new)
      return
    }
    for change in after[new].difference(from: before[old]) {
      switch change {
      case .remove(let offset, _, _): removed.insert(old.lowerBound + offset)
      case .insert(let offset, _, _): inserted.insert(new.lowerBound + offset)
      }
    }
  }

  /// Lines that occur exactly once in each of the two ranges: the longest sequence of them that is in the same order in
  /// both.
  private func anchors(_ old: Range<Int>, _ new: Range<Int>) -> [(old: Int, new: Int)] {
    func places(_ range: Range<Int>, _ lines: [Int]) -> [Int: Int?] {
      var places: [Int: Int?] = [:]
      for place in range { places[lines[place]] = .some(places[lines[place]] == nil ? place : nil) }
      return places
    }
    let there = places(new, after)
    let single = places(old, before)
    let pairs = old.compactMap { line -> (old: Int, new: Int)? in
      guard case .some(.some) = single[before[line]], case .some(.some(let other)) = there[before[line]] else {
        return nil
      }
      return (line, other)
    }
    // The longest increasing subsequence; `ends` holds the last element of the best one of each length.
    var ends: [Int] = []
    var previous = Array(repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var run: [(old: Int, new: Int)] = []
    var place = ends.last ?? -1
    while place >= 0 {
      run.append(pairs[place])
      place = previous[place]
    }
    return run.reversed()
  }
}
