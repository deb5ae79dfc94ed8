internal import Markup

/// Finds the statements of a narrative: a subject with nothing but empty words between it and its number.
///
/// Precision comes before recall: a clause that speaks of another year, of other offices or of a part of the requests,
/// and whatever is put in words that are not known, is passed over.
struct StatementReader {
  private let narrative: Narrative
  private let year: Int
  private let isConsolidated: Bool
  private(set) var statements: [Statement] = []
  private(set) var shares: [StatedShare] = []
  private(set) var growths: [StatedGrowth] = []

  init(_ narrative: Narrative, of report: Report) {
    self.narrative = narrative
    year = report.metadata.year
    isConsolidated = report.metadata.scope == .consolidated
    for part in narrative.parts {
      guard let topic = SectionTopic(report.sections[part.section]) else { continue }
      read(part.tokens, of: topic)
    }
  }

  /// What is known since the last full stop.
  private struct Sentence {
    var isSkipped = false
    var isOfRequests = false
    var isOfDisclosure = false
    var hasDefendant = false
    var isHearing = false
    var disputes: Statement.Disputes = []
    var documents: Statement.Documents = []
    var months = 0
    var firstStatement = 0
  }

  /// What is known since the last comma.
  private struct Clause {
    var verb: Word?
    /// Nothing unknown stands between the verb and here.
    var verbIsNear = false
    var isLimited = false
    var isSkipped = false
    var isOfDisclosure = false
    var documents: Statement.DocumentCount?
    var shareIsOpen = false
  }

  private var topic = SectionTopic.any
  private var isRequestsPart = false
  private var sentence = Sentence()
  private var clause = Clause()
  /// The words that the next number belongs to, and whether a further one joins them.
  private var subjects: UInt64 = 0
  private var joins = false
  private var comparison = ComparisonReader()
  /// The words stand behind their number, as in `2件维持、1件纠正`, and have nothing to do with the next.
  private var followsNumber = false
  /// Nothing but empty words stands between the last number and here.
  private var numberIsNear = false
  /// Each of several subjects has the next number.
  private var isEqual = false

  private static func bit(_ word: Word) -> UInt64 { 1 << UInt64(word.rawValue) }
  private func has(_ word: Word) -> Bool { subjects & Self.bit(word) != 0 }

  private mutating func startSentence() {
    sentence = Sentence()
    sentence.firstStatement = statements.count
    startClause()
  }

  private mutating func startClause() {
    clause = Clause()
    drop()
  }

  private mutating func drop() {
    subjects = 0
    joins = false
    followsNumber = false
    isEqual = false
  }

  private mutating func read(_ range: Range<Int>, of topic: SectionTopic) {
    self.topic = topic
    isRequestsPart = topic == .requests
    startSentence()
    for index in range {
      let token = narrative.tokens[index]
      if !token.isAdjacent {
        drop()
        clause.verbIsNear = false
        clause.shareIsOpen = false
      }
      read(token, at: index, before: range.upperBound)
    }
  }

  private mutating func read(_ token: Token, at index: Int, before end: Int) {
    let isBehindNumber = numberIsNear && token.isAdjacent
    comparison.take(token, at: index, in: narrative.tokens)
    switch token.word {
    case .heading, .block:
      startSentence()
      enterPart(at: index, before: end)
    case .stop: startSentence()
    case .comma, .open, .close: startClause()
    case .enumeration:
      clause.isLimited = false
      join()
    case .and: join()
    case .colon, .filler: break
    case .equally: isEqual = true
    case .number: readNumber(token, at: index, before: end)
    case .share:
      drop()
      clause.shareIsOpen = true
    case .request, .bareRequest, .onRequest: readRequest(token.word)
    case .received, .newly, .handled, .processed, .carriedOver, .carriedForward: readVerb(token.word)
    case .granted, .partial, .denied, .unavailable, .notProcessed, .otherHandling, .naturalPerson, .organizations,
      .business, .research, .publicInterest, .legalService, .upheld, .corrected, .otherResult, .pending:
      add(token.word)
    case .review, .litigation: readDispute(token.word)
    case .regulations, .normativeDocuments: readDocuments(token.word)
    case .issuing, .publishing, .repealing, .inForce: readDocumentVerb(token.word)
    default:
      drop()
      limit(by: token.word)
    }
    if isBehindNumber, subjects != 0 { followsNumber = true }
    numberIsNear = token.word == .number || token.word == .filler && isBehindNumber
  }

  private mutating func join() {
    if followsNumber { drop() }
    joins = subjects != 0
  }

