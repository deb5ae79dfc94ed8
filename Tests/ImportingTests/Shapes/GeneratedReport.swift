import Reports

/// Random numbers that are the same in each run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A report with figures that satisfy all sums, as an office would have filled in the form, and prose.
struct GeneratedReport {
  let form: Form
  let year: Int
  /// What is written in each cell of the form.
  private(set) var values: [String]
  let name = "云溪区柳林街道办事处"
  var numbers: SeededNumbers

  init(seed: Int, form id: String) {
    guard let form = FormLibrary.builtIn.form(id: id) else { preconditionFailure("there is no form \(id)") }
    self.form = form
    year = id == "cn-2019" ? 2019 + seed % 2 : 2021 + seed % 5
    numbers = SeededNumbers(seed: seed)
    values = Array(repeating: "", count: form.cells.count)
    fillDisclosure()
    fillRequests()
    fillDisputes()
    decorate()
  }

  var title: String { "\(name)\(year)年政府信息公开工作年度报告" }

  // MARK: Figures

  private mutating func count(_ most: Int) -> Int {
    Int.random(in: 0..<10, using: &numbers) < 6 ? 0 : Int.random(in: 0...most, using: &numbers)
  }

  private mutating func fillDisclosure() {
    for (index, cell) in form.cells.enumerated() where form.tables[cell.table].id == "disclosure" {
      let number = count(300)
      switch cell.kind {
      case .money: values[index] = number == 0 ? "0" : "\(number).\(Int.random(in: 1..<10_000, using: &numbers))"
      case .change:
        values[index] = number % 3 == 1 ? "-\(number % 20 + 1)" : number % 3 == 2 ? "+\(number)" : "\(number)"
      default: values[index] = "\(number)"
      }
    }
  }

  private mutating func set(_ id: String, _ value: Int) {
    guard let cell = form.cell(id) else { preconditionFailure("there is no cell \(id)") }
    values[cell] = "\(value)"
  }

  private mutating func fillRequests() {
    let columns = ["natural_person", "business", "research", "public_interest", "legal_service", "other_org"]
    let rows = form.cells.filter { $0.id.hasPrefix("requests.") && $0.column == 0 }
      .map { $0.id.split(separator: ".").dropFirst().dropLast().joined(separator: ".") }
    let outer: Set = ["new", "carried_over", "result_total", "carried_forward"]
    var totals: [String: Int] = [:]
    for column in columns {
      let scale = column == "natural_person" ? 40 : 6
      var handled = 0
      for row in rows where !outer.contains(row) {
        let value = count(scale)
        handled += value
        set("requests.\(row).\(column)", value)
        totals[row, default: 0] += value
      }
      let forward = count(scale)
      let over = min(count(scale), handled + forward)
      for (row, value) in [
        ("result_total", handled), ("carried_forward", forward), ("carried_over", over),
        ("new", handled + forward - over),
      ] {
        set("requests.\(row).\(column)", value)
        totals[row, default: 0] += value
      }
    }
    for row in rows { set("requests.\(row).total", totals[row] ?? 0) }
  }

  private mutating func fillDisputes() {
    for row in ["review", "litigation_direct", "litigation_after_review"] {
      var total = 0
      for column in ["upheld", "corrected", "other", "pending"] {
        let value = count(9)
        total += value
        set("disputes.\(row).\(column)", value)
      }
      set("disputes.\(row).total", total)
    }
  }

  /// Remarks, units and signs that offices write beside figures, in a third of the reports.
  private mutating func decorate() {
    guard Int.random(in: 0..<3, using: &numbers) == 0 else { return }
    let cell = form.cells.indices.filter {
      form.cells[$0].table == 0 && values[$0] != "0" && form.cells[$0].kind == .count
    }
    .randomElement(using: &numbers)
    guard let cell else { return }
    values[cell] += ["件", "（其中修订2件）", "*", "[注1]"].randomElement(using: &numbers) ?? ""
  }

  /// Leaves cells blank in place of 0.
  func withBlanks() -> GeneratedReport {
    var report = self
    for (index, value) in values.enumerated() where value == "0" && Int.random(in: 0..<4, using: &report.numbers) == 0 {
      report.values[index] = ""
    }
    return report
  }

  // MARK: Prose

  /// The paragraphs of a section of the form, by its id.
  func prose(_ section: String) -> [String] {
    switch section {
    case "introduction":
      [
        "本报告由\(name)根据《中华人民共和国政府信息公开条例》（以下简称《条例》）要求编制而成，全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况和其他需要报告的事项。所列数据的统计期限自\(year)年1月1日起至\(year)年12月31日止。",
        "如对本报告有疑问，请与\(name)联系（地址：云溪区和平新村15号，邮编：650000，联系电话：0871—00000001）。",
      ]
    case "overview":
      [
        "\(year)年，柳林街道深入贯彻落实上级部署，创新公开方式，切实履行工作职责，不断提高政府工作透明度。",
        "（一）主动公开", "全年公开各类动态信息169篇；公示公告8条，分享到微信公众号、微博2个平台。版权信息已经登记，打印资料供群众查阅。",
        "（二）依申请公开", "街道收到政府信息公开申请均已答复，办理行政复议、行政诉讼情况见第四部分。",
        "（三）政府信息管理", "一是规范公开机制。二是拓宽公开渠道，做到“应公开、尽公开”。三是提升公开水准*。",
        "（四）政府信息公开平台建设", "（五）监督保障", "纳入考核，责任追究1次。",
      ]
    case "problems":
      ["存在的不足：一是主动公开的意识有待增强。二是信息形式不活、深度不够。", "下一步，街道将认真分析，不断规范工作流程。"]
    case "other_matters":
      ["（一）收费情况。\(year)年，未收取信息处理费。", "（二）其他。无其他需要报告的事项，特此报告。"]
    default: []
    }
  }
}
