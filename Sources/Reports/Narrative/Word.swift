package import Markup

/// What a piece of running text is to the rules: a word of the field, a number, or punctuation.
package enum Word: UInt8, Sendable {
  // Punctuation
  case stop, comma, enumeration, colon, open, close
  /// The start of a heading inside a section, and of any other block.
  case heading, block
  /// A number; its value and unit are in `Narrative.numbers`.
  case number

  // Words that carry no meaning of their own between a subject and its number
  case filler, and
  /// 均为: of several subjects, the same number for each.
  case equally

  // Requests
  /// 政府信息公开申请: what can be nothing else.
  case request
  /// 申请 alone, which may be any application.
  case bareRequest
  /// 依申请公开
  case onRequest
  case received, newly, handled, processed, carriedOver, carriedForward
  case granted, partial, denied, unavailable, notProcessed, otherHandling
  case naturalPerson, organizations, business, research, publicInterest, legalService
  case share

  // Disputes
  case review, litigation, upheld, corrected, otherResult, pending, defendant
  /// The office hears the dispute itself, or counts one instance only.
  case hearing

  // Documents
  case regulations, normativeDocuments, issuing, repealing, inForce, publishing

  // What changes or limits a statement
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
}

/// One word, number or punctuation mark of a report's prose, with its place in the source.
package struct Token: Sendable {
  package var word: Word
  /// Nothing but markup stands between this and the token before it.
  package var isAdjacent: Bool
  /// Place in `Narrative.numbers`, of a number.
  package var number: Int32 = -1
  package var span: Span
}
