package import Markup

/// The meaning of a piece of running text to the rules: a word of the field, a number, or punctuation.
package enum Word: UInt8, Sendable, Comparable, BitwiseCopyable {
  // Ends of a phrase
  case stop, comma, open, close
  /// The start of a heading within a section, and of any other block.
  case heading, block
  /// A number, whose value and unit are in `Narrative.numbers`.
  case number

  // What may occur between a subject and its number
  case colon, enumeration
  case filler, and
  /// 均为: each of several subjects has the same number.
  case equally

  // MARK: Subjects of a number, from `request` to `publishing`

  /// 政府信息公开申请, which is unambiguous.
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

  // MARK: Words that change or limit a statement

  case share, defendant
  /// The office hears the dispute itself, or counts only one instance.
  case hearing
  case negation, disclosure, otherPeriod, comparison, broad, ownOffice, foreign, limited, each, except

  // Required topics
  case fee, feeNotice, assessment, appraisal, accountability
  case statisticalPeriod, contact

  // Words that an office uses for itself
  case weBureau, weTown, weSubdistrict, weCommission

  // Personal data
  case identityNumber, mobileNumber

  /// 其中, 含: what follows is part of the preceding number.
  case ofWhich
  /// 增长 and 减少, which compare a number with that of another year.
  case growth, decline

  /// Whether a following number may count what the word names.
  var isSubject: Bool { self >= .request && self <= .publishing }

  /// Whether a number after it still belongs to the subject before it.
  var isConnector: Bool { self >= .colon && self <= .equally }

  package static func < (left: Word, right: Word) -> Bool { left.rawValue < right.rawValue }
}

/// A set of words that occur in a text.
struct WordSet: Sendable {
  private var bits: UInt128 = 0

  @inline(__always)
  mutating func insert(_ word: Word) { bits |= 1 &<< UInt128(word.rawValue) }

  mutating func formUnion(_ other: WordSet) { bits |= other.bits }

  func contains(_ word: Word) -> Bool { bits &>> UInt128(word.rawValue) & 1 != 0 }
}

/// A word, number or punctuation mark of a report's prose, with its location in the source.
package struct Token: Sendable, BitwiseCopyable {
  package let word: Word
  /// Whether there is nothing but markup between this and the previous token.
  package let isAdjacent: Bool
  /// Index in `Narrative.numbers` for a number.
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
