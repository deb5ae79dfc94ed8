import Foundation
import Testing

/// Broken or malicious files of the operator lead to the same findings in `check` and `build`, quickly.
struct OperatorFilesTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let finding: String
    let files: [String: String]

    var testDescription: String { name }

    init(_ name: String, finding: String, _ files: [String: String]) {
      (self.name, self.finding, self.files) = (name, finding, files)
    }
  }

  private static let regions =
    "- {code: \"530100\", name: 昆明市}\n- {code: \"530199\", name: 云溪区, parent: \"530100\"}\n"

  private static func regions(_ more: String) -> [String: String] { ["Content/regions.yaml": regions + more] }

  private static func chain(_ count: Int, parent: (Int) -> String?) -> [String: String] {
    regions(
      (0..<count).map { index in
        "- {code: \"a\(index)\", name: 甲\(parent(index).map { ", parent: \"\($0)\"" } ?? "")}\n"
      }.joined())
  }

  private static func form(rows: Int, columns: Int, rules: String = "") -> [String: String] {
    func items(_ name: String, _ count: Int) -> String {
      (0..<count).map { "          - {id: \(name)\($0), label: \(name)\($0)}\n" }.joined()
    }
    return [
      "Content/forms/own.yaml": """
      id: own
      title: 自
      years: {from: 2023, to: 2023}
      signs: [甲列]
      tables:
        - id: t
          title: 表
          blocks:
            - id: b
              columns:
      \(items("c", columns))\
              rows:
      \(items("r", rows))\
      sections:
        - {id: a, label: 一、总体情况, table: t}
      \(rules)
      """
    ]
  }

  /// - Parameter layout: The layout of text pages.
  private static func theme(_ layout: String, partials: [String: String] = [:]) -> [String: String] {
    var files = [
      "Content/site.yaml": PortalArchive(PortalArchive.registry).files[0].text + "theme: city\n",
      "Themes/city/theme.yaml": "extends: default\n", "Themes/city/layouts/document.mustache": layout,
    ]
    for (name, text) in partials { files["Themes/city/partials/\(name).mustache"] = text }
    return files
  }

  static let cases: [Case] = [
    Case("a region without a code", finding: "value-invalid", regions("- {code: \"\", name: 空}\n")),
    Case(
      "a region's code of 300 characters", finding: "value-invalid",
      regions("- {code: \"\(String(repeating: "1", count: 300))\", name: 长}\n")),
    Case("10,000 regions above each other", finding: "limit-exceeded", chain(10_000) { $0 > 0 ? "a\($0 - 1)" : nil }),
    Case("30,000 regions in a circle", finding: "region-unknown", chain(30_000) { "a\(($0 + 1) % 30_000)" }),
    Case("20,000 regions below unknown ones", finding: "region-unknown", chain(20_000) { "b\($0)" }),
    Case(
      "lists in lists", finding: "yaml-invalid",
      ["Content/regions.yaml": String(repeating: "[", count: 400_000) + String(repeating: "]", count: 400_000)]),
    Case(
      "100,000 unknown keys", finding: "key-unknown",
      [
        "Content/site.yaml": PortalArchive(PortalArchive.registry).files[0].text
          + (0..<100_000).map { "key\($0): 1\n" }.joined()
      ]),
    Case("a form of a million cells", finding: "limit-exceeded", form(rows: 1_000, columns: 1_000)),
    Case(
      "20,000 rules for 2,000 rows", finding: "limit-exceeded",
      form(
        rows: 2_000, columns: 3,
        rules: "rules:\n"
          + String(repeating: "  - {id: requests-balance, sum: [t.*.c0], equals: [t.*.c1, t.*.c2]}\n", count: 20_000))),
    Case(
      "8,000 sections in each other", finding: "theme-too-large",
      theme(String(repeating: "{{#agency}}", count: 8_000) + String(repeating: "{{/agency}}", count: 8_000))),
    Case(
      "8,000 sections that are not closed", finding: "theme-too-large",
      theme(String(repeating: "{{#agency}}", count: 8_000))),
    Case("a layout of 300 kB", finding: "theme-too-large", theme(String(repeating: "字", count: 100_000))),
    Case("20,000 unknown names", finding: "theme-name-unknown", theme(String(repeating: "{{titel}}\n", count: 20_000))),
    Case(
      "partials that double 24 deep", finding: "theme-too-large",
      theme(
        "{{> p0}}",
        partials: Dictionary(
          uniqueKeysWithValues: (0...24).map { ("p\($0)", $0 == 24 ? "末" : "{{> p\($0 + 1)}}{{> p\($0 + 1)}}") }))),
    Case(
      "500 partials in each other", finding: "theme-too-large",
      theme(
        "{{> p0}}",
        partials: Dictionary(uniqueKeysWithValues: (0...500).map { ("p\($0)", $0 == 500 ? "末" : "{{> p\($0 + 1)}}") }))),
    Case(
      "partials in a circle", finding: "theme-partial-missing",
      theme("{{> p0}}", partials: ["p0": "{{> p1}}{{> p1}}", "p1": "{{> p0}}{{> p0}}"])),
  ]

  @Test(arguments: cases)
  func itIsFoundAndTheOldSiteStays(_ input: Case) throws {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.build()
    let before = try portal.files()
    for (path, text) in input.files { try portal.write(path, text) }
    for verb in ["check", "build"] {
      let run = try portal.run(verb)
      #expect(run.exitCode == 1)
      #expect(
        (run.stdout + run.stderr).contains("[\(input.finding)]"), "\(run.stdout.prefix(500))\(run.stderr.prefix(500))")
      #expect(run.seconds < 20)
    }
    #expect(try portal.files() == before)
  }
}
