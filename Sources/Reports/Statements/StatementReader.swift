internal import Markup
internal import Narrative

/// Finds the statements of a narrative: a number with words before or after it that say what it counts.
///
/// It prefers precision to recall: it skips clauses about another year, about other offices or about only some of the
/// requests, and everything that is expressed in unknown words.
struct StatementReader {
  let tokens: [Token]
  let numbers: [NumberPhrase]
  let year: Int
  let isConsolidated: Bool
  var statements: [Statement] = []
  var uniforms: [UniformApplicants] = []
  var shares: [StatedShare] = []
  var growths: [StatedGrowth] = []

  init(_ prose: ScannedProse, _ parts: [ReportNarrative.Part], of report: Report) {
    (tokens, numbers) = (prose.tokens, prose.numbers)
    year = report.metadata.year
    isConsolidated = report.metadata.scope == .consolidated
    var (sentences, blocks) = (prose.sentences[...], prose.blocks[...])
    for part in parts {
      let end = part.tokens.upperBound
      let ofPart = sentences.prefix { $0.lowerBound < end }
      sentences = sentences[ofPart.endIndex...]
      let blocksOfPart = blocks.prefix { $0 < end }
      blocks = blocks[blocksOfPart.endIndex...]
      guard let topic = SectionTopic(report.sections[part.section], in: report) else { continue }
      read(ofPart, blocksOfPart, of: topic, before: end)
    }
  }

  /// What the numbers of a sentence are about, as far as it has been read.
  enum Context {
    case none, requests, disputes, documents, decisions
    /// Petitions, letters, proposals, or something that is not known.
    case foreign
  }

  /// What is known since the last full stop.
  struct Sentence {
    var context = Context.none
    /// 除: what follows is an exception.
    var isException = false
    var isOfDisclosure = false
    var hasDefendant = false
    var isHearing = false
    var hasLaterPart = false
    /// The disputes that were named last, and all that were named.
    var disputes: Statement.Disputes = []
    var allDisputes: Statement.Disputes = []
    var documents: Statement.Documents = []
    var firstStatement = 0
    /// Numbers of things that have been read.
    var amounts: [StatedShare.Amount] = []
  }

  /// What is known since the last comma or bracket.
  struct Clause {
    var verbs = WordSet()
    var isLimited = false
    /// 同比
    var isComparison = false
    /// 上年 or 下年
    var namesOtherYear = false
    /// Whether an earlier clause spoke of another year.
    var wasOtherYear = false
    var isOfDisclosure = false
    var hasRequest = false
    var hasGap = false
    var isBreakdown = false
    var isUpTo = false
    var saysAll = false
    var documents: Statement.DocumentCount?
    var shareIsOpen = false
  }

  var topic = SectionTopic.any
  var isRequestsPart = false
  var sentence = Sentence()
  var clause = Clause()
  var scope = StatementScope()
  /// Those of the text around the brackets.
  private var outerScopes: [StatementScope] = []
  var phrase = Phrase(followsGap: false)
  var comparison = ComparisonReader()
  /// Only empty words are between the last number and here.
  private var numberIsNear = false
  /// The end of the section.
  var end = 0

  private mutating func startSentence() {
    sentence = Sentence()
    sentence.firstStatement = statements.count
    sentence.context = isRequestsPart ? .requests : .none
    scope = StatementScope()
    outerScopes = []
    numberIsNear = false
    comparison = ComparisonReader()
    startClause()
  }

  private mutating func startClause() {
    clause = Clause()
    clause.wasOtherYear = scope.isOtherYear
    phrase = Phrase(followsGap: false)
  }

  /// Reads the sentences of a part of the prose, and the beginnings of blocks before each.
  private mutating func read(
    _ sentences: ArraySlice<Range<Int>>, _ blocks: ArraySlice<Int>, of topic: SectionTopic,
    before end: Int
  ) {
    self.topic = topic
    self.end = end
    isRequestsPart = topic == .requests
    var blocks = blocks
    for sentence in sentences {
      while let block = blocks.first, block < sentence.lowerBound {
        enterPart(at: block)
        blocks.removeFirst()
      }
      startSentence()
      for index in sentence { read(tokens[index], at: index) }
      endClause(at: sentence.upperBound)
    }
  }

  private mutating func read(_ token: Token, at index: Int) {
    if !token.isAdjacent {
      phrase = Phrase(followsGap: true)
      clause.hasGap = true
      clause.shareIsOpen = false
    }
    let isAfterNumber = numberIsNear && token.isAdjacent
    comparison.take(token, at: index, in: tokens)
    switch token.word {
    case .comma:
      endClause(at: index)
      startClause()
    case .open:
      endClause(at: index)
      outerScopes.append(scope)
      startClause()
    case .close:
      endClause(at: index)
      if let outer = outerScopes.popLast() { scope = outer }
      startClause()
    case .enumeration:
      clause.isLimited = false
      if phrase.followsNumber { phrase = Phrase(followsGap: false) }
    case .and: if phrase.followsNumber { phrase = Phrase(followsGap: false) }
    case .colon, .filler: break
    case .number: readNumber(token, at: index)
    default: readWord(token.word)
    }
    if isAfterNumber, token.word != .number, phrase.isSubject { phrase.followsNumber = true }
    numberIsNear = token.word == .number || token.word == .filler && isAfterNumber
  }

  private mutating func enterPart(at index: Int) {
    let part = RequestsPart(tokens: tokens, numbers: numbers, end: end)
    if let isOpened = part.isOpened(at: index) { isRequestsPart = isOpened || topic == .requests }
  }
}
