internal import Diagnostics
internal import Markup
internal import Narrative

/// “未收到政府信息公开申请”, “无结转” and “无行政复议、行政诉讼” against tables that are not all 0.
enum ZeroReport: ProseRule {
  static let kind = FindingKind(
    "zero-report", .warning,
    title: LocalizedText("正文说没有，表格不为 0", en: "The text says none, the table says some"),
    explanation: LocalizedText(
      "正文无保留地写“未收到政府信息公开申请”，则“本年新收”一行应全为 0；写“无结转下年度的申请”，则该行应为 0；写“无行政复议、行政诉讼”，则对应的总计应为 0。没有新收申请的单位仍可能有上年结转或复议诉讼，不在此列。",
      en:
        "Where the text says without reserve that no request was received, the row of new requests has to be 0, and likewise what is carried forward and the totals of disputes. An office without new requests may still have those carried over, or disputes."
    ),
    example: "2023年未收到政府信息公开申请。\n| 一、本年新收政府信息公开申请数量 | 1 | … | 1 |")

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    let tokens = prose.narrative.tokens
    for part in prose.narrative.parts where prose.narrative.has(.negation, in: part) {
      guard let section = SectionTopic(prose.report.sections[part.section], in: prose.report) else {
        continue
      }
      let requests = RequestsPart(
        tokens: tokens, numbers: prose.narrative.numbers, end: part.tokens.upperBound)
      var (topic, sentence) = (section, SentenceStart())
      for index in part.tokens {
        if tokens[index].word == .block || tokens[index].word == .heading,
          let isOpened = requests.isOpened(at: index)
        {
          topic = isOpened ? .requests : section
        }
        if tokens[index].word == .negation, !sentence.isQualified {
          check(negation: index, before: part.tokens.upperBound, of: topic, prose, &findings)
        }
        sentence.read(tokens[index], prose)
      }
    }
  }

  /// What is in a sentence before a negation, and may limit it to a part.
  private struct SentenceStart {
    private var hasLimit = false
    private var months = 0

    var isQualified: Bool { hasLimit || months == 1 }

    mutating func read(_ token: Token, _ prose: Prose) {
      switch token.word {
      case .stop, .block, .heading: self = SentenceStart()
      case .except, .otherPeriod, .comparison, .lastYear, .nextYear, .limited, .hearing:
        hasLimit = true
      case .broad where prose.report.metadata.scope == .own: hasLimit = true
      case .ownOffice where prose.report.metadata.scope == .consolidated: hasLimit = true
      case .number:
        let phrase = prose.narrative.numbers[Int(token.number)]
        if phrase.unit == .month { months += 1 }
        if phrase.unit == .year,
          !phrase.value.isSameAmount(as: DecimalNumber(prose.report.metadata.year))
        {
          hasLimit = true
        }
      default: break
      }
    }
  }

  /// What a negation denies, told by known words from it to the end of its clause.
  private struct Denied {
    var words = Phrase(followsGap: false)
    /// The token of its last word.
    var last: Int

    var isOfRequests: Bool { words.has(.request) || words.has(.onRequest) }
    var isReceived: Bool { words.has(.received) || words.has(.newly) || words.has(.processed) }
    var isCarried: Bool { words.has(anyOf: Phrase.carrying) }
    /// Of natural persons alone: 没有公民申请公开政府信息.
    var isOfPersons: Bool { words.has(.naturalPerson) && !words.has(.organizations) }
  }

  private static let allowed = WordSet(
    .filler, .wholeYear, .equally, .entirely, .and, .enumeration, .disclosure, .defendant,
    .naturalPerson,
    .organizations, .request, .bareRequest, .onRequest, .received, .newly, .processed, .review,
    .litigation, .transfer,
    .moved, .carriedForward, .continuing, .nextYear, .lastYear)

  private static func check(
    negation: Int, before end: Int, of topic: SectionTopic, _ prose: Prose,
    _ findings: inout [Finding]
  ) {
    guard let denied = denied(after: negation, before: end, prose) else { return }
    let tokens = prose.narrative.tokens
    let span = Span(Int(tokens[negation].span.start), Int(tokens[denied.last].span.end))
    let cells = cells(of: denied, of: topic, prose.report.form.statutory)
    guard let amount = prose.report.sum(cells), !amount.isZero else { return }
    let source = prose.report.document.source
    let words = source.text(of: span)
    findings.append(
      Finding(
        kind, at: source.range(of: span),
        LocalizedText(
          "正文写“\(words)”，表中为 \(amount) 件", en: "the text says “\(words)”, the table has \(amount)"),
        cell: prose.report.form.cells[cells[0]].id,
        related: cells.filter { prose.report.cells[$0].operand?.isZero == false }.map {
          prose.report.related($0)
        }))
  }

  /// `nil` when something unknown qualifies the negation.
  private static func denied(after negation: Int, before end: Int, _ prose: Prose) -> Denied? {
    let tokens = prose.narrative.tokens
    var denied = Denied(last: negation)
    for index in (negation + 1)..<max(end, negation + 1) {
      let token = tokens[index]
      guard token.isAdjacent else { return nil }
      if [.stop, .comma, .block, .heading, .close].contains(token.word) { break }
      if token.word == .number {
        guard isPlain(token, &denied, prose) else { return nil }
      } else if token.word == .bareRequest {
        // 书面申请, 政府信息公开的申请
        let before = tokens[index - 1].word
        denied.words.insert(before == .filler || before == .disclosure ? .request : .bareRequest)
      } else {
        guard allowed.contains(token.word) else { return nil }
        denied.words.insert(token.word)
      }
      denied.last = index
    }
    // 公民、法人或其他组织 are everybody; organizations alone are several columns.
    return denied.words.has(.organizations) && !denied.words.has(.naturalPerson) ? nil : denied
  }

  /// 一例, and the year that requests are carried into.
  private static func isPlain(_ token: Token, _ denied: inout Denied, _ prose: Prose) -> Bool {
    let number = prose.narrative.numbers[Int(token.number)]
    if number.unit == .count { return number.digits == 1 }
    guard let year = prose.year(of: token), abs(year - prose.report.metadata.year) <= 1 else {
      return false
    }
    if year != prose.report.metadata.year {
      denied.words.insert(year > prose.report.metadata.year ? .nextYear : .lastYear)
    }
    return true
  }

  /// The cells that have to be 0.
  private static func cells(
    of denied: Denied, of topic: SectionTopic, _ statutory: StatutoryCells
  ) -> [Int] {
    let disputes = denied.words.disputes
    if denied.isCarried {
      guard let table = statutory.requests, disputes.isEmpty else { return [] }
      switch denied.words.carried {
      case .carriedOver: return [table.carriedOver[StatutoryCells.Requests.total]]
      case .carriedForward: return [table.carriedForward[StatutoryCells.Requests.total]]
      default: return []
      }
    }
    let isOfRequests = denied.isOfRequests || denied.words.has(.bareRequest) && topic == .requests
    if disputes.isEmpty {
      guard isOfRequests, let table = statutory.requests else { return [] }
      return [table.new[denied.isOfPersons ? 0 : StatutoryCells.Requests.total]]
    }
    guard !denied.isReceived || !isOfRequests, let table = statutory.disputes else { return [] }
    let total = StatutoryCells.Disputes.total
    return (disputes.contains(.review) ? [table.review[total]] : [])
      + (disputes.contains(.litigation)
        ? [table.litigationDirect[total], table.litigationAfterReview[total]] : [])
  }
}
