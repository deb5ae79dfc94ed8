internal import Markup

/// Interprets a number by means of the words before it.
extension StatementReader {
  mutating func readNumber(_ token: Token, at index: Int, before end: Int) {
    let phrase = numbers[Int(token.number)]
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
      if index + 1 < end, tokens[index + 1].word == .open { sentence.documents = [] }
      guard token.isAdjacent, subjects != 0, !isSkipped, !clause.isLimited, !isRange(index, before: end),
        let subject = subject(of: index, before: end)
      else { return }
      if isEqual, !phrase.value.isZero {
        for each in each(of: subject) { add(each, phrase, at: index) }
      } else {
        add(subject, phrase, at: index)
      }
    case .day, .other: break
    }
  }

  private mutating func add(_ subject: Statement.Subject, _ number: NumberPhrase, at index: Int) {
    statements.append(Statement(subject: subject, applicants: applicants, number: number, token: index))
  }

  private mutating func readGrowth(_ phrase: NumberPhrase, _ token: Token, at index: Int, before end: Int) {
    guard case .changed(let isMore, let base) = comparison.state, token.isAdjacent,
      phrase.unit == .percent || phrase.unit == .count, !sentence.isSkipped, sentence.months != 1,
      endsPhrase(index, before: end), statements.last?.token == base
    else { return }
    growths.append(
      StatedGrowth(
        statements: Array(statements[sentence.firstStatement...]), isMore: isMore, number: phrase, span: token.span))
  }

  /// Whether nothing qualifies the number at an index, such as 以上 or 左右.
  private func endsPhrase(_ index: Int, before end: Int) -> Bool {
    guard index + 1 < end else { return true }
    let next = tokens[index + 1]
    return next.isAdjacent
      && [.stop, .comma, .enumeration, .open, .close, .block, .heading].contains(next.word)
  }

  /// A single month means part of the year, two months the beginning and end of the year.
  private var isSkipped: Bool { sentence.isSkipped || clause.isSkipped || sentence.months == 1 }

  /// `3件至5件`, or a number that another word qualifies.
  private func isRange(_ index: Int, before end: Int) -> Bool {
    guard index + 1 < end else { return false }
    let next = tokens[index + 1]
    // 至 or a dash between two numbers is three bytes long.
    if next.word == .number { return next.span.start - tokens[index].span.end <= 3 }
    return next.isAdjacent && [.each, .limited, .comparison].contains(next.word)
  }

  /// Reconsiderations and lawsuits separately, if each has this number; empty if the subject is anything else.
  private func each(of subject: Statement.Subject) -> [Statement.Subject] {
    guard case .disputes(let disputes, let outcome) = subject, disputes == [.review, .litigation] else { return [] }
    return [.disputes(.review, outcome), .disputes(.litigation, outcome)]
  }
}
