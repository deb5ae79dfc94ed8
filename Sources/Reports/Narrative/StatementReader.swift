internal import Markup

/// Finds the statements of a narrative: a subject and its number with nothing but filler words between them.
///
/// It prefers precision to recall: it skips clauses about another year, about other offices or about only some of the
/// requests, and everything that is expressed in unknown words.
struct StatementReader {
  let tokens: [Token]
  let numbers: [NumberPhrase]
  let year: Int
  let isConsolidated: Bool
  var statements: [Statement] = []
  var shares: [StatedShare] = []
  var growths: [StatedGrowth] = []

  init(_ prose: borrowing ProseScanner, _ parts: [Narrative.Part], of report: Report) {
    tokens = prose.tokens.array
    numbers = prose.numbers.array
    year = report.metadata.year
    isConsolidated = report.metadata.scope == .consolidated
    var (sentences, blocks) = (prose.sentences[...], prose.blocks.array[...])
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

  /// What is known since the last full stop.
  struct Sentence {
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
  struct Clause {
    var verb: Word?
    /// Whether there is nothing unknown between the verb and the current position.
    var verbIsNear = false
    var isLimited = false
    var isSkipped = false
    var isOfDisclosure = false
    var documents: Statement.DocumentCount?
    var shareIsOpen = false
  }

  var topic = SectionTopic.any
  var isRequestsPart = false
  var sentence = Sentence()
  var clause = Clause()
  /// The words that the next number belongs to, and whether another one may join them.
  var subjects: UInt64 = 0
  var joins = false
  var comparison = ComparisonReader()
  /// Whether the words follow their number, as in `2件维持、1件纠正`, and do not belong to the next one.
  private var followsNumber = false
  /// Whether there are only filler words between the last number and the current position.
  private var numberIsNear = false
  /// Whether the next number applies to each of several subjects.
  var isEqual = false

  private mutating func startSentence() {
    sentence = Sentence()
    sentence.firstStatement = statements.count
    numberIsNear = false
    comparison = ComparisonReader()
    startClause()
  }

  private mutating func startClause() {
    clause = Clause()
    drop()
  }

  mutating func drop() {
    subjects = 0
    joins = false
    followsNumber = false
    isEqual = false
  }

  /// Reads the sentences of a part of the prose, and the block starts before each of them.
  private mutating func read(
    _ sentences: ArraySlice<Range<Int>>, _ blocks: ArraySlice<Int>, of topic: SectionTopic, before end: Int
  ) {
    self.topic = topic
    isRequestsPart = topic == .requests
    var blocks = blocks
    for sentence in sentences {
      while let block = blocks.first, block < sentence.lowerBound {
        enterPart(at: block, before: end)
        blocks.removeFirst()
      }
      startSentence()
      for index in sentence { read(tokens[index], at: index, before: end) }
    }
  }

  private mutating func read(_ token: Token, at index: Int, before end: Int) {
    if !token.isAdjacent {
      drop()
      clause.verbIsNear = false
      clause.shareIsOpen = false
    }
    let isBehindNumber = numberIsNear && token.isAdjacent
    comparison.take(token, at: index, in: tokens)
    switch token.word {
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

  /// `（二）依申请公开` starts the part about requests, as a heading or at the start of a paragraph.
  private mutating func enterPart(at index: Int, before end: Int) {
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
}
