internal import Diagnostics
internal import Markup

/// Numbers of requests in the prose against those of the table.
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
    var sense: [String]?
    for statement in prose.statements where statement.isOfRequests {
      let readings = Reading.all(of: statement, table).compactMap { reading in
        prose.report.sum(reading.cells).map { (reading, $0) }
      }
      guard !readings.isEmpty else { continue }
      if let fitting = readings.first(where: { statement.number.fits($0.1) }) {
        if case .received = statement.subject, statement.applicants.isEmpty { sense = fitting.0.names }
        continue
      }
      findings.append(finding(statement, readings, sense, in: prose))
    }
  }

  /// The cells of each sum that a statement may mean, the likeliest first; none when it is not about requests.
  static func readings(of statement: Statement, _ table: StatutoryCells.Requests) -> [[Int]] {
    Reading.all(of: statement, table).map(\.cells)
  }

  private static func finding(
    _ statement: Statement, _ readings: [(Reading, DecimalNumber)], _ sense: [String]?, in prose: Prose
  ) -> Finding {
    let written = prose.written(statement.token)
    let chinese = readings.map { "\($0.0.name.chinese)为 \($0.1)" }.joined(separator: "，")
    let english = readings.map { "\($0.0.name.english) is \($0.1)" }.joined(separator: ", ")
    var help: LocalizedText?
    if let sense, !statement.applicants.isEmpty, let meant = readings.first(where: { $0.0.names == sense }) {
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

  /// One of the things that a statement may mean.
  private struct Reading {
    /// What is added up, such as 本年新收 and 上年结转.
    var sense: LocalizedText
    var names: [String]
    var applicants: LocalizedText?
    var cells: [Int]

    var name: LocalizedText {
      guard let applicants else { return sense }
      return LocalizedText(
        "\(sense.chinese)（\(applicants.chinese)）", en: "\(sense.english) (\(applicants.english))")
    }

    static func all(of statement: Statement, _ table: StatutoryCells.Requests) -> [Reading] {
      let new = ("本年新收", "new", table.new)
      let carriedOver = ("上年结转", "carried over", table.carriedOver)
      let handled = ("办理结果总计", "the total of results", table.resultTotal)
      let sums: [[(String, String, [Int])]] =
        switch statement.subject {
        case .newly: [[new]]
        case .received: [[new], [new, carriedOver]]
        case .processed: [[new], [new, carriedOver], [handled]]
        case .carriedOver: [[carriedOver]]
        case .handled: [[handled]]
        case .carriedForward: [[("结转下年度", "carried forward", table.carriedForward)]]
        case .results(let groups): results(groups, statement, table)
        case .disputes, .documents: []
        }
      return sums.map { sum in
        Reading(
          sense: LocalizedText(
            sum.map(\.0).joined(separator: "＋"), en: sum.map(\.1).joined(separator: " + ")),
          names: sum.map(\.0), applicants: applicants(statement.applicants),
          cells: sum.flatMap { _, _, row in
            // The sums of result groups are given as cells of the column of totals already.
            if case .results = statement.subject { return row }
            return statement.applicants.isEmpty
              ? [row[StatutoryCells.Requests.total]] : statement.applicants.map { row[$0] }
          })
      }.filter { !$0.cells.isEmpty }
    }

    private static func results(
      _ groups: Statement.ResultGroups, _ statement: Statement, _ table: StatutoryCells.Requests
    ) -> [[(String, String, [Int])]] {
      guard statement.applicants.isEmpty else { return [] }
      let known: [(Statement.ResultGroups, (String, String, [Int]))] = [
        (.granted, ("予以公开", "granted", table.granted)), (.partial, ("部分公开", "granted in part", table.partial)),
        (.denied, ("不予公开", "denied", table.denied)), (.unavailable, ("无法提供", "not available", table.unavailable)),
        (.notProcessed, ("不予处理", "not processed", table.notProcessed)),
        (.other, ("其他处理", "other handling", table.other)),
      ]
      return [known.filter { groups.contains($0.0) }.map(\.1)]
    }

    private static func applicants(_ columns: [Int]) -> LocalizedText? {
      if columns.isEmpty { return nil }
      if columns == [0] { return LocalizedText("自然人", en: "natural persons") }
      if columns == [1, 2, 3, 4, 5] { return LocalizedText("法人或其他组织", en: "organisations") }
      let names = [
        ("自然人", "natural persons"), ("商业企业", "businesses"), ("科研机构", "research institutions"),
        ("社会公益组织", "public interest organisations"), ("法律服务机构", "legal services"), ("其他", "others"),
      ]
      return LocalizedText(
        columns.map { names[$0].0 }.joined(separator: "、"), en: columns.map { names[$0].1 }.joined(separator: ", "))
    }
  }
}
