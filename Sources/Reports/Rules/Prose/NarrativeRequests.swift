internal import Diagnostics
internal import Markup

/// Numbers of requests in the prose must agree with the table.
enum NarrativeRequests: ProseRule {
  static let kind = FindingKind(
    "narrative-requests", .warning,
    title: LocalizedText("正文与申请表的数字不一致", en: "The text and the table of requests differ"),
    explanation: LocalizedText(
      "正文各部分写到的申请数应与第三部分的表格一致。“受理”“收到”可以指本年新收，也可以是本年新收加上年结转，两种口径都认可；办结、答复对应（七）总计，结转下年度对应第四项，不予公开、无法提供、不予处理、其他处理对应各自的小计。其他年份、其他单位和只说一部分申请的句子不核对。",
      en:
        "The numbers of requests that any section of the text gives have to agree with the table. “Received” may mean new requests, or new ones plus those carried over: both are accepted. Handled or answered is total (7), carried forward is item 4, and refused, unavailable, not processed and other are the sums of their groups. Sentences on other years, other bodies or a part of the requests are passed over."
    ),
    example: "全年收到政府信息公开申请13件\n| 一、本年新收政府信息公开申请数量 | … | 12 |",
    source: LocalizedText(
      "《政府信息公开条例》第五十条第（二）项；国办公开办函〔2021〕30号",
      en: "Regulations on Open Government Information, art. 50 (2); circular [2021] No. 30"))

  static func check(_ prose: Prose, _ findings: inout [Finding]) {
    guard let table = prose.report.form.statutory.requests else { return }
    var sense: [Term]?
    for statement in prose.statements where statement.isOfRequests {
      let readings = Reading.all(of: statement, table)
      func fits(_ reading: Reading) -> Bool { prose.report.sum(reading.cells).map(statement.number.fits) ?? false }
      if let fitting = readings.first(where: fits) {
        if case .received = statement.subject, statement.applicants.isEmpty { sense = fitting.terms }
        continue
      }
      let summed = readings.compactMap { reading in prose.report.sum(reading.cells).map { (reading, $0) } }
      if !summed.isEmpty { findings.append(finding(statement, summed, sense, in: prose)) }
    }
  }

  /// The cells of each sum that a statement may refer to, most likely first; empty if it is not about requests.
  static func readings(of statement: Statement, _ table: StatutoryCells.Requests) -> [[Int]] {
    Reading.all(of: statement, table).map(\.cells)
  }

  private static func finding(
    _ statement: Statement, _ readings: [(Reading, DecimalNumber)], _ sense: [Term]?, in prose: Prose
  ) -> Finding {
    let written = prose.written(statement.token)
    let chinese = readings.map { "\($0.0.name.chinese)为 \($0.1)" }.joined(separator: "，")
    let english = readings.map { "\($0.0.name.english) is \($0.1)" }.joined(separator: ", ")
    var help: LocalizedText?
    if let sense, !statement.applicants.isEmpty, let meant = readings.first(where: { $0.0.terms == sense }) {
      help = LocalizedText(
        "正文的总数按“\(meant.0.sense.chinese)”口径，同一口径下应为 \(meant.1)",
        en: "the total in the text is that of \(meant.0.sense.english); in that sense this would be \(meant.1)")
    }
    let cells = readings[readings.count - 1].0.cells
    return Finding(
      kind, at: prose.range(ofToken: statement.token),
      LocalizedText("正文写 \(written)，表中\(chinese)", en: "the text says \(written), in the table \(english)"),
      cell: prose.report.form.cells[cells[0]].id,
      related: cells.filter { prose.report.cells[$0].operand?.isZero == false || cells.count <= 2 }.prefix(4).map {
        prose.report.related($0)
      }, help: help)
  }

  /// A possible meaning of a statement.
  private struct Reading {
    /// The rows that are added up, such as 本年新收 and 上年结转.
    let terms: [Term]
    let applicants: [Int]
    let cells: [Int]

    private init(_ terms: [Term], _ applicants: [Int], _ table: StatutoryCells.Requests) {
      self.terms = terms
      self.applicants = applicants
      cells =
        terms.count == 1 ? terms[0].cells(of: applicants, table) : terms.flatMap { $0.cells(of: applicants, table) }
    }

