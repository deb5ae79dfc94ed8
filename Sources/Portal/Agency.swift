package import Diagnostics
package import Languages
package import Markup
package import Reports

/// A body that has to report, as described by the file named after it in `agencies/`.
package final class Agency: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case government
    case governmentOffice = "government_office"
    case department
    /// 派出机关、派出机构
    case dispatched
    /// 法律、法规授权的组织
    case institution

    package var name: Text {
      switch self {
      case .government: Text("agency_kind.government")
      case .governmentOffice: Text("agency_kind.government_office")
      case .department: Text("agency_kind.department")
      case .dispatched: Text("agency_kind.dispatched")
      case .institution: Text("agency_kind.institution")
      }
    }
  }

  package enum Level: String, Sendable, CaseIterable {
    case national, province, prefecture, county, township

    package var name: Text {
      switch self {
      case .national: Text("agency_level.national")
      case .province: Text("agency_level.province")
      case .prefecture: Text("agency_level.prefecture")
      case .county: Text("agency_level.county")
      case .township: Text("agency_level.township")
      }
    }
  }

  package struct EarlierName: Sendable {
    package var name: String
    package var to: CalendarDate
  }

  package let id: String
  package let name: String
  package let shortName: String?
  package let region: String
  package let kind: Kind
  package let level: Level?
  /// The id of its function, shared by its peers in other regions: `finance`.
  package let function: String?
  package let code: String?
  package let contact: ReportMetadata.Contact?
  /// In chronological order.
  package let names: [EarlierName]
  package let activeFrom: CalendarDate?
  package let activeTo: CalendarDate?
  /// The years for which the portal holds its reports, if not all.
  package let years: YearRange
  package let predecessors: [String]
  package let aliases: [String]
  /// The text about the agency: the body of its file.
  package let about: Document

  /// Taken, because `reports/2023/csv-metadata.json` describes the CSV files of a year.
  private static let takenID = "csv-metadata"

  package static func isIdentifierByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  /// - Returns: `nil`, with a finding, if the file name cannot be used as an id.
  package init?(_ document: Document, findings: inout [Finding]) {
    let source = document.source
    let file = source.path.split(separator: "/").last ?? ""
    id = String(file.split(separator: ".", omittingEmptySubsequences: false).first ?? "")
    about = document
    guard !id.isEmpty, id.utf8.allSatisfy(Self.isIdentifierByte), id.utf8.count <= 100, id != Self.takenID else {
      findings.append(
        Finding(
          RegistryFindings.invalidIdentifier, at: source.range(ofLine: 1),
          LocalizedText("文件名 \(file) 不能作机关标识", en: "the file name \(file) cannot be an agency's id")))
      return nil
    }
    var fields = Fields(document.frontMatter, in: source)
    name = fields.requiredText("name") ?? ""
    shortName = fields.text("short_name")
    region = fields.requiredText("region") ?? ""
    kind = fields.choice("kind", Kind.self) ?? .department
    level = fields.choice("level", Level.self)
    function = fields.optional("function").flatMap { fields.identifier(of: $0) }
    code = fields.optional("code").flatMap { value in
      fields.typed(
        value, value.text.flatMap { SocialCreditCode.isValid($0) ? $0 : nil },
        LocalizedText(
          "校验位正确的 18 位统一社会信用代码", en: "a unified social credit code of 18 characters with a correct check digit"))
    }
    contact = fields.optional("contact").map { fields.mapping($0) { ReportMetadata.Contact(&$0) } }
    names = fields.items("names").compactMap { value in
      fields.mapping(value) { fields in
        let name = fields.requiredText("name")
        guard let to = fields.requiredDate("to"), let name else { return nil }
        return EarlierName(name: name, to: to)
      }
    }.sorted { $0.to < $1.to }
    (activeFrom, activeTo) =
      fields.optional("active").map { fields.mapping($0) { ($0.date("from"), $0.date("to")) } } ?? (nil, nil)
    years = fields.optional("years").map { fields.mapping($0) { YearRange(&$0) } } ?? YearRange()
    predecessors = fields.texts("predecessors")
    aliases = fields.texts("aliases")
    findings += fields.finish()
  }

  /// Whether it had to report on a year, as far as the portal holds its reports.
  package func isBound(in year: Int) -> Bool {
    if let activeFrom, activeFrom.year > year { return false }
    if let activeTo, activeTo.year <= year { return false }
    return years.contains(year)
  }

  /// The name that was in force at the end of a year.
  package func name(in year: Int) -> String {
    guard let end = CalendarDate(year: year, month: 12, day: 31) else { return name }
    return names.first { $0.to >= end }?.name ?? name
  }
}

/// 统一社会信用代码, GB 32100-2015.
enum SocialCreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

  static func isValid(_ code: String) -> Bool {
    let values = code.utf8.map { alphabet.firstIndex(of: $0) }
    guard values.count == 18, !values.contains(nil) else { return false }
    var weight = 1
    var sum = 0
    for value in values.prefix(17) {
      sum += (value ?? 0) * weight
      weight = weight * 3 % 31
    }
    return (31 - sum % 31) % 31 == values[17]
  }
}
