internal import Markup
internal import Narrative

/// Determines what a number counts from its words, its clause, its sentence and its section.
extension StatementReader {
  struct Counted {
    var subject: Statement.Subject
    var applicants: [[Int]] = []
    var isAtMost = false

    init(_ subject: Statement.Subject, applicants: [[Int]] = [], isAtMost: Bool = false) {
      (self.subject, self.applicants, self.isAtMost) = (subject, applicants, isAtMost)
    }
  }

  private static let limits = WordSet(.limited, .foreign, .contact, .negation)

  mutating func counted(at index: Int, _ following: Following) -> Counted? {
    let words = phrase
    if words.carried != nil || !words.isSubject && following.phrase.carried != nil {
      let subject = words.carried ?? following.phrase.carried
      return isOfRequests && !words.has(.foreign) ? subject.map { Counted($0) } : nil
    }
    if clause.isLimited || words.has(anyOf: Self.limits) || following.phrase.has(anyOf: Self.limits) {
      if following.phrase.has(.foreign) { sentence.context = .foreign }
      return nil
    }
    if words.isSubject, !(isVerbOnly(words) && following.phrase.has(anyOf: Self.nouns)) {
      return subject(of: words, at: index)
    }
    return subject(before: following)
  }

  private var isOfRequests: Bool { sentence.context == .requests }

  /// 收到12件申请, 制发7件行政规范性文件
  private func isVerbOnly(_ words: Phrase) -> Bool { !words.has(anyOf: Self.allButVerbs) }

  private static let nouns = WordSet(
    .request, .bareRequest, .onRequest, .regulations, .normativeDocuments)
  private static let allButVerbs = Phrase.subjects.subtracting(
    WordSet(
      .received, .newly, .handled, .processed, .issuing, .repealing, .inForce, .publishing,
      .decision))

  // MARK: Words before the number

  private mutating func subject(of words: Phrase, at index: Int) -> Counted? {
    if words.has(.charges) {
      return numbers[Int(tokens[index].number)].unit == .yuan ? Counted(.charges) : nil
    }
    guard numbers[Int(tokens[index].number)].unit == .count else { return nil }
    if words.has(anyOf: Phrase.decisions) { return decisionSubject(words) }
    if words.has(.review) || words.has(.litigation) { return disputeSubject(words, .total, index) }
    if !words.statedReasons.isEmpty, isOfRequests { return Counted(.reasons(words.statedReasons)) }
    if let groups = words.resultGroups {
      return isOfRequests ? Counted(.results(groups), isAtMost: words.followsGap) : nil
    }
    if let outcome = words.outcome { return disputeSubject(words, outcome, index) }
    if words.has(.request) || words.has(.bareRequest) || words.has(.onRequest) {
      return requestSubject(words)
    }
    if words.has(anyOf: Phrase.applicants) { return applicantSubject(words) }
    if words.has(anyOf: Phrase.documents) || clause.documents != nil,
      let documents = documentSubject()
    {
      return documents
    }
    return verbSubject(words)
  }

  /// 答复12件, which are requests where nothing else is spoken of.
  private mutating func verbSubject(_ words: Phrase) -> Counted? {
    guard words.has(anyOf: Phrase.verbs) else { return nil }
    // 办理行政应诉案件28件
    if words.has(.hearing) { sentence.context = .foreign }
    return isOfRequests ? verb(words).map { Counted($0, isAtMost: words.followsGap) } : nil
  }

  /// What the verbs of a phrase say was done, or else those of the clause.
  private func verb(_ words: Phrase) -> Statement.Subject? {
    let verbs = words.has(anyOf: Phrase.verbs) ? words.words : clause.verbs
    switch (
      verbs.contains(.received), verbs.contains(.newly), verbs.contains(.handled),
      verbs.contains(.processed)
    ) {
    case (false, false, false, false): return nil
    case (_, _, _, true), (true, _, true, _), (_, true, true, _): return .processed
    case (_, _, true, _): return .handled
    case (_, true, _, _): return .newly
    default: return .received
    }
  }

  private mutating func requestSubject(_ words: Phrase) -> Counted? {
    let hasVerb = words.has(anyOf: Phrase.verbs)
    let isPlain =
      words.has(.request)
      || words.has(.bareRequest) && (words.has(.disclosure) || clause.isOfDisclosure)
      || words.has(.onRequest) && hasVerb || isOfRequests && words.has(.bareRequest) && hasVerb
    let applicants = words.applicantColumns
    if isPlain, let verb = verb(words) {
      sentence.context = .requests
      return Counted(verb, applicants: applicants, isAtMost: words.followsGap && !hasVerb)
    }
    if words.has(anyOf: Phrase.applicants) { return applicantSubject(words) }
    if words.has(.request), !clause.hasGap, !clause.isBreakdown { return Counted(.requests) }
    // 收到公租房申请130件: what is applied for is something else, and so is what was answered of it.
    if words.has(.bareRequest), words.followsGap, !clause.verbs.isEmpty {
      sentence.context = .foreign
    }
    return nil
  }

  /// 自然人158件: of the kind that the sentence spoke of last.
  private func applicantSubject(_ words: Phrase) -> Counted? {
    let applicants = words.applicantColumns
    guard isOfRequests, !applicants.isEmpty else { return nil }
    return (verb(words) ?? lastRequests).map { Counted($0, applicants: applicants) }
  }

