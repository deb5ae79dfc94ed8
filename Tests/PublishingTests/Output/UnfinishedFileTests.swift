internal import Foundation
internal import Testing

@testable internal import Publishing

@Suite struct UnfinishedFileTests {
  let fixture: OutputFixture
  private var path: String { fixture.root + "/a.md" }

  init() throws { fixture = try OutputFixture() }

  @Test func itReplacesTheOldOneAndKeepsItsPermissions() throws {
    try fixture.put("a.md", "old")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let file = try UnfinishedFile(for: path)
    try file.write(Array("new".utf8))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try fixture.names() == ["a.md"], "it has no name yet")
    try file.replace()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    #expect(try fixture.names() == ["a.md"])
  }

  @Test func aLinkStaysOne() throws {
    try fixture.put("real/b.md", "old")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "real/b.md")
    let file = try UnfinishedFile(for: path)
    try file.write(Array("new".utf8))
    try file.replace()
    #expect(try fixture.names() == ["a.md", "real"])
    #expect(try String(contentsOfFile: fixture.root + "/real/b.md", encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "real/b.md")
  }

  @Test func anExistingFileIsLeftAsItIs() throws {
    let file = try UnfinishedFile(for: path)
    try file.write(Array("new".utf8))
    try fixture.put("a.md", "somebody's")
    #expect(throws: SystemFault(code: EEXIST)) { try file.create() }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "somebody's")
    try FileManager.default.removeItem(atPath: path)
    try file.create()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
  }

  @Test func abandonedItLeavesNothing() throws {
    do {
      let file = try UnfinishedFile(for: path)
      try file.write(Array("new".utf8))
    }
    #expect(try fixture.names().isEmpty)
  }

  @Test func killedWhileItIsWrittenAProcessLeavesNothing() async throws {
    let path = path
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let file = try UnfinishedFile(for: path)
      try file.write(Array("new".utf8))
      kill(getpid(), SIGKILL)
      withExtendedLifetime(file) {}
    }
    #expect(try fixture.names().isEmpty)
  }

  @Test func aLeftoverOfAKilledProcessIsRemovedAFileInUseIsNot() async throws {
    try fixture.put("a.md", "old")
    try fixture.put(".gongkai-unfinished-1-1", "left")
    try fixture.put(".gongkai-unfinished-1-2", "in use")
    let used = open(fixture.root + "/.gongkai-unfinished-1-2", O_RDONLY)
    #expect(flock(used, LOCK_EX) == 0)
    let file = try UnfinishedFile(for: path)
    try file.write(Array("new".utf8))
    try file.replace()
    close(used)
    #expect(try fixture.names() == [".gongkai-unfinished-1-2", "a.md"])
  }

  @Test func killedAtAnyMomentAProcessLeavesTheOldOrTheNew() async throws {
    try fixture.put("a.md", "first")
    let path = path
    for _ in 1...12 {
      let delay = UInt32.random(in: 500...20_000)
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32] in
        Thread.detachNewThread {
          usleep(delay)
          kill(getpid(), SIGKILL)
        }
        while true {
          for text in ["first", "second"] {
            let file = try UnfinishedFile(for: path)
            try file.write(Array(text.utf8))
            try file.replace()
          }
        }
      }
      #expect(["first", "second"].contains(try String(contentsOfFile: path, encoding: .utf8)))
      #expect(try fixture.names().count <= 2, "a name for a moment only")
    }
    let file = try UnfinishedFile(for: path)
    try file.write(Array("last".utf8))
    try file.replace()
    #expect(try fixture.names() == ["a.md"])
  }
}
