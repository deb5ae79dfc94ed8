import Diagnostics
import Portal
import Testing

struct RegionTreeTests {
  private func tree(_ yaml: String) throws -> (tree: RegionTree, findings: [Finding]) {
    var findings: [Finding] = []
    let tree = try Fixture.regions(yaml, findings: &findings)
    return (tree, findings)
  }

  @Test func levelsMayBeMissing() throws {
    let (tree, findings) = try tree(
      """
      - {code: "110105", name: 朝阳区, parent: "110000"}
      - {code: "110000", name: 北京市}
      - {code: gaoxin, name: 高新区, parent: "110105"}
      - {code: "530000", name: 云南省}
      """)
    #expect(findings.isEmpty)
    #expect(tree.roots.map(\.code) == ["110000", "530000"])
    #expect(tree.children(of: "110000").map(\.code) == ["110105"])
    #expect(tree.ancestors(of: "gaoxin").map(\.name) == ["朝阳区", "北京市"])
    #expect(tree.regions.map(\.code) == ["110000", "110105", "530000", "gaoxin"], "in the order of their codes")
  }

  @Test(arguments: [1, 2, 3, 40])
  func aCycleIsAnErrorForEachRegionInIt(_ length: Int) throws {
    let yaml = (0..<length).map { "- {code: \"\($0)\", name: 区, parent: \"\(($0 + 1) % length)\"}" }.joined(
      separator: "\n")
    let (tree, findings) = try tree(yaml)
    #expect(findings.ids == Array(repeating: "region-unknown", count: length))
    #expect(tree.ancestors(of: "0").count <= 16, "and no endless walk")
  }

  @Test func regionsBelowACycleAreHandled() throws {
    let (tree, findings) = try tree(
      """
      - {code: "1", name: 甲, parent: "2"}
      - {code: "2", name: 乙, parent: "1"}
      - {code: "3", name: 丙, parent: "1"}
      """)
    #expect(findings.contains { $0.kind.id == "region-unknown" })
    #expect(tree.ancestors(of: "3").count <= 16)
  }

  @Test func aParentThatIsNotThereIsAnErrorWithASuggestion() throws {
    let (_, findings) = try tree("- {code: \"530000\", name: 云南省}\n- {code: \"530100\", name: 昆明市, parent: \"53000\"}")
    #expect(findings.ids == ["region-unknown"])
    #expect(findings.first?.range?.line == 2)
    #expect(findings.first?.help?.english == "did you mean 530000?")
  }

  @Test func aCodeOccursOnce() throws {
    let (tree, findings) = try tree("- {code: \"1\", name: 甲}\n- {code: \"1\", name: 乙}")
    #expect(findings.ids == ["region-doubled"])
    #expect(findings.first?.range?.line == 2)
    #expect(findings.first?.related.first?.range.line == 1)
    #expect(tree["1"]?.name == "甲")
  }

  @Test(arguments: ["../x", "a/b", "A1", "区"])
  func aCodeMustBeUsableInAPath(_ code: String) throws {
    let (tree, findings) = try tree("- {code: \"\(code)\", name: 甲}")
    #expect(findings.ids == ["value-invalid"])
    #expect(tree.regions.isEmpty)
  }
}
