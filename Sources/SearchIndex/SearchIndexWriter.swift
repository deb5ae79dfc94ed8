package import Bytes
package import Portal
package import Reports

/// Writes the full text index of a portal as files that a browser loads when a query needs them.
///
/// - `search/data/portal.js` lists the agencies with their reports, the regions, the forms, and the shards below.
/// - `search/data/terms-N.js` maps each term, per kind of section, to its list of documents; short lists are stored
///   inline.
/// - `search/data/lists-N.js` holds the long lists, each once, however many terms share it.
///
/// Each file is a classic script that calls one function, so that it can also be loaded from disk.
package struct SearchIndexWriter {
  private let forms: FormLibrary
  private let portal: Portal
  private let indexers: [SearchIndexer]

  /// - Parameter indexers: The indexers of all threads that read reports, in any order.
  package init(forms: FormLibrary, portal: Portal, indexers: [SearchIndexer]) {
    self.forms = forms
    self.portal = portal
    self.indexers = indexers
  }

  /// Lists up to this length are stored inline.
  private static let mostInlineBytes = 12
  private static let bytesPerShard = 6 << 10
  /// Approximate size of a term.
  private static let bytesPerEntry = 7

  package func write(to sink: FileSink) throws {
    let documents = SearchDocuments(forms: forms, portal: portal, indexers: indexers)
    let postings = merged()
    // Several threads may have seen the same term.
    let entries = postings.indices.count { $0 == 0 || postings[$0].posting.key != postings[$0 - 1].posting.key }
    let shards = max(1, min(512, entries * Self.bytesPerEntry / Self.bytesPerShard))
    var terms = [[UInt8]](repeating: [], count: shards)
    var lastTerms = [UInt32](repeating: 0, count: shards)
    var lists = SearchLists(bytesPerShard: Self.bytesPerShard)
    var encoder = PostingListEncoder(documents: documents.count)
    var list: [UInt8] = []
    var start = 0
    while start < postings.count {
      let key = postings[start].posting.key
      while start < postings.count, postings[start].posting.key == key {
        let (indexer, posting) = postings[start]
        indexers[indexer].postings.forEachDocument(of: posting) {
          if let document = documents.number(of: $0, in: indexer) { encoder.add(document) }
        }
        start += 1
      }
      let count = encoder.count
      if count == 0 { continue }
      list.removeAll(keepingCapacity: true)
      encoder.finish(to: &list)
      let shard = SearchTerms.shard(of: key.term, among: shards)
      terms[shard].appendVariable(Int(key.term - lastTerms[shard]))
      lastTerms[shard] = key.term
      let isInline = list.count <= Self.mostInlineBytes
      terms[shard].appendVariable(Int(key.section) << 1 | (isInline ? 1 : 0))
      if isInline {
        terms[shard].append(contentsOf: list)
      } else {
        terms[shard].appendVariable(count)
        terms[shard].appendVariable(lists.number(of: list))
      }
    }
    let files =
      terms.enumerated().map { (name: "terms-\($0)", bytes: $1) }
      + lists.shards.enumerated().map { (name: "lists-\($0)", bytes: $1) }
    for file in files { try sink("search/data/\(file.name).js", SearchScript.script(file.name, file.bytes)) }
    let version = ContentFingerprint.version(of: files.map(\.bytes))
    let script = documents.script(version: version, terms: shards, firstLists: lists.firstNumbers)
    try sink("search/data/portal.js", script.buffer)
  }

  private func merged() -> [(indexer: Int, posting: SearchPostings.Posting)] {
    let all = indexers.enumerated().flatMap { indexer, part in
      part.postings.sorted().map { (indexer: indexer, posting: $0) }
    }
    return indexers.count == 1 ? all : all.sorted { $0.posting.key < $1.posting.key }
  }
}

/// Lists of documents without duplicates, numbered in the order in which they were first added.
private struct SearchLists {
  private let bytesPerShard: Int
  private(set) var shards: [[UInt8]] = []
  /// The number of the first list of each shard.
  private(set) var firstNumbers: [Int] = []
  private var places: [(shard: Int, range: Range<Int>)] = []
  private var numbers: [UInt64: Int] = [:]

  init(bytesPerShard: Int) {
    self.bytesPerShard = bytesPerShard
  }

  mutating func number(of list: [UInt8]) -> Int {
    let hash = ContentFingerprint.hash(list, 0xCBF2_9CE4_8422_2325)
    if let known = numbers[hash], shards[places[known].shard][places[known].range] == list[...] { return known }
    let isFull = shards.last.map { $0.count + list.count > bytesPerShard } ?? true
    if isFull {
      firstNumbers.append(places.count)
      shards.append([])
    }
    let shard = shards.count - 1
    let start = shards[shard].count
    shards[shard] += list
    places.append((shard, start..<start + list.count))
    numbers[hash] = places.count - 1
    return places.count - 1
  }
}
