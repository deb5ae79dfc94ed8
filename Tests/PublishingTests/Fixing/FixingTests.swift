internal import Diagnostics
internal import Foundation
internal import Testing

@testable internal import Publishing

@Suite struct FixingTests {
  let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  @Test func anUnreadableReportIsAFindingNotAReportWithoutFaults() throws {
    try fixture.put("Content/site.yaml", "name: 年报\nbase_url: https://www.example.gov.cn/nb/\nlanguages: [zh-Hans]\n")
    try fixture.put("Content/reports/2023/liulin.md", "---\ntitle: 年报\n---\n")
    let sources = PortalSources(folder: fixture.root, jobs: 1)
    try FileManager.default.removeItem(atPath: "\(fixture.root)/Content/reports/2023/liulin.md")
    let (fixed, unreadable) = Fixing(sources: sources, jobs: 1).run { _ in true }
    #expect(fixed.isEmpty)
    #expect(unreadable.map(\.kind.id) == ["file-missing"])
    #expect(unreadable.first?.range?.file == "reports/2023/liulin.md")
  }
}