  private mutating func limit(by word: Word) {
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
    // A breakdown has documents of other kinds, or of other ways to count: 其中新制定5件、修订3件.
    case .ofWhich: sentence.documents = []
    default: break
    }
    if word != .disclosure { clause.shareIsOpen = false }
  }

  /// `（二）依申请公开` begins the part on requests, as a heading or as the first words of a paragraph.
  private mutating func enterPart(at index: Int, before end: Int) {
    let tokens = narrative.tokens
    var next = index + 1
    if tokens[index].word == .block {
      guard index + 2 < end, tokens[index + 1].word == .open, tokens[index + 2].word == .close,
        tokens[index + 2].span.end - tokens[index + 1].span.start <= 15
      else { return }
      next = index + 3
    }
    isRequestsPart = topic == .requests
    while next < end {
      switch tokens[next].word {
      case .block, .heading, .stop, .comma: return
      case .onRequest, .request, .bareRequest:
        isRequestsPart = true
        return
      default: next += 1
      }
    }
  }

  // MARK: Subjects

  private mutating func add(_ word: Word) {
    subjects = (joins ? subjects : 0) | Self.bit(word)
    joins = false
  }

  private mutating func readRequest(_ word: Word) {
    if word != .bareRequest { sentence.isOfRequests = true }
    if word == .bareRequest, clause.isOfDisclosure { sentence.isOfRequests = true }
    // An applicant stays: 自然人申请3件.
    let applicants = subjects & Self.applicantBits
    add(word)
    subjects |= applicants
  }

  private mutating func readVerb(_ word: Word) {
    if let verb = clause.verb, verb != word { clause.verb = .processed } else { clause.verb = word }
    clause.verbIsNear = true
    add(word)
  }

  private mutating func readDispute(_ word: Word) {
    let dispute: Statement.Disputes = word == .review ? .review : .litigation
    sentence.disputes = joins ? sentence.disputes.union(dispute) : dispute
    add(word)
  }

  private mutating func readDocuments(_ word: Word) {
    let kind: Statement.Documents = word == .regulations ? .regulations : .normative
    sentence.documents = joins ? sentence.documents.union(kind) : kind
    add(word)
  }

  private mutating func readDocumentVerb(_ word: Word) {
    clause.documents =
      switch word {
      case .issuing: .issued
      case .repealing: .repealed
      case .inForce: .inForce
      default: .published
      }
    add(word)
  }

  private static let applicantBits: UInt64 = [
    Word.naturalPerson, .organizations, .business, .research, .publicInterest, .legalService,
  ].reduce(0) { $0 | bit($1) }

  /// Columns of the table of requests that the words name.
  private var applicants: [Int] {
    if subjects & Self.applicantBits == 0 { return [] }
    var columns: Set<Int> = []
    if has(.naturalPerson) { columns.insert(0) }
    if has(.organizations) { columns.formUnion(1...5) }
    for (word, column) in [(Word.business, 1), (.research, 2), (.publicInterest, 3), (.legalService, 4)]
    where has(word) { columns.insert(column) }
    return columns.sorted()
  }

  // MARK: Numbers

  private mutating func readNumber(_ token: Token, at index: Int, before end: Int) {
    let phrase = narrative.numbers[Int(token.number)]
    defer {
      drop()
      clause.shareIsOpen = false
      clause.isLimited = false
      comparison = ComparisonReader()
    }
    readGrowth(phrase, token, at: index, before: end)
    switch phrase.unit {
    case .year:
      if phrase.value.scale == 0, phrase.value.digits > 1900, phrase.value.digits < 2100, phrase.value.digits != year {
        sentence.isSkipped = true
      }
    case .month: sentence.months += 1
    case .percent:
      if clause.shareIsOpen, !isSkipped, let part = statements.indices.last, part >= sentence.firstStatement,
        statements[part].isOfRequests
      {
        shares.append(
          StatedShare(part: part, sentence: sentence.firstStatement..<part, percent: phrase, token: index))
      }
    case .count:
      // A breakdown in brackets explains a number of another kind: 规章13件（含新制定5件，修改4件，废止4件）.
      if index + 1 < end, narrative.tokens[index + 1].word == .open { sentence.documents = [] }
      guard token.isAdjacent, subjects != 0, !isSkipped, !clause.isLimited, !isRange(index, before: end),
        let subject = subject(of: index, before: end)
      else { return }
      for subject in isEqual && !phrase.value.isZero ? each(of: subject) : [subject] {
        statements.append(Statement(subject: subject, applicants: applicants, number: phrase, token: index))
      }
    case .day, .other: break
    }
  }

  private mutating func readGrowth(_ phrase: NumberPhrase, _ token: Token, at index: Int, before end: Int) {
    guard case .changed(let isMore, let base) = comparison.state, token.isAdjacent,
      phrase.unit == .percent || phrase.unit == .count, !sentence.isSkipped, sentence.months != 1,
      endsPhrase(index, before: end), statements.last?.token == base
    else { return }
    growths.append(
      StatedGrowth(
        statements: Array(statements[sentence.firstStatement...]), isMore: isMore, number: phrase, token: index))
  }

  /// Nothing qualifies the number at an index, such as 以上 or 左右.
  private func endsPhrase(_ index: Int, before end: Int) -> Bool {
    guard index + 1 < end else { return true }
    let next = narrative.tokens[index + 1]
    return next.isAdjacent
      && [.stop, .comma, .enumeration, .open, .close, .block, .heading].contains(next.word)
  }

  /// A single month means a part of the year; two are the ends of the year.
  private var isSkipped: Bool { sentence.isSkipped || clause.isSkipped || sentence.months == 1 }

  /// `3件至5件`, or a number that a further word qualifies.
  private func isRange(_ index: Int, before end: Int) -> Bool {
    guard index + 1 < end else { return false }
    let next = narrative.tokens[index + 1]
    // 至 or a dash between two numbers is three bytes long.
    if next.word == .number { return next.span.start - narrative.tokens[index].span.end <= 3 }
    return next.isAdjacent && [.each, .limited, .comparison].contains(next.word)
  }

  /// Reconsiderations and lawsuits that are as many each; none of what is not known to be told apart.
  private func each(of subject: Statement.Subject) -> [Statement.Subject] {
    guard case .disputes(let disputes, let outcome) = subject, disputes == [.review, .litigation] else { return [] }
    return [.disputes(.review, outcome), .disputes(.litigation, outcome)]
  }

  private func subject(of number: Int, before end: Int) -> Statement.Subject? {
    if has(.request) || has(.bareRequest) || has(.onRequest) { return requestSubject() }
    if let groups = resultGroups { return isOfRequests ? .results(groups) : nil }
    if subjects & Self.applicantBits != 0 { return applicantSubject() }
    if has(.review) || has(.litigation) { return disputeSubject(.total, number, end) }
    if let outcome = disputeOutcome {
      return sentence.disputes.isEmpty ? nil : disputeSubject(outcome, number, end)
    }
    if has(.regulations) || has(.normativeDocuments) || clause.documents != nil {
      return documentSubject()
    }
    return isOfRequests ? clause.verb.flatMap(verbSubject) : nil
  }

  private var isOfRequests: Bool { sentence.isOfRequests || isRequestsPart }

  private func requestSubject() -> Statement.Subject? {
    let isPlain =
      has(.request) || clause.isOfDisclosure || (isRequestsPart && clause.verbIsNear)
      || (has(.onRequest) && clause.verbIsNear)
    if let verb = clause.verb { return isPlain ? verbSubject(verb) : nil }
    return subjects & Self.applicantBits != 0 ? applicantSubject() : nil
  }

  private func verbSubject(_ verb: Word) -> Statement.Subject? {
    switch verb {
    case .received: .received
    case .newly: .newly
    case .handled: .handled
    case .processed: .processed
    case .carriedOver: .carriedOver
    case .carriedForward: .carriedForward
    default: nil
    }
  }

  /// 自然人158件: of the kind that the sentence spoke of last.
  private func applicantSubject() -> Statement.Subject? {
    guard isOfRequests else { return nil }
    if let verb = clause.verb { return verbSubject(verb) }
    guard let last = statements.last, statements.count > sentence.firstStatement else { return nil }
    return last.isOfRequests ? last.subject : nil
  }

  private var resultGroups: Statement.ResultGroups? {
    var groups: Statement.ResultGroups = []
    if has(.granted) { groups.insert(.granted) }
    if has(.partial) { groups.insert(.partial) }
    if has(.denied) { groups.insert(.denied) }
    if has(.unavailable) { groups.insert(.unavailable) }
    if has(.notProcessed) { groups.insert(.notProcessed) }
    if has(.otherHandling) { groups.insert(.other) }
    return groups.isEmpty ? nil : groups
  }

  private var disputeOutcome: Statement.Outcome? {
    if has(.upheld) { return .upheld }
    if has(.corrected) { return .corrected }
    if has(.otherResult) { return .other }
    return has(.pending) ? .pending : nil
  }

  private func disputeSubject(_ outcome: Statement.Outcome, _ number: Int, _ end: Int) -> Statement.Subject? {
    guard !sentence.isHearing else { return nil }
    if !sentence.isOfDisclosure {
      guard sentence.hasDefendant || isRequestsPart || topic == .disputes, !saysLaterOfDisclosure(number, end) else {
        return nil
      }
    }
    // Who takes up reconsiderations is the body that decides them.
    if let verb = clause.verb, verb != .received || !sentence.isOfDisclosure { return nil }
    return .disputes(sentence.disputes, outcome)
  }

  /// 被申请行政复议10件，其中涉及政府信息公开2件: the first number is of disputes of all kinds.
  private func saysLaterOfDisclosure(_ number: Int, _ end: Int) -> Bool {
    for token in narrative.tokens[(number + 1)..<end] {
      switch token.word {
      case .stop, .block, .heading: return false
      case .disclosure, .request, .onRequest: return true
      default: break
      }
    }
    return false
  }

  private func documentSubject() -> Statement.Subject? {
    guard !sentence.documents.isEmpty, let count = clause.documents else { return nil }
    return .documents(sentence.documents, count)
  }
}

extension Statement {
  var isOfRequests: Bool {
    switch subject {
    case .disputes, .documents: false
    default: true
    }
  }
}
