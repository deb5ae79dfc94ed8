internal import Bytes
internal import Markup
internal import Portal
internal import Reports

/// The reports of a portal in the order in which the search numbers them: by agency in the order of the registry, then
/// by year.
struct SearchDocuments {
  private let forms: FormLibrary
  private let portal: Portal
  private var reports: [ReportSummary] = []
  private var hasKnownFaults: [Bool] = []
  /// Document numbers in the whole index, by indexer and by the indexer's own number.
  private var numbers: [[Int?]] = []
  /// The reports of each agency in the registry.
  private var ranges: [Range<Int>] = []

  var count: Int { reports.count }

  init(forms: FormLibrary, portal: Portal, indexers: [SearchIndexer]) {
    self.forms = forms
    self.portal = portal
    let registry = portal.registry
    var places: [Place: Int] = [:]
    for (rank, agency) in registry.agencies.enumerated() {
      let own = portal.reports(of: agency.id).filter { $0.agency == agency.id }.sorted { $0.year < $1.year }
      ranges.append(reports.count..<reports.count + own.count)
      for report in own {
        places[Place(agency: rank, year: report.year)] = reports.count
        reports.append(report)
      }
    }
    hasKnownFaults = Array(repeating: false, count: reports.count)
    for indexer in indexers {
      var found: [Int?] = []
      found.reserveCapacity(indexer.entries.count)
      for entry in indexer.entries {
        let number = registry.index(of: entry.agency).flatMap { places[Place(agency: $0, year: entry.year)] }
        if let number { hasKnownFaults[number] = entry.hasKnownFaults }
        found.append(number)
      }
      numbers.append(found)
    }
  }

  private struct Place: Hashable {
    var agency: Int
    var year: Int
  }

  func number(of document: Int, in indexer: Int) -> Int? { numbers[indexer][document] }

  // MARK: Writing

  /// `search/data/portal.js`
  func script(version: String, terms: Int, firstLists: [Int]) -> JSONWriter {
    var json = JSONWriter(buffer: ByteBuffer(capacity: 64 << 10))
    json.buffer.append("gongkaiSearch(\"portal\",")
    json.beginObject()
    json.field("version", version)
    json.field("documents", count)
    json.field("terms", terms)
    json.key("lists")
    json.array { json in
      for number in firstLists { json.value(number) }
    }
    json.field("sections", SearchSections(forms: forms).ids)
    let regions = portal.registry.regions.regions
    let regionPlaces = Dictionary(uniqueKeysWithValues: regions.indices.map { (regions[$0].code, $0) })
    json.key("regions")
    json.array { json in
      for region in regions {
        json.array { json in
          json.value(region.code)
          json.value(region.name)
          json.value(region.parent.flatMap { regionPlaces[$0] } ?? -1)
        }
      }
    }
    json.field("forms", forms.forms.map(\.id))
    var titles = TitlePatterns()
    writeAgencies(regionPlaces, &titles, &json)
    json.field("titles", titles.patterns)
    json.key("folding")
    json.array { json in
      for rule in SearchFolding.rules {
        json.array { json in
          json.value(Int(rule.first))
          json.value(Int(rule.last))
          json.value(Int(rule.target))
        }
      }
    }
    json.field("initials", PinyinInitials.lines(for: portal.registry.agencies.flatMap(\.allNames)))
    // Queries are folded like the index.
    json.field(
      "simplified",
      String(decoding: SimplifiedCharacters.pairs.flatMap { [$0.character, $0.simplified] }, as: UTF16.self))
    json.endObject()
    json.buffer.append(")\n")
    return json
  }

  /// For each agency: id, name, region, other names, earlier names with the last year of each, and four numbers per
  /// report: year, form, title pattern, flags.
  private func writeAgencies(
    _ regions: [String: Int], _ titles: inout TitlePatterns, _ json: inout JSONWriter
  ) {
    let numbers = Dictionary(
      uniqueKeysWithValues: forms.forms.indices.map { (forms.forms[$0].id, $0) })
    json.key("agencies")
    json.beginArray()
    for (agency, range) in zip(portal.registry.agencies, ranges) {
      json.beginArray()
      json.value(agency.id)
      json.value(agency.name)
      json.value(regions[agency.region] ?? -1)
      json.array { json in
        if let name = agency.shortName { json.value(name) }
      }
      json.array { json in
        for earlier in agency.names {
          json.value(earlier.name)
          json.value(earlier.to.month == 12 && earlier.to.day == 31 ? earlier.to.year : earlier.to.year - 1)
        }
      }
      json.beginArray()
      for number in range {
        let report = reports[number]
        json.value(report.year)
        json.value(numbers[report.form] ?? -1)
        json.value(titles.number(of: report.title, name: agency.name(in: report.year), year: report.year))
        json.value(marks(of: number))
      }
      json.endArray()
      json.endArray()
    }
    json.endArray()
  }

  private func marks(of number: Int) -> Int {
    let report = reports[number]
    return (hasKnownFaults[number] ? 1 : 0) | (report.isCorrected ? 2 : 0) | (report.scope == .consolidated ? 4 : 0)
      | (report.status == .withdrawn ? 8 : 0)
  }
}

extension Agency {
  fileprivate var allNames: [String] { [name, shortName].compactMap { $0 } + names.map(\.name) }
}

/// Titles with the agency's name and the year replaced by signs, since most titles contain nothing else that differs.
private struct TitlePatterns {
  /// `@` stands for the name and `#` for the year.
  private(set) var patterns: [String] = []
  private var numbers: [String: Int] = [:]

  private static let usual = "@#年政府信息公开工作年度报告"

  mutating func number(of title: String, name: String, year: Int) -> Int {
    let isUsual = title == "\(name)\(year)年政府信息公开工作年度报告"
    let pattern = isUsual ? Self.usual : Self.pattern(of: title, name: name, year: year)
    if let known = numbers[pattern] { return known }
    numbers[pattern] = patterns.count
    patterns.append(pattern)
    return patterns.count - 1
  }

  private static func pattern(of title: String, name: String, year: Int) -> String {
    // A title that contains one of the signs is kept as it is, preceded by `=`.
    if title.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "#") }) { return "=" + title }
    let named = replacing(Array(name.utf8), with: UInt8(ascii: "@"), in: Array(title.utf8))
    let dated = replacing(Array("\(year)".utf8), with: UInt8(ascii: "#"), in: named)
    let pattern = String(decoding: dated, as: UTF8.self)
    return pattern.hasPrefix("=") ? "=" + title : pattern
  }

  /// Replaces the first occurrence of some bytes by a sign.
  private static func replacing(_ old: [UInt8], with sign: UInt8, in text: [UInt8]) -> [UInt8] {
    if old.isEmpty || text.count < old.count { return text }
    for start in 0...(text.count - old.count) where text[start..<start + old.count].elementsEqual(old) {
      return Array(text[..<start]) + [sign] + Array(text[(start + old.count)...])
    }
    return text
  }
}
