internal import Diagnostics
internal import Foundation
internal import Testing

@testable internal import Publishing

@Suite struct OutputLockTests {
  let fixture: OutputFixture

  init() throws { fixture = try OutputFixture() }

  @Test func aSecondBuildIsToldWhoHoldsTheLock() throws {
    let location = try OutputLocation(fixture.site)
    let lock = try OutputLock(location)
    let error = #expect(throws: PublishingError.self) { try OutputLock(location) }
    #expect(error?.isRefusal == true)
    #expect(error?.message[.english].contains("process \(getpid())") == true)
    #expect(error?.message[.simplifiedChinese].contains("进程 \(getpid())") == true)
    withExtendedLifetime(lock) {}
  }

  @Test func releasedItLeavesNoFileAndCanBeTakenAgain() throws {
    for _ in 1...3 {
      let lock = try OutputLock(OutputLocation(fixture.site))
      #expect(try fixture.names() == [".site.gongkai-lock"])
      withExtendedLifetime(lock) {}
    }
    #expect(try fixture.names().isEmpty)
  }

  @Test func theLockOfAKilledBuildIsTakenOver() async throws {
    let path = fixture.site
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let lock = try OutputLock(OutputLocation(path))
      kill(getpid(), SIGKILL)
      withExtendedLifetime(lock) {}
    }
    #expect(try fixture.names() == [".site.gongkai-lock"])
    #expect(throws: Never.self) { try OutputLock(OutputLocation(path)) }
  }

  @Test func itIsHeldForAsLongAsAStagingTreeLives() throws {
    let location = try OutputLocation(fixture.site)
    let staging = try StagingTree(under: OutputLock(location))
    #expect(throws: PublishingError.self) { try OutputLock(location) }
    staging.discard()
  }

  @Test func parentFoldersOfANewOutputAreCreated() throws {
    let path = fixture.root + "/a/b/site"
    try SampleTree(files: ["a.html": "x"]).publish(at: path)
    #expect(try publishedFiles(at: path) == ["a.html": "x"])
  }

  @Test func ofManyBuildsAtOnceOneGoesOn() async throws {
    let path = fixture.site
    let winners = await withTaskGroup(of: OutputLock?.self) { group in
      for _ in 1...16 { group.addTask { try? OutputLock(OutputLocation(path)) } }
      return await group.reduce(into: [OutputLock]()) { if let lock = $1 { $0.append(lock) } }
    }
    #expect(winners.count == 1)
  }
}
