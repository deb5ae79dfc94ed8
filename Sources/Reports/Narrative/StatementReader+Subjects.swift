internal import Markup

/// Determines what a number counts from its words, its clause, its sentence and its section.
extension StatementReader {
  func subject(of number: Int, before end: Int) -> Statement.Subject? {
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

  /// 自然人158件: refers to the kind of requests that the sentence mentioned last.
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
    // The body that receives reconsiderations is the one that decides them.
    if let verb = clause.verb, verb != .received || !sentence.isOfDisclosure { return nil }
    return .disputes(sentence.disputes, outcome)
  }

  /// 被申请行政复议10件，其中涉及政府信息公开2件: the first number covers disputes of all kinds.
  private func saysLaterOfDisclosure(_ number: Int, _ end: Int) -> Bool {
    for token in tokens[(number + 1)..<end] {
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
