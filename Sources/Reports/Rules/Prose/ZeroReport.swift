internal import Diagnostics
internal import Markup

/// “未收到政府信息公开申请” and “无行政复议、行政诉讼” contradict tables with numbers other than 0.
enum ZeroReport: ProseRule {
  static let kind = FindingKind(
    "zero-report", .warning,
    title: LocalizedText("正文说没有，表格不为 0", en: "The text says none, the table says some"),
    explanation: LocalizedText(
      "正文无保留地写“未收到政府信息公开申请”，则“本年新收”一行应全为 0；写“无行政复议、行政诉讼”，则对应的总计应为 0。没有新收申请的单位仍可能有上年结转或复议诉讼，不在此列。",
      en:
        "Where the text says without reserve that no request was received, the row of new requests has to be 0, and likewise the totals of disputes. An office without new requests may still have those carried over, or disputes."
    ),
    example: "2023年未收到政府信息公开申请。\n| 一、本年新收政府信息公开申请数量 | 1 | … | 1 |")

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    let tokens = prose.narrative.tokens
    for part in prose.narrative.parts where prose.narrative.has(.negation, in: part) {
      guard let topic = SectionTopic(prose.report.sections[part.section], in: prose.report) else { continue }
      var sentence = SentenceStart()
      for index in part.tokens {
        if tokens[index].word == .negation, !sentence.isQualified {
          check(negation: index, before: part.tokens.upperBound, of: topic, prose, &findings)
        }
        sentence.read(tokens[index], prose)
      }
    }
  }

  /// The words of a sentence before a negation, which may limit it to a part.
  private struct SentenceStart {
    private var hasLimit = false
    private var months = 0

    var isQualified: Bool { hasLimit || months == 1 }

    mutating func read(_ token: Token, _ prose: Prose) {
      switch token.word {
      case .stop, .block, .heading: self = SentenceStart()
      case .except, .otherPeriod, .comparison, .limited, .hearing: hasLimit = true
      case .broad where prose.report.metadata.scope == .own: hasLimit = true
      case .ownOffice where prose.report.metadata.scope == .consolidated: hasLimit = true
      case .number:
        let phrase = prose.narrative.numbers[Int(token.number)]
        if phrase.unit == .month { months += 1 }
        if phrase.unit == .year, !phrase.value.isSameAmount(as: DecimalNumber(prose.report.metadata.year)) {
          hasLimit = true
        }
      default: break
      }
    }
  }

  /// Reads known words from the negation to the end of its clause. An unknown word qualifies the negation.
  private static func check(
    negation: Int, before end: Int, of topic: SectionTopic, _ prose: Prose, _ findings: inout [Finding]
  ) {
    let tokens = prose.narrative.tokens
    var (last, isOfRequests, isReceived) = (negation, false, false)
    var disputes: Statement.Disputes = []
    loop: for index in (negation + 1)..<max(end, negation + 1) {
      guard tokens[index].isAdjacent else { return }
      switch tokens[index].word {
      case .request, .onRequest: isOfRequests = true
      case .bareRequest:
        isOfRequests =
          isOfRequests || topic == .requests || tokens[index - 1].word == .filler
          || tokens[index - 1].word == .disclosure
      case .review: disputes.insert(.review)
      case .litigation: disputes.insert(.litigation)
      case .received, .newly, .processed: isReceived = true
      case .filler, .equally, .and, .enumeration, .disclosure, .defendant, .naturalPerson, .organizations: break
      case .stop, .comma, .block, .heading, .close: break loop
      default: return
      }
      last = index
    }
    let place = Span(Int(tokens[negation].span.start), Int(tokens[last].span.end))
    var cells: [Int] = []
    if disputes.isEmpty, isOfRequests, isReceived || last == negation + 1 {
      cells = prose.report.form.statutory.requests.map { [$0.new[StatutoryCells.Requests.total]] } ?? []
    } else if !disputes.isEmpty, !isReceived || !isOfRequests, let table = prose.report.form.statutory.disputes {
      let total = StatutoryCells.Disputes.total
      if disputes.contains(.review) { cells.append(table.review[total]) }
      if disputes.contains(.litigation) {
        cells += [table.litigationDirect[total], table.litigationAfterReview[total]]
      }
    }
    guard let amount = prose.report.sum(cells), !amount.isZero else { return }
    let source = prose.report.document.source
    let words = source.text(of: place)
    findings.append(
      Finding(
        kind, at: source.range(of: place),
        LocalizedText("正文写“\(words)”，表中为 \(amount) 件", en: "the text says “\(words)”, the table has \(amount)"),
        cell: prose.report.form.cells[cells[0]].id,
        related: cells.filter { prose.report.cells[$0].operand?.isZero == false }.map { prose.report.related($0) }))
  }
}
