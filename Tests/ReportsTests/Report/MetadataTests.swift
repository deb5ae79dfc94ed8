import Diagnostics
import ExampleReports
import MarkedSources
import Markup
import Testing

@testable import Reports

@Suite("Front matter of a report")
struct MetadataTests {
  private func read(_ lines: String) throws -> (metadata: ReportMetadata, findings: [Finding]) {
    let read = ReadReport(ExampleReport().line(startingWith: "published:", becomes: lines))
    return (try #require(read.report).metadata, read.findings)
  }

  @Test func everyKeyIsRead() throws {
    let (metadata, findings) = try read(
      """
      published: 2024-01-30 09:00
      index_number: "530199-2024-00012"
      contact: {address: 柳林路15号, postcode: "650000", phone: 0871-00000000, email: a@example.gov.cn}
      form: cn-2021
      period: {from: 2023-01-01, to: 2023-12-31}
      scope: consolidated
      covers: [shiqiao, longtan]
      joint: [heyuan]
      language: zh-Hans
      document_number: 云柳办〔2024〕1号
      source: 街道办公室
      editor: 张三
      reviewer: 李四
      modified: 2024-02-01
      first_published: 2024-01-29
      source_url: https://www.example.gov.cn/1.html
      attachments:
        - {file: nianbao.pdf, title: 盖章版}
        - file: tujie.png
      status: published
      publish_on: 2024-01-31
      accepted:
        - {finding: blank-cells, cell: requests.new.total, reason: 不适用, by: 办公室, date: 2024-01-30}
      corrections:
        - {date: 2024-03-01, cell: requests.new.total, from: 3, to: 0, reason: 多计}
        - {date: 2024-03-02, section: overview, reason: 笔误}
      """)
    #expect(FindingExample.places(of: findings) == [])
    #expect(metadata.published?.iso == "2024-01-30" && metadata.published?.time == "09:00")
    #expect(
      MetadataKey.all.map { metadata[$0] } == ["530199-2024-00012", "云柳办〔2024〕1号", "街道办公室", "张三", "李四"])
    #expect(metadata.contact?.postcode == "650000" && metadata.contact?.email == "a@example.gov.cn")
    #expect(metadata.period?.to.iso == "2023-12-31")
    #expect(
      metadata.scope == .consolidated && metadata.covers == ["shiqiao", "longtan"] && metadata.joint == ["heyuan"])
    #expect(
      metadata.modified?.iso == "2024-02-01" && metadata.firstPublished?.iso == "2024-01-29"
        && metadata.publishOn?.iso == "2024-01-31")
    #expect(metadata.attachments.map(\.title) == ["盖章版", "tujie.png"])
    #expect(metadata.accepted.first?.reason == "不适用" && metadata.accepted.first?.by == "办公室")
    #expect(metadata.corrections.map(\.to) == ["0", nil] && metadata.corrections.map(\.section) == [nil, "overview"])
  }

  @Test(arguments: ["0", "-9223372036854775808", "9223372036854775807", "10000", "二〇二三"])
  func invalidYears(_ year: String) throws {
    let read = ReadReport(ExampleReport().line(startingWith: "year:", becomes: "year: \(year)"))
    #expect(try #require(read.report).metadata.year == 0)
    #expect(read.findings.map(\.kind.id) == [FieldFindings.invalid.id])
  }

  @Test func unstatedSettingsHaveTheirDefaults() throws {
    let metadata = try read("published: 2024-01-30").metadata
    #expect(metadata.status == .published && metadata.scope == .own && metadata.language == "zh-Hans")
    #expect(
      metadata.statedPeriod == nil && metadata.period?.from.iso == "2023-01-01"
        && metadata.period?.to.iso == "2023-12-31")
  }

  @Test func draftNeedsNoDate() throws {
    #expect(try read("status: draft").findings.isEmpty)
  }

  @Test func withdrawnNeedsDateAndReason() throws {
    let (metadata, findings) = try read(
      "published: 2024-01-30\nstatus: withdrawn\nwithdrawn: {date: 2024-05-01, reason: 数据有误}")
    #expect(findings.isEmpty)
    #expect(metadata.withdrawn?.reason == "数据有误")
    #expect(
      try read("published: 2024-01-30\nstatus: withdrawn").findings.map(\.message.chinese) == ["缺少必填的键 withdrawn"])
  }

  @Test(arguments: ["title", "agency", "year", "published"])
  func aMissingRequiredKeyIsReported(_ key: String) {
    let example = ExampleReport().without(lineStartingWith: "\(key):")
    let findings = ReadReport(example).findings
    #expect(findings.map(\.message.chinese) == ["缺少必填的键 \(key)"])
    #expect(findings.first?.range?.described == "2:1-2:1")
  }

  @Test(arguments: [
    ("published: ⟦2024-02-30⟧", "这里应是日期，如 2024-01-30"), ("published: ⟦2024年1月30日⟧", "这里应是日期，如 2024-01-30"),
    ("published: 2024-01-30\nstatus: ⟦final⟧", "这里应是draft | published | withdrawn"),
    ("published: 2024-01-30\ncovers: ⟦shiqiao⟧", "这里应是一个列表"),
    ("published: 2024-01-30\n⟦publised⟧: 2024-01-30", "不认识的键 publised"),
    ("published: 2024-01-30\nperiod: ⟦⟧{from: 2023-01-01}", "缺少必填的键 to"),
    ("published: 2024-01-30\nperiod: ⟦⟧{to: 2023-12-31}", "缺少必填的键 from"),
    ("published: 2024-01-30\nattachments: [⟦⟧{title: 图}]", "缺少必填的键 file"),
    ("published: 2024-01-30\ncorrections: [⟦⟧{date: 2024-03-01}]", "缺少必填的键 reason"),
    ("published: 2024-01-30\ncontact: {⟦fax⟧: 1}", "不认识的键 fax"),
  ])
  func theFaultIsWhereMarked(_ lines: String, _ message: String) throws {
    let marked = ExampleReport().line(startingWith: "published:", becomes: lines).marked()
    let findings = ReadReport(marked.source).findings
    #expect(findings.map(\.message.chinese) == [message])
    #expect(findings.map { $0.range?.described } == marked.places.map(\.described))
  }
}
