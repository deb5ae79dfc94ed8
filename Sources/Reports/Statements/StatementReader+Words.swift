internal import Narrative

/// What the words of a sentence say of the numbers that follow.
extension StatementReader {
  mutating func readWord(_ word: Word) {
    phrase.insert(word)
    switch word {
    case .wholeYear: scope.enterWholeYear()
    case .equally, .entirely: clause.saysAll = true
    case .share: openShare()
    // 分别是予以公开3件 is as good as without it; 复议、诉讼分别为3件、2件 cannot be told apart.
    case .each: phrase = Phrase(followsGap: false)
    case .request: readRequest()
    case .bareRequest: if clause.isOfDisclosure { readRequest() }
    case .received, .newly, .handled, .processed: readVerb(word)
    case .onRequest: if phrase.has(anyOf: Phrase.verbs) { readRequest() }
    case .review: readDispute(.review)
    case .litigation: readDispute(.litigation)
    case .regulations: readDocuments(.regulations)
    case .normativeDocuments: readDocuments(.normative)
    case .issuing: clause.documents = .issued
    case .repealing: clause.documents = .repealed
    case .inForce: clause.documents = .inForce
    case .publishing: clause.documents = .published
    default: limit(by: word)
    }
    if !Self.keepsShare.contains(word) { clause.shareIsOpen = false }
  }

  private static let keepsShare = WordSet(
    .share, .disclosure, .request, .bareRequest, .onRequest, .received, .newly, .handled,
    .processed, .wholeYear)

  private mutating func openShare() {
    phrase = Phrase(followsGap: false)
    clause.shareIsOpen = true
  }

  private mutating func readRequest() {
    sentence.context = .requests
    clause.hasRequest = true
    if phrase.has(.onRequest) { clause.isOfDisclosure = true }
  }

  private mutating func readVerb(_ word: Word) {
    clause.verbs.insert(word)
    // 依申请公开受理130件
    if phrase.has(.onRequest) { readRequest() }
  }

  private mutating func readDispute(_ dispute: Statement.Disputes) {
    sentence.disputes = phrase.disputes.union(dispute)
    sentence.allDisputes.formUnion(dispute)
    sentence.context = .disputes
  }

  private mutating func readDocuments(_ kind: Statement.Documents) {
    let joined = phrase.has(.regulations) && phrase.has(.normativeDocuments)
    sentence.documents = joined ? [.regulations, .normative] : kind
    sentence.context = .documents
  }

  private mutating func limit(by word: Word) {
    switch word {
    case .disclosure:
      sentence.isOfDisclosure = true
      clause.isOfDisclosure = true
    case .defendant: sentence.hasDefendant = true
    case .hearing: sentence.isHearing = true
    case .otherPeriod: scope.isOtherPeriod = true
    case .except: sentence.isException = true
    case .comparison: clause.isComparison = true
    case .lastYear, .nextYear: clause.namesOtherYear = true
    case .asOf: clause.isUpTo = true
    case .broad: scope.isOtherArea = !isConsolidated
    case .ownOffice, .weBureau, .weTown, .weSubdistrict, .weCommission:
      scope.isOtherArea = isConsolidated
    case .foreign:
      clause.isLimited = true
      sentence.context = .foreign
    case .limited: clause.isLimited = true
    // A breakdown has documents of other kinds, or of other ways to count: 其中新制定5件、修订3件.
    case .ofWhich:
      clause.isBreakdown = true
      sentence.documents = []
    default: break
    }
  }
}
