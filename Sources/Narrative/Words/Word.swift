/// What a piece of running text is to the rules: a word of the field, a number, or punctuation.
package enum Word: UInt8, Sendable, Comparable, BitwiseCopyable {
  // Ends of a phrase
  case stop, comma, open, close
  /// The start of a heading within a section, and of any other block.
  case heading, block
  /// A number; its value and unit are in `ScannedProse.numbers`.
  case number

  // MARK: What may be between a subject and its number, from `colon` to `entirely`

  case colon, enumeration
  case filler, and
  /// 全年, 本年: the year of the report.
  case wholeYear
  /// 均为: of several subjects, the same number for each; of several requests, the same kind of applicant.
  case equally
  /// 全部为
  case entirely

  // MARK: Subjects of a number, from `request` to `charges`

  /// 政府信息公开申请, which is unambiguous.
  case request
  /// 申请 alone, which may be any application.
  case bareRequest
  /// 依申请公开
  case onRequest
  case received, newly, handled, processed
  /// 继续办理, which is said of what is carried forward and of what was carried over.
  case continuing
  /// 结转: from last year or to the next.
  case transfer
  /// 顺延, 转至: the same, where the year is named too.
  case moved
  /// 转下年, 尚在办理
  case carriedForward
  case granted, partial, denied, unavailable, notProcessed, otherHandling
  case naturalPerson, organizations, company, business, research, publicInterest, legalService

  // MARK: Reasons, in the order of the rows of the table

  case stateSecret, prohibitedByLaw, securityStability, thirdParty, internalAffairs, deliberative
  case enforcementFiles, inquiryMatters
  case notHeld, needsCreation, unclear
  case petition, repeated, publication, excessive, reconfirm
  case notCorrected, feeUnpaid

  // Disputes
  case review, litigation, upheld, corrected, otherResult, pending
  // Documents, decisions and fees
  case regulations, normativeDocuments, issuing, repealing, inForce, publishing
  case licensing, penalties, coercion, decision, charges

  // MARK: Words that change or limit a statement

  case share, defendant
  /// The office hears the dispute itself, or counts only one instance.
  case hearing
  case negation, disclosure, otherPeriod, lastYear, nextYear, comparison, broad, ownOffice, foreign,
    limited, each, except
  /// 截至
  case asOf

  // Required topics
  case fee, feeNotice, assessment, appraisal, accountability
  case statisticalPeriod, contact
  /// 车牌, 驾驶: what a plate is written beside.
  case vehicle

  // Words that an office uses for itself
  case weBureau, weTown, weSubdistrict, weCommission

  // Data of a person
  case identityNumber, mobileNumber, cardNumber

  /// 其中, 含: what follows is part of the preceding number.
  case ofWhich
  /// 增长 and 减少, which compare a number with that of another year.
  case growth, decline

  /// Whether a number that follows may be one of what the word names.
  package var isSubject: Bool { self >= .request && self <= .charges }

  /// Whether it leaves a number with the subject before it.
  package var isConnector: Bool { self >= .colon && self <= .entirely }

  package static func < (left: Word, right: Word) -> Bool { left.rawValue < right.rawValue }
}
