internal import Markup
internal import Reports

/// The facts about a report that a document states: title, year, dates, and the information header.
package struct ReportFacts {
  /// Where the day of publication was found.
  package enum DateSource: String, Sendable {
    case page, header, option, signature
  }

  private(set) var title: String?
  private(set) var year: Int?
  private(set) var pageDate: CalendarDate?
  private(set) var signatureDate: CalendarDate?
  private(set) var header = InformationHeader()
  private(set) var address: String?
  private(set) var postcode: String?
  private(set) var phone: String?
  private(set) var period: (from: CalendarDate, to: CalendarDate)?
  /// Blocks that contain nothing but these.
  private(set) var used: Set<Int> = []

  init(_ document: ImportedDocument) {
    readHeader(document.surroundings)
    readTitle(document)
    used.formUnion(header.read(document.blocks.prefix(40).enumerated().filter { !used.contains($0.offset) }))
    for block in document.blocks {
      guard case .paragraph(let paragraph) = block else { continue }
      if period == nil { period = Self.period(in: paragraph.text) }
      readContact(paragraph.text)
    }
    year = title.flatMap { Self.year(in: $0) } ?? period?.from.year
    pageDate = (document.properties["pubdate"] ?? document.properties["publishtime"]).flatMap {
      DateReader.date(in: $0)
    }
    if let source = document.properties["contentsource"], !source.isEmpty { header.source = header.source ?? source }
    readSignature(document)
  }

  /// The day of publication: that of the page, else that of its header, else the one given, else that of the signature.
  func published(given day: CalendarDate?) -> (date: CalendarDate, source: DateSource)? {
    if let pageDate { return (pageDate, .page) }
    if let date = header.published { return (date, .header) }
    if let day { return (day, .option) }
    return signatureDate.map { ($0, .signature) }
  }

  /// The name of the agency: what the title has in front of the year.
  var name: String? {
    guard let title else { return nil }
    let end = title.firstMatch(of: /20[0-9][0-9]\s*年|二[〇零○]/)?.range.lowerBound ?? title.startIndex
    let name = title[..<end].split(separator: "关于").first.map(String.init) ?? ""
    return name.isEmpty ? header.publisher ?? header.source : name
  }

  func write(
    to frontMatter: inout FrontMatter, agency: String, year: Int, form: Form, published: CalendarDate?
  ) {
    frontMatter.add("title", title ?? "\(year)年政府信息公开工作年度报告")
    frontMatter.add("agency", plain: agency)
    frontMatter.add("year", plain: "\(year)")
    if !form.isToldByLabels { frontMatter.add("form", form.id) }
    frontMatter.add("published", plain: published.map { date in date.time.map { "\(date.iso) \($0)" } ?? date.iso })
    frontMatter.add("index_number", header.indexNumber, always: true)
    frontMatter.add("document_number", header.documentNumber)
    frontMatter.add("source", header.source)
    let isWholeYear = period.map { period in
      period.from == CalendarDate(year: year, month: 1, day: 1)
        && period.to == CalendarDate(year: year, month: 12, day: 31)
    }
    if isWholeYear == false, let period {
      frontMatter.add("period", plain: "{from: \(period.from.iso), to: \(period.to.iso)}")
    }
    frontMatter.add(
      "contact",
      mapping: [
        ("address", address.map { YAMLText.quoted($0) }),
        ("postcode", postcode.map { YAMLText.quoted($0, always: true) }),
        ("phone", phone.map { YAMLText.quoted($0) }),
      ])
  }

  private mutating func readHeader(_ blocks: [ImportedDocument.Block]) {
    _ = header.read(blocks.enumerated().map { ($0.offset, $0.element) })
  }

  // MARK: Title

  private mutating func readTitle(_ document: ImportedDocument) {
    var previous: (text: String, index: Int)?
    for (index, block) in document.blocks.enumerated() {
      guard case .paragraph(let paragraph) = block else {
        previous = nil
        continue
      }
      let text = paragraph.text.filter { !$0.isWhitespace }
      if title == nil, index < 40, Self.isTitle(text) {
        title = text
        used.insert(index)
        // The name of the office may be a line of its own.
        if Self.startsWithYear(text), let previous, Self.isName(previous.text) {
          title = previous.text + text
          used.insert(previous.index)
        }
      } else if let title, text == title || title.hasSuffix(text), text.utf8.count > 30, Self.isTitle(text) {
        used.insert(index)
      }
      previous = (text, index)
    }
    let named = ["articletitle", "ucaptitle", "front-title"].compactMap { document.properties[$0] }
      .map { $0.filter { !$0.isWhitespace } }
    let beside = document.surroundings.compactMap { block -> String? in
      guard case .paragraph(let paragraph) = block else { return nil }
      return paragraph.text.filter { !$0.isWhitespace }
    }
    let pageTitle = document.properties["title"].map { $0.prefix { !"_-—|".contains($0) }.filter { !$0.isWhitespace } }
    let others = (named + beside + [pageTitle].compactMap { $0 }).filter { Self.isTitle($0) }
    if let title, !Self.startsWithYear(title) { return }
    // A title without the name of the office is completed by another one.
    title = others.first { !Self.startsWithYear($0) } ?? title ?? others.first
  }

  private static func isTitle(_ text: String) -> Bool {
    guard text.utf8.count <= 240 else { return false }
    let words = text.simplified
    return words.contains("年") && (words.contains("报告") || words.contains("年报")) && words.contains("信息公开")
      && !words.contains { "。；：:，,（".contains($0) && $0 != "（" } && year(in: words) != nil
  }

  private static func startsWithYear(_ text: String) -> Bool {
    text.prefixMatch(of: /[0-9０-９]|二[〇零○]/) != nil
  }

  private static func isName(_ text: String) -> Bool {
    (4...40).contains(text.count) && !text.contains { "。；：:，,、".contains($0) || $0.isArabicDigit }
  }

  /// The first four digits in front of 年, in Arabic or Chinese numerals.
  static func year(in text: String) -> Int? {
    if let match = text.firstMatch(of: /(20[0-9][0-9])\s*年/) { return Int(match.1) }
    if let match = text.firstMatch(of: /(二[〇零○Ｏ][一二][〇零○一二三四五六七八九])\s*年/) {
      return DateReader.digits(match.1)
    }
    let plain = String(
      text.map {
        $0.isASCII
          ? $0 : $0.wholeNumberValue.flatMap { "0123456789".contains("\($0)") ? Character("\($0)") : nil } ?? $0
      })
    return plain == text ? nil : year(in: plain)
  }

  // MARK: Dates

  private static func period(in text: String) -> (from: CalendarDate, to: CalendarDate)? {
    guard text.contains("期限") || text.contains("期限".simplified) else { return nil }
    let pattern =
      /([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)\s*(?:起|开始)?\s*(?:至|到|-|—|－|——)\s*((?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)/
    guard let match = text.filter({ !$0.isWhitespace }).firstMatch(of: pattern),
      let from = DateReader.date(in: String(match.1)),
      let to = DateReader.date(in: match.2.contains("年") ? String(match.2) : "\(from.year)年\(match.2)")
    else { return nil }
    return (from, to)
  }

  /// A date that is a line near the end.
  private mutating func readSignature(_ document: ImportedDocument) {
    let last = document.blocks.suffix(12).reversed()
    for block in last {
      guard case .paragraph(let paragraph) = block, paragraph.text.utf8.count < 90 else { continue }
      let text = paragraph.text.filter { !$0.isWhitespace }
      guard let match = text.firstMatch(of: /(?:^|[^0-9期止])((?:[0-9]{4}|[二〇零○一二三四五六七八九]{4})年[^年日]{1,4}月[^月日]{1,4}日)$/),
        let date = DateReader.date(in: String(match.1))
      else { continue }
      signatureDate = date
      return
    }
  }

  // MARK: Contact

  private mutating func readContact(_ text: String) {
    guard address == nil, text.contains("地址") else { return }
    func value(_ pattern: Regex<(Substring, Substring)>) -> String? {
      text.firstMatch(of: pattern).map { TextLine.trimmed($0.1) }
    }
    address = value(/地址\s*[：:为]\s*([^，,；;。)）]+)/)
    postcode = value(/(?:邮编|邮政编码)\s*[：:为]\s*([0-9]{6})/)
    phone = value(/电话\s*[：:为]\s*([0-9\-—－]+)/)?.replacing("—", with: "-").replacing("－", with: "-")
  }
}
