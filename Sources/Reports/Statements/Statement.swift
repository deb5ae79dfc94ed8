internal import Markup
internal import Narrative

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

  /// Columns of the table of disputes, in their order.
  enum Outcome: Int {
    case upheld, corrected, other, pending, total
  }

  enum DocumentCount {
    case issued, published, repealed, inForce
  }

  /// Rows of the table of requests that give a reason, in their order and that of the words.
  enum Reason: UInt8, CaseIterable {
    case stateSecret, prohibitedByLaw, securityStability, thirdParty, internalAffairs, deliberative
    case enforcementFiles, inquiryMatters
    case notHeld, needsCreation, unclear
    case petition, repeated, publication, excessive, reconfirm
    case notCorrected, feeUnpaid

    /// The id of the row.
    var row: String {
      switch self {
      case .stateSecret: "denied.state_secret"
      case .prohibitedByLaw: "denied.prohibited_by_law"
      case .securityStability: "denied.security_stability"
      case .thirdParty: "denied.third_party"
      case .internalAffairs: "denied.internal_affairs"
      case .deliberative: "denied.deliberative"
      case .enforcementFiles: "denied.enforcement_files"
      case .inquiryMatters: "denied.inquiry_matters"
      case .notHeld: "unavailable.not_held"
      case .needsCreation: "unavailable.needs_creation"
      case .unclear: "unavailable.unclear"
      case .petition: "not_processed.petition"
      case .repeated: "not_processed.repeated"
      case .publication: "not_processed.publication"
      case .excessive: "not_processed.excessive"
      case .reconfirm: "not_processed.reconfirm"
      case .notCorrected: "other.not_corrected"
      case .feeUnpaid: "other.fee_unpaid"
      }
    }

    var word: Word { Word(rawValue: Word.stateSecret.rawValue + rawValue) ?? .stateSecret }
  }

  enum Decision: Int {
    case licensing, penalties, coercion
  }

  enum Subject {
    /// 收到 or 受理: new requests, possibly including those carried over.
    case received
    case newly, carriedOver, handled, carriedForward
    /// 结转 without a year: over or forward.
    case carried
    /// 办理: received or handled.
    case processed
    /// 政府信息公开申请13件, without a verb: received or handled.
    case requests
    case results(ResultGroups)
    /// 行政查询事项不予公开2件: rows of one group.
    case reasons([Reason])
    case disputes(Disputes, Outcome)
    /// 2件维持, of one of the disputes of the sentence or of both.
    case outcomes(Disputes, Outcome)
    case documents(Documents, DocumentCount)
    case decisions(Decision)
    /// 行政事业性收费, in 元.
    case charges
  }

  var subject: Subject
  /// Of which applicants, in each sense that the words may have; all applicants when empty. Indices of columns of the
  /// table of requests.
  var applicants: [[Int]] = []
  /// What is not understood may make it a part of the subject, which is no smaller.
  var isAtMost = false
  var number: NumberPhrase
  /// Index of the number in the tokens.
  var token: Int
}

/// `均为自然人申请`: whose all the requests of a number are.
struct UniformApplicants {
  var subject: Statement.Subject
  var applicants: [[Int]]
  var span: Span
}

/// How a number compares with last year's: `收到政府信息公开申请12件，同比增长20%`, or `增加2件`.
struct StatedGrowth {
  /// The statements of the sentence; it follows the last.
  var statements: [Statement]
  var isMore: Bool
  var number: NumberPhrase
  /// The location of the number.
  var span: Span
}

/// A percentage that the prose gives after a number: `80件，占办结总数的42.3%`.
struct StatedShare {
  struct Amount {
    var number: NumberPhrase
    var token: Int
  }

  var part: Amount
  /// The numbers of the same sentence before it, any of which may be the whole.
  var earlier: [NumberPhrase]
  var percent: NumberPhrase
  var token: Int
}
