internal import Reports

/// What a document says about its report: title, year, dates, and the information header.
struct ReportFacts {
  private(set) var title: String?
  private(set) var year: Int?
  private(set) var published: CalendarDate?
  private(set) var indexNumber: String?
  private(set) var documentNumber: String?
  private(set) var publisher: String?
  private(set) var source: String?
  private(set) var address: String?
  private(set) var postcode: String?
  private(set) var phone: String?
  private(set) var period: (from: CalendarDate, to: CalendarDate)?
  /// Blocks that hold nothing but these.
  private(set) var used: Set<Int> = []

  init(_ document: ImportedDocument) {
    for (index, block) in document.blocks.enumerated() {
      guard case .paragraph(let paragraph) = block else { continue }
      let text = paragraph.text
      if title == nil, Self.isTitle(text) {
        title = text.filter { !$0.isWhitespace }
        used.insert(index)
      } else if text == title {
        used.insert(index)
      } else if readHeader(text) {
        used.insert(index)
      }
      if period == nil { period = Self.period(in: text) }
      readContact(text)
    }
    if let named = document.properties["articletitle"], title == nil || !Self.isTitle(title ?? "") { title = named }
    year = title.flatMap { Self.year(in: $0) } ?? period?.from.year
    if let date = document.properties["pubdate"].flatMap(Self.date) { published = date }
    if let source = document.properties["contentsource"], !source.isEmpty { self.source = self.source ?? source }
  }

  private static func isTitle(_ text: String) -> Bool {
    text.count <= 80 && text.contains("年") && text.contains("报告") && text.contains("信息公开")
      && !text.contains { "。；：:".contains($0) } && year(in: text) != nil
  }

  /// The first four digits in front of 年.
  static func year(in text: String) -> Int? {
    text.firstMatch(of: /(20\d\d)\s*年/).flatMap { Int($0.1) }
  }

  static func date(_ text: String) -> CalendarDate? {
    guard let match = text.firstMatch(of: /(\d{4})\s*[-年\/.]\s*(\d{1,2})\s*[-月\/.]\s*(\d{1,2})/),
      let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
      var date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    if let time = text[match.range.upperBound...].firstMatch(of: /\b([01]\d|2[0-3]):([0-5]\d)/) {
      date.time = String(time.0)
    }
    return date
  }

  private static func period(in text: String) -> (from: CalendarDate, to: CalendarDate)? {
    let pattern = /(\d{4}年\d{1,2}月\d{1,2}日)\s*(?:起)?\s*(?:至|到|-|—|－)\s*(\d{4}年\d{1,2}月\d{1,2}日)/
    guard text.contains("统计期限") || text.contains("期限"), let match = text.firstMatch(of: pattern),
      let from = date(String(match.1)), let to = date(String(match.2))
    else { return nil }
    return (from, to)
  }

  private static let keys = [
    "索引号", "发布文号", "文号", "发布机构", "发布单位", "发布日期", "公开日期", "发文日期", "成文日期", "信息来源", "来源", "主题分类", "组配分类",
    "分类", "信息名称", "名称", "关键词", "有效性", "时效",
  ]

  /// `索引号：014314799/2024-00002`; several may stand in one line.
  private mutating func readHeader(_ text: String) -> Bool {
    guard text.count < 200 else { return false }
    // Each key with what follows it up to the next.
    let marks = Self.marks(in: text)
    guard let first = marks.first, text[..<first.start].allSatisfy(\.isWhitespace) else { return false }
    for (index, mark) in marks.enumerated() {
      let end = index + 1 < marks.count ? marks[index + 1].start : text.endIndex
      let value = text[mark.end..<end].drop(while: \.isWhitespace)
      let trimmed = String(value.reversed().drop(while: \.isWhitespace).reversed())
      if !trimmed.isEmpty { set(mark.key, trimmed) }
    }
    return true
  }

  private static func marks(in text: String) -> [(key: String, start: String.Index, end: String.Index)] {
    var marks: [(key: String, start: String.Index, end: String.Index)] = []
    var start = text.startIndex
    while start < text.endIndex {
      let rest = text[start...]
      if let key = keys.first(where: { rest.hasPrefix($0) }),
        let colon = rest.dropFirst(key.count).drop(while: \.isWhitespace).first, "：:".contains(colon),
        let end = rest.firstIndex(of: colon)
      {
        marks.append((key, start, text.index(after: end)))
        start = text.index(after: end)
      } else {
        start = text.index(after: start)
      }
    }
    return marks
  }

  private mutating func set(_ key: String, _ value: String) {
    switch key {
    case "索引号": indexNumber = value
    case "文号", "发布文号": documentNumber = value
    case "发布机构", "发布单位": publisher = value
    case "来源", "信息来源": source = value
    case "发布日期", "公开日期": published = Self.date(value) ?? published
    case "发文日期": published = published ?? Self.date(value)
    default: break
    }
  }

  private mutating func readContact(_ text: String) {
    guard address == nil, text.contains("地址") else { return }
    func value(_ pattern: Regex<(Substring, Substring)>) -> String? {
      text.firstMatch(of: pattern).map { String($0.1) }
    }
    address = value(/地址\s*[：:为]\s*([^，,；;。)）]+)/)
    postcode = value(/(?:邮编|邮政编码)\s*[：:为]\s*(\d{6})/)
    phone = value(/电话\s*[：:为]\s*([0-9\-—－]+)/)?.replacing("—", with: "-").replacing("－", with: "-")
  }
}
