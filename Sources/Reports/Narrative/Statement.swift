internal import Markup

/// A statement in the prose of a report about a number that is in its tables too.
struct Statement {
  struct ResultGroups: OptionSet, Hashable {
    let rawValue: UInt8
    static let granted = ResultGroups(rawValue: 1)
    static let partial = ResultGroups(rawValue: 2)
    static let denied = ResultGroups(rawValue: 4)
    static let unavailable = ResultGroups(rawValue: 8)
    static let notProcessed = ResultGroups(rawValue: 16)
    static let other = ResultGroups(rawValue: 32)
  }

  struct Disputes: OptionSet, Hashable {
    let rawValue: UInt8
    static let review = Disputes(rawValue: 1)
    static let litigation = Disputes(rawValue: 2)
  }

  struct Documents: OptionSet, Hashable {
    let rawValue: UInt8
    static let regulations = Documents(rawValue: 1)
    static let normative = Documents(rawValue: 2)
  }

  /// Columns of the table of disputes, in order.
  enum Outcome: Int {
    case upheld, corrected, other, pending, total
  }

  enum DocumentCount {
    case issued, published, repealed, inForce
  }

  enum Subject {
    /// 收到 or 受理: new requests, possibly including those carried over.
    case received
    case newly, carriedOver, handled, carriedForward
    /// 办理: received or handled.
    case processed
    case results(ResultGroups)
    case disputes(Disputes, Outcome)
    case documents(Documents, DocumentCount)
  }

  var subject: Subject
  /// The kinds of applicants, as column indexes in the table of requests; all if empty.
  var applicants: [Int] = []
  var number: NumberPhrase
  /// Index of the number in `Narrative.tokens`.
  var token: Int
}

/// A comparison of a number with last year's: `收到政府信息公开申请12件，同比增长20%`, or `增加2件`.
struct StatedGrowth {
  /// The statements of the sentence. The comparison follows the last of them.
  var statements: [Statement]
  var isMore: Bool
  var number: NumberPhrase
  /// The location of the number.
  var span: Span
}

/// A percentage that the prose gives after a number: `80件，占办结总数的42.3%`.
struct StatedShare {
  /// Index of the part among the statements.
  var part: Int
  /// The preceding statements of the same sentence, any of which may be the whole.
  var sentence: Range<Int>
  var percent: NumberPhrase
  var token: Int
}