    /// The sum, without its applicants.
    var sense: LocalizedText {
      let names = terms.map(\.name)
      return LocalizedText(
        names.map(\.chinese).joined(separator: "＋"), en: names.map(\.english).joined(separator: " + "))
    }

    var name: LocalizedText {
      guard let applicants = applicantNames else { return sense }
      return LocalizedText(
        "\(sense.chinese)（\(applicants.chinese)）", en: "\(sense.english) (\(applicants.english))")
    }

    static func all(of statement: Statement, _ table: StatutoryCells.Requests) -> [Reading] {
      sums(of: statement).map { Reading($0, statement.applicants, table) }.filter { !$0.cells.isEmpty }
    }

    private static let (new, all, handled): ([Term], [Term], [Term]) = ([.new], [.new, .carriedOver], [.handled])

    private static func sums(of statement: Statement) -> [[Term]] {
      switch statement.subject {
      case .newly: [new]
      case .received: [new, all]
      case .processed: [new, all, handled]
      case .carriedOver: [[.carriedOver]]
      case .handled: [handled]
      case .carriedForward: [[.carriedForward]]
      case .results(let groups): statement.applicants.isEmpty ? [Term.results(groups)] : []
      case .disputes, .documents: []
      }
    }

    private var applicantNames: LocalizedText? {
      if applicants.isEmpty { return nil }
      if applicants == [0] { return LocalizedText("自然人", en: "natural persons") }
      if applicants == [1, 2, 3, 4, 5] { return LocalizedText("法人或其他组织", en: "organisations") }
      let names = [
        ("自然人", "natural persons"), ("商业企业", "businesses"), ("科研机构", "research institutions"),
        ("社会公益组织", "public interest organisations"), ("法律服务机构", "legal services"), ("其他", "others"),
      ]
      return LocalizedText(
        applicants.map { names[$0].0 }.joined(separator: "、"),
        en: applicants.map { names[$0].1 }.joined(separator: ", "))
    }
  }

  /// A row of the table, or a group of results.
  private enum Term {
    case new, carriedOver, handled, carriedForward
    case granted, partial, denied, unavailable, notProcessed, other

    static func results(_ groups: Statement.ResultGroups) -> [Term] {
      let known: [(Statement.ResultGroups, Term)] = [
        (.granted, .granted), (.partial, .partial), (.denied, .denied), (.unavailable, .unavailable),
        (.notProcessed, .notProcessed), (.other, .other),
      ]
      return known.filter { groups.contains($0.0) }.map(\.1)
    }

    var name: LocalizedText {
      switch self {
      case .new: LocalizedText("本年新收", en: "new")
      case .carriedOver: LocalizedText("上年结转", en: "carried over")
      case .handled: LocalizedText("办理结果总计", en: "the total of results")
      case .carriedForward: LocalizedText("结转下年度", en: "carried forward")
      case .granted: LocalizedText("予以公开", en: "granted")
      case .partial: LocalizedText("部分公开", en: "granted in part")
      case .denied: LocalizedText("不予公开", en: "denied")
      case .unavailable: LocalizedText("无法提供", en: "not available")
      case .notProcessed: LocalizedText("不予处理", en: "not processed")
      case .other: LocalizedText("其他处理", en: "other handling")
      }
    }

    /// - Parameter applicants: The applicants whose columns are used; the column of totals if empty.
    func cells(of applicants: [Int], _ table: StatutoryCells.Requests) -> [Int] {
      let row: [Int]
      switch self {
      case .new: row = table.new
      case .carriedOver: row = table.carriedOver
      case .handled: row = table.resultTotal
      case .carriedForward: row = table.carriedForward
      // Groups only have cells in the column of totals.
      case .granted: return table.granted
      case .partial: return table.partial
      case .denied: return table.denied
      case .unavailable: return table.unavailable
      case .notProcessed: return table.notProcessed
      case .other: return table.other
      }
      return applicants.isEmpty ? [row[StatutoryCells.Requests.total]] : applicants.map { row[$0] }
    }
  }
}
