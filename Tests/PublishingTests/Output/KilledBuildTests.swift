internal import Foundation
internal import Testing

@testable internal import Publishing

/// Builds that are killed at random moments while they publish two trees alternately.
@Suite struct KilledBuildTests {
  @Test(arguments: [(true, 24), (false, 16)])
  func theOutputIsOneTreeOrTheOtherWhole(exchange: Bool, kills: Int) async throws {
    let fixture = try OutputFixture()
    let path = fixture.site
    var location = try OutputLocation(path)
    location.triesExchange = exchange
    try turn(0).publish(at: location)

    var seen: Set<String> = []
    var killed = 0
    // On a busy machine, the first kills may all come before the first swap, so the delays increase.
    while killed < kills || (seen.count < 2 && killed < 20 * kills) {
      killed += 1
      let delay = UInt32.random(in: 500...40_000) * UInt32(1 + killed / kills)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, exchange = exchange as Bool, delay = delay as UInt32] in
        var location = try OutputLocation(path)
        location.triesExchange = exchange
        try publishUntilKilled(at: location, after: delay)
      }
      if !exchange, !FileManager.default.fileExists(atPath: path) {
        // Between two renames, the old tree is under its other name.
        StagingTree.discardAfterRecovery(at: location)
      }
      let files = try publishedFiles(at: path)
      #expect(files == turn(0).files || files == turn(1).files)
      #expect(try agreesWithManifest(path))
      seen.insert(files == turn(0).files ? "first" : "second")
    }
    #expect(seen.count == 2)

    try turn(1).publish(at: location)
    #expect(try publishedFiles(at: path) == turn(1).files)
    #expect(try fixture.names() == ["site"])
  }

  @Test(.enabled(if: TestMount.isPermitted, TestMount.refusal))
  func fileByFileEachFileIsWholeAndTheNextBuildPutsTheTreeRight() async throws {
    let fixture = try OutputFixture()
    let mount = try TestMount(in: fixture, tmpfs: fixture.site, size: "8m")
    let path = mount.path
    try turn(0).publish(at: path)

    for round in 1...12 {
      let delay = UInt32.random(in: 500...20_000)
      await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, delay = delay as UInt32] in
        try publishUntilKilled(at: OutputLocation(path), after: delay)
      }
      for (name, text) in try publishedFiles(at: path) where !name.hasPrefix(".gongkai-") {
        #expect(text == turn(0).files[name] || text == turn(1).files[name], "\(name)")
      }
      try turn(round % 2).publish(at: path)
      #expect(try publishedFiles(at: path) == turn(round % 2).files)
      #expect(try agreesWithManifest(path))
    }
  }
}

/// Two trees that share some paths, with different texts.
private func turn(_ number: Int) -> SampleTree {
  var files: [String: String] = [:]
  for index in 0..<24 {
    let mark = number % 2 == 0 ? "first" : "second"
    let path = index % 3 == 0 ? "\(mark)/\(index).html" : "f\(index % 4)/\(index)/index.html"
    files[path] = String(repeating: mark + " ", count: 500 + 10 * index)
  }
  return SampleTree(files: files)
}

private func publishUntilKilled(at location: OutputLocation, after microseconds: UInt32) throws {
  Thread.detachNewThread {
    usleep(microseconds)
    kill(getpid(), SIGKILL)
  }
  for number in 1... { try turn(number).publish(at: location) }
}

extension StagingTree {
  fileprivate static func discardAfterRecovery(at location: OutputLocation) {
    _ = try? StagingTree(under: OutputLock(location)).discard()
  }
}
