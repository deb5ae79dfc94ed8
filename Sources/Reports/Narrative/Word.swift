package import Markup

/// What a piece of running text is to the rules: a word of the field, a number, or punctuation.
package enum Word: UInt8, Sendable, Comparable, BitwiseCopyable {
  // What ends a phrase
  case stop, comma, open, close
  /// The start of a heading inside a section, and of any other block.
  case heading, block
  /// A number; its value and unit are in `Narrative.numbers`.
  case number

  // What may stand between a subject and its number
  case colon, enumeration
  case filler, and
  /// 均为: of several subjects, the same number for each.
  case equally

  // MARK: Subjects of a number, from `request` to `publishing`

  /// 政府信息公开申请: what can be nothing else.
  case request
  /// 申请 alone, which may be any application.
  case bareRequest
  /// 依申请公开
  case onRequest
  case received, newly, handled, processed, carriedOver, carriedForward
  case granted, partial, denied, unavailable, notProcessed, otherHandling
  case naturalPerson, organizations, business, research, publicInterest, legalService
  // Disputes
  case review, litigation, upheld, corrected, otherResult, pending
  // Documents
  case regulations, normativeDocuments, issuing, repealing, inForce, publishing

  // MARK: What changes or limits a statement

  case share, defendant
  /// The office hears the dispute itself, or counts one instance only.
  case hearing
  case negation, disclosure, otherPeriod, comparison, broad, ownOffice, foreign, limited, each, except

  // What has to be spoken of
  case fee, feeNotice, assessment, appraisal, accountability
  case statisticalPeriod, contact

  // An office speaking of itself
  case weBureau, weTown, weSubdistrict, weCommission

  // Data of a person
  case identityNumber, mobileNumber

  /// 其中, 含: what follows is a part of the number before.
  case ofWhich
  /// 增长 and 减少, which tell how a number compares with another year's.
  case growth, decline

  /// Whether a number that follows may be one of what the word names.
  var isSubject: Bool { self >= .request && self <= .publishing }

  /// Whether it leaves a number with the subject before it.
  var isConnector: Bool { self >= .colon && self <= .equally }

  package static func < (left: Word, right: Word) -> Bool { left.rawValue < right.rawValue }
}

/// Words that stand in a text, whatever their number and order.
struct WordSet: Sendable {
  private var bits: UInt128 = 0

  @inline(__always)
  mutating func insert(_ word: Word) { bits |= 1 &<< UInt128(word.rawValue) }

  mutating func formUnion(_ other: WordSet) { bits |= other.bits }

  func contains(_ word: Word) -> Bool { bits &>> UInt128(word.rawValue) & 1 != 0 }
}

/// One word, number or punctuation mark of a report's prose, with its place in the source.
package struct Token: Sendable, BitwiseCopyable {
  package let word: Word
  /// Nothing but markup stands between this and the token before it.
  package let isAdjacent: Bool
  /// Place in `Narrative.numbers`, of a number.
  package let number: Int32
  private let start, end: UInt32

  init(word: Word, isAdjacent: Bool, number: Int32, start: Int, end: Int) {
    self.word = word
    self.isAdjacent = isAdjacent
    self.number = number
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  package var span: Span { Span(Int(start), Int(end)) }
}
