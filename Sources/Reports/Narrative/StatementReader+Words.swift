/// Interprets the words of a sentence for the numbers that follow.
extension StatementReader {
  private static func bit(_ word: Word) -> UInt64 { 1 << UInt64(word.rawValue) }

  func has(_ word: Word) -> Bool { subjects & Self.bit(word) != 0 }

  mutating func add(_ word: Word) {
    subjects = (joins ? subjects : 0) | Self.bit(word)
    joins = false
  }

  mutating func readRequest(_ word: Word) {
    if word != .bareRequest { sentence.isOfRequests = true }
    if word == .bareRequest, clause.isOfDisclosure { sentence.isOfRequests = true }
    // An applicant is kept: 自然人申请3件.
    let applicants = subjects & Self.applicantBits
    add(word)
    subjects |= applicants
  }

  mutating func readVerb(_ word: Word) {
    if let verb = clause.verb, verb != word { clause.verb = .processed } else { clause.verb = word }
    clause.verbIsNear = true
    add(word)
  }

  mutating func readDispute(_ word: Word) {
    let dispute: Statement.Disputes = word == .review ? .review : .litigation
    sentence.disputes = joins ? sentence.disputes.union(dispute) : dispute
    add(word)
  }

  mutating func readDocuments(_ word: Word) {
    let kind: Statement.Documents = word == .regulations ? .regulations : .normative
    sentence.documents = joins ? sentence.documents.union(kind) : kind
    add(word)
  }

  mutating func readDocumentVerb(_ word: Word) {
    clause.documents =
      switch word {
      case .issuing: .issued
      case .repealing: .repealed
      case .inForce: .inForce
      default: .published
      }
    add(word)
  }

  static let applicantBits: UInt64 = [
    Word.naturalPerson, .organizations, .business, .research, .publicInterest, .legalService,
  ].reduce(0) { $0 | bit($1) }

  /// The columns of the table of requests that the words name.
  var applicants: [Int] {
    if subjects & Self.applicantBits == 0 { return [] }
    var columns: [Int] = []
    if has(.naturalPerson) { columns.append(0) }
    if has(.organizations) { return columns + Array(1...5) }
    for (word, column) in [(Word.business, 1), (.research, 2), (.publicInterest, 3), (.legalService, 4)]
    where has(word) { columns.append(column) }
    return columns
  }

  mutating func limit(by word: Word) {
    switch word {
    case .disclosure:
      sentence.isOfDisclosure = true
      clause.isOfDisclosure = true
    case .defendant: sentence.hasDefendant = true
    case .hearing: sentence.isHearing = true
    case .otherPeriod, .except: sentence.isSkipped = true
    case .comparison: clause.isSkipped = true
    case .broad where !isConsolidated: sentence.isSkipped = true
    case .ownOffice where isConsolidated: sentence.isSkipped = true
    case .limited, .foreign: clause.isLimited = true
    // A breakdown counts documents of other kinds or in other ways: 其中新制定5件、修订3件.
    case .ofWhich: sentence.documents = []
    default: break
    }
    if word != .disclosure { clause.shareIsOpen = false }
  }
}
