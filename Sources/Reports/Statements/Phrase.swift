internal import Narrative

/// Words that follow each other without unknown text between them: what the next number may be a number of.
struct Phrase {
  private(set) var words = WordSet()
  /// Unknown text of the same clause is directly before the first word.
  private(set) var followsGap: Bool
  /// The first word follows a number, as in `2件维持、1件纠正`; it has nothing to do with the number after the comma.
  var followsNumber = false

  init(followsGap: Bool) { self.followsGap = followsGap }

  mutating func insert(_ word: Word) { words.insert(word) }

  func has(_ word: Word) -> Bool { words.contains(word) }
  func has(anyOf words: WordSet) -> Bool { self.words.intersects(words) }

  // MARK: What the words are

  static let subjects = WordSet(.request ... .charges)
  static let verbs = WordSet(.received, .newly, .handled, .processed)
  static let carrying = WordSet(.transfer, .moved, .carriedForward, .continuing)
  static let results = WordSet(.granted ... .otherHandling)
  static let reasons = WordSet(.stateSecret ... .feeUnpaid)
  static let applicants = WordSet(.naturalPerson ... .legalService)
  static let outcomes = WordSet(.upheld ... .pending)
  static let documents = WordSet(.regulations, .normativeDocuments)
  static let decisions = WordSet(.licensing, .penalties, .coercion)

  var isSubject: Bool { has(anyOf: Self.subjects) }

  /// Whether what is counted is carried from one year to another, and where that is said.
  var carried: Statement.Subject? {
    guard has(anyOf: Self.carrying) || has(.nextYear) && has(anyOf: Self.verbs) else { return nil }
    if has(.lastYear) { return has(.carriedForward) ? nil : .carriedOver }
    if has(.nextYear) || has(.carriedForward) { return .carriedForward }
    return has(.transfer) ? .carried : nil
  }

  var resultGroups: Statement.ResultGroups? {
    guard has(anyOf: Self.results) else { return nil }
    let groups: [(Word, Statement.ResultGroups)] = [
      (.granted, .granted), (.partial, .partial), (.denied, .denied), (.unavailable, .unavailable),
      (.notProcessed, .notProcessed), (.otherHandling, .other),
    ]
    return groups.reduce(into: []) { if has($1.0) { $0.insert($1.1) } }
  }

  var statedReasons: [Statement.Reason] {
    has(anyOf: Self.reasons) ? Statement.Reason.allCases.filter { has($0.word) } : []
  }

  /// Columns of the table of requests that the words name, in each sense that they may have; none for everybody.
  var applicantColumns: [[Int]] {
    guard has(anyOf: Self.applicants) else { return [] }
    var columns: [Int] = []
    if has(.naturalPerson) { columns.append(0) }
    // 公民、法人和其他组织: whoever may ask.
    if has(.organizations) { return columns.isEmpty ? [Array(1...5)] : [] }
    for (word, column) in [
      (Word.business, 1), (.research, 2), (.publicInterest, 3), (.legalService, 4),
    ]
    where has(word) { columns.append(column) }
    // 企业 is said of businesses, and of all that is not a person.
    return has(.company) ? [columns + [1], columns + Array(1...5)] : [columns]
  }

  var outcome: Statement.Outcome? {
    if has(.upheld) { return .upheld }
    if has(.corrected) { return .corrected }
    if has(.otherResult) { return .other }
    return has(.pending) ? .pending : nil
  }

  var disputes: Statement.Disputes {
    var disputes: Statement.Disputes = []
    if has(.review) { disputes.insert(.review) }
    if has(.litigation) { disputes.insert(.litigation) }
    return disputes
  }

  var decision: Statement.Decision? {
    switch (has(.licensing), has(.penalties), has(.coercion)) {
    case (true, false, false): .licensing
    case (false, true, false): .penalties
    case (false, false, true): .coercion
    default: nil
    }
  }
}
