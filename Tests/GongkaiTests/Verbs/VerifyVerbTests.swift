import Foundation
import Testing

/// Lists of checksums that differ from what was published.
struct VerifyVerbTests {
  private func published(_ settings: String = "") throws -> TemporaryPortal {
    let portal = try TemporaryPortal(PortalArchive.report("liulin", 2023))
    try portal.expectFewReports()
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + settings)
    try portal.build()
    #expect(try portal.run("verify", "Output").exitCode == (settings.isEmpty ? 0 : 2))
    return portal
  }

  private func verify(_ portal: TemporaryPortal) throws -> CommandRun {
    try portal.run("verify", "Output", "--lang", "en")
  }

  @Test func anEmptyListFails() throws {
    let portal = try published()
    for list in ["", "\n", "\0\0\0\0"] {
      try portal.write("Output/SHA256SUMS", list)
      let run = try verify(portal)
      #expect(run.exitCode == 1)
      #expect(run.stderr == "gongkai: the SHA256SUMS in 'Output' is empty or damaged: the site is not sound\n")
    }
  }

  @Test func aMissingListFailsIfOneWasPublished() throws {
    let portal = try published()
    try portal.remove("Output/SHA256SUMS")
    let run = try verify(portal)
    #expect(run.exitCode == 1)
    #expect(run.stdout.hasPrefix("missing SHA256SUMS\n"))
    try portal.remove("Output/.gongkai-manifest")
    #expect(try verify(portal).exitCode == 2, "nobody knows of a list")
  }

  @Test func aPortalWithoutOneCannotBeVerified() throws {
    let portal = try published("data: {checksums: false}\n")
    let run = try verify(portal)
    #expect(run.exitCode == 2)
    #expect(run.stderr.contains("has no SHA256SUMS"))
  }

  @Test func aTruncatedListFails() throws {
    let portal = try published()
    let lines = try portal.text("Output/SHA256SUMS").split(separator: "\n")
    let shorter = lines.filter { !$0.hasSuffix("  index.html") && !$0.hasSuffix("  data/cells.csv") }
    try portal.write("Output/SHA256SUMS", shorter.map { "\($0)\n" }.joined())
    let run = try verify(portal)
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("left out of the list data/cells.csv\nleft out of the list index.html\n"))
    #expect(run.stdout.contains("SHA256SUMS leaves out 2 files that were published."))
    #expect(!run.stdout.contains("not listed index.html"))

    try portal.remove("Output/.gongkai-manifest")
    let mirror = try verify(portal)
    #expect(mirror.exitCode == 0, "a mirror has the list only")
    #expect(mirror.stdout.contains("not listed index.html"))
  }

  @Test(arguments: ["gongkai-manifest 2 complete 4\n", ""])
  func aDamagedManifestFails(text: String) throws {
    let portal = try published()
    try portal.write("Output/.gongkai-manifest", text)
    let run = try verify(portal)
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("changed .gongkai-manifest\n"))
  }

  @Test func aPartlyPublishedSiteFails() throws {
    let portal = try published()
    try portal.replace(
      "gongkai-manifest 2 complete", with: "gongkai-manifest 2 unfinished", in: "Output/.gongkai-manifest")
    let run = try verify(portal)
    #expect(run.exitCode == 1)
    #expect(run.stdout.contains("unfinished .gongkai-manifest\n"))
  }
}