  private var lastRequests: Statement.Subject? {
    guard let last = statements.last, statements.count > sentence.firstStatement else {
      return isRequestsPart ? .received : nil
    }
    return last.hasApplicants ? last.subject : nil
  }

  private func disputeSubject(_ words: Phrase, _ outcome: Statement.Outcome, _ number: Int)
    -> Counted?
  {
    guard !sentence.isHearing, !sentence.disputes.isEmpty else { return nil }
    if !sentence.isOfDisclosure {
      guard sentence.hasDefendant || isRequestsPart || topic == .disputes,
        !saysLaterOfDisclosure(number)
      else {
        return nil
      }
    }
    // Who takes up reconsiderations is the body that decides them.
    if let verb = verb(words) {
      guard case .received = verb, sentence.isOfDisclosure else { return nil }
    }
    return Counted(.disputes(sentence.disputes, outcome))
  }

  /// 被申请行政复议10件，其中涉及政府信息公开2件: the first number is of disputes of all kinds.
  private func saysLaterOfDisclosure(_ number: Int) -> Bool {
    for token in tokens[(number + 1)..<end] {
      switch token.word {
      case .stop, .block, .heading: return false
      case .disclosure, .request, .onRequest: return true
      default: break
      }
    }
    return false
  }

  private func documentSubject() -> Counted? {
    guard !sentence.documents.isEmpty, let count = clause.documents else { return nil }
    return Counted(.documents(sentence.documents, count))
  }

  /// 行政处罚处理决定3件, and after it 行政强制0件
  private mutating func decisionSubject(_ words: Phrase) -> Counted? {
    guard let decision = words.decision, words.has(.decision) || sentence.context == .decisions
    else { return nil }
    sentence.context = .decisions
    return Counted(.decisions(decision))
  }

  // MARK: Words after the number

  /// 40件予以公开, 2件维持, 130件政府信息公开申请
  private mutating func subject(before following: Following) -> Counted? {
    let words = following.phrase
    guard following.isTrusted else {
      // 3件经补正后受理: what follows may be said of these alone.
      if !phrase.isSubject, isOfRequests, clause.isBreakdown { sentence.context = .foreign }
      return nil
    }
    if clause.hasGap { return nil }
    if words.has(.review) || words.has(.litigation) {
      let isOwn = words.has(.disclosure) && !words.has(.hearing) && clause.verbs.isEmpty
      return isOwn ? Counted(.disputes(words.disputes, .total)) : nil
    }
    if !words.statedReasons.isEmpty, isOfRequests { return Counted(.reasons(words.statedReasons)) }
    if let groups = words.resultGroups { return isOfRequests ? Counted(.results(groups)) : nil }
    if let outcome = words.outcome, !sentence.allDisputes.isEmpty, !sentence.isHearing {
      return sentence.isOfDisclosure || topic == .disputes
        ? Counted(.outcomes(sentence.allDisputes, outcome)) : nil
    }
    if words.has(anyOf: Phrase.documents), !sentence.documents.isEmpty || clause.documents != nil {
      return clause.documents.map {
        Counted(.documents(words.has(.regulations) ? .regulations : .normative, $0))
      }
    }
    if words.has(anyOf: Phrase.applicants), words.has(.bareRequest), isOfRequests {
      return applicantSubject(words)
    }
    return requests(before: words)
  }

  private mutating func requests(before words: Phrase) -> Counted? {
    let isPlain =
      words.has(.request) || words.has(.bareRequest) && (words.has(.disclosure) || isOfRequests)
      || words.has(.onRequest) && phrase.has(anyOf: Phrase.verbs)
    guard isPlain, !words.has(.penalties), !words.has(.licensing) else { return nil }
    sentence.context = .requests
    if let verb = verb(phrase) ?? (words.has(.handled) ? .handled : nil) { return Counted(verb) }
    return words.has(.request) && !clause.isBreakdown ? Counted(.requests) : nil
  }

  // MARK: The end of a clause

  /// 均为自然人申请: all that the sentence counted last.
  mutating func endClause(at index: Int) {
    guard clause.saysAll, isOfRequests, !scope.isOther, phrase.has(anyOf: Phrase.applicants),
      !phrase.followsNumber,
      !phrase.has(anyOf: Self.limits), index < end, tokens[index].isAdjacent,
      Self.boundaries.contains(tokens[index].word)
    else { return }
    let columns = phrase.applicantColumns
    guard !columns.isEmpty, let subject = lastRequests else { return }
    let first = tokens[..<index].lastIndex { $0.word == .equally || $0.word == .entirely } ?? index
    uniforms.append(
      UniformApplicants(
        subject: subject, applicants: columns,
        span: Span(Int(tokens[first].span.start), Int(tokens[index - 1].span.end))))
  }
}

extension Statement {
  var isOfRequests: Bool {
    switch subject {
    case .disputes, .outcomes, .documents, .decisions, .charges: false
    default: true
    }
  }

  /// Whether its row tells applicants apart.
  var hasApplicants: Bool {
    switch subject {
    case .received, .newly, .processed, .requests, .handled, .carriedOver: true
    default: false
    }
  }
}
