internal import Markup
internal import Narrative

/// What a number states, with the words before and after it.
extension StatementReader {
  mutating func readNumber(_ token: Token, at index: Int) {
    let number = numbers[Int(token.number)]
    readGrowth(number, token, at: index)
    switch number.unit {
    case .year: readYear(number)
    case .month: readMonth(number, at: index)
    case .percent:
      readShare(number, at: index)
      endPhrase()
    case .count, .yuan:
      readAmount(number, token, at: index)
      endPhrase()
    case .day, .other: break
    }
  }

  private mutating func endPhrase() {
    phrase = Phrase(followsGap: false)
    clause.shareIsOpen = false
    clause.isLimited = false
    comparison = ComparisonReader()
  }

  private mutating func readYear(_ number: NumberPhrase) {
    guard number.scale == 0, (1901..<2100).contains(number.digits) else { return }
    switch Int(number.digits) - year {
    case 0: scope.enterYear()
    // 2023年结转3件, 结转2025年3件
    case -1:
      phrase.insert(.lastYear)
      scope.isOtherYear = true
    case 1:
      phrase.insert(.nextYear)
      scope.isOtherYear = true
    default: scope.isOtherYear = true
    }
  }

  private mutating func readMonth(_ number: NumberPhrase, at index: Int) {
    var start: Int?
    if index > 0, tokens[index - 1].word == .number,
      tokens[index].span.start - tokens[index - 1].span.end <= 3
    {
      let before = numbers[Int(tokens[index - 1].number)]
      if before.unit == .other { start = Int(before.digits) }
    }
    scope.enterMonth(Int(number.digits), from: start, isUpTo: clause.isUpTo)
  }

  private mutating func readAmount(_ number: NumberPhrase, _ token: Token, at index: Int) {
    defer { sentence.amounts.append(StatedShare.Amount(number: number, token: index)) }
    let following = words(after: index)
    let isCarried = phrase.carried != nil || following.phrase.carried != nil && !phrase.isSubject
    if isCarried { scope.isOtherYear = clause.wasOtherYear }
    let isSkipped = scope.isOther || clause.isComparison || clause.namesOtherYear && !isCarried
    guard let counted = counted(at: index, following), !isSkipped, !isRange(index),
      !sentence.isException || isCarried
    else { return }
    // A breakdown in brackets explains a number of another kind: 规章13件（含新制定5件，修改4件，废止4件）.
    if index + 1 < end, tokens[index + 1].word == .open, case .documents = counted.subject {
      return
    }
    guard let each = each(of: counted) else { return }
    for counted in each {
      statements.append(
        Statement(
          subject: counted.subject, applicants: counted.applicants, isAtMost: counted.isAtMost,
          number: number,
          token: index))
    }
  }

  /// Reconsiderations and lawsuits that are as many each; what else is as many each cannot be told apart.
  private func each(of counted: Counted) -> [Counted]? {
    guard phrase.has(.equally) else { return [counted] }
    switch counted.subject {
    case .disputes(let disputes, let outcome) where disputes == [.review, .litigation]:
      return [Counted(.disputes(.review, outcome)), Counted(.disputes(.litigation, outcome))]
    default: return nil
    }
  }

  /// `3件至5件`, or a number that a further word qualifies.
  private func isRange(_ index: Int) -> Bool {
    guard index + 1 < end else { return false }
    let next = tokens[index + 1]
    // 至 or a dash between two numbers is three bytes long.
    if next.word == .number { return next.span.start - tokens[index].span.end <= 3 }
    return next.isAdjacent && [.each, .limited, .comparison, .lastYear].contains(next.word)
  }

  // MARK: Comparisons

  private mutating func readGrowth(_ number: NumberPhrase, _ token: Token, at index: Int) {
    guard case .changed(let isMore, let base) = comparison.state, token.isAdjacent,
      number.unit == .percent || number.unit == .count, !scope.isOther,
      endsPhrase(index), statements.last?.token == base
    else { return }
    growths.append(
      StatedGrowth(
        statements: Array(statements[sentence.firstStatement...]), isMore: isMore, number: number,
        span: token.span))
  }

  private mutating func readShare(_ number: NumberPhrase, at index: Int) {
    guard clause.shareIsOpen, sentence.context == .requests, !scope.isOther,
      let part = sentence.amounts.last,
      isNextTo(part.token, index)
    else { return }
    shares.append(
      StatedShare(
        part: part, earlier: sentence.amounts.dropLast().map(\.number), percent: number,
        token: index))
  }

  /// Only punctuation is between an amount and the word for a share before the number at an index.
  private func isNextTo(_ amount: Int, _ index: Int) -> Bool {
    guard let share = tokens[..<index].lastIndex(where: { $0.word == .share }), share > amount
    else { return false }
    return tokens[amount + 1...share].allSatisfy { token in
      token.isAdjacent && [.comma, .enumeration, .open, .filler, .share].contains(token.word)
    }
  }

  /// Nothing qualifies the number at an index, such as 以上 or 左右.
  private func endsPhrase(_ index: Int) -> Bool {
    guard index + 1 < end else { return true }
    let next = tokens[index + 1]
    return next.isAdjacent && Self.boundaries.contains(next.word)
  }

  // MARK: Words after a number

  struct Following {
    var phrase = Phrase(followsGap: false)
    /// No unknown text follows before the end of the clause.
    var isTrusted = false
  }

  static let boundaries = WordSet(.stop, .comma, .enumeration, .open, .close, .block, .heading)

  func words(after index: Int) -> Following {
    var following = Following()
    var next = index + 1
    var isOpen = true
    while next < end, tokens[next].isAdjacent {
      let word = tokens[next].word
      if word == .number, isOpen {
        let number = numbers[Int(tokens[next].number)]
        if number.unit == .year, Int(number.digits) == year + 1 {
          following.phrase.insert(.nextYear)
        } else {
          isOpen = false
        }
      } else if Self.boundaries.contains(word) {
        if word != .enumeration {
          following.isTrusted = true
          break
        }
        isOpen = false
      } else if isOpen {
        following.phrase.insert(word)
      }
      next += 1
    }
    if next == end { following.isTrusted = true }
    return following
  }
}
