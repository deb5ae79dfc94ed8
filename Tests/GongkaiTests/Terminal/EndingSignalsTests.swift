import Foundation
import Testing

/// What a process prints and leaves on disk when it is told to terminate.
struct EndingSignalsTests {
  private static let reports = (1990...2023).map { PortalArchive.report("liulin", $0) }.joined()

  /// Starts the command and sends it a signal after some time.
  ///
  /// - Returns: How it ended, what it printed, and how long it took to end after the signal.
  private func run(
    _ portal: TemporaryPortal, _ arguments: [String], _ signal: Int32, after microseconds: UInt32
  ) throws -> (code: Int32, isExit: Bool, error: String, seconds: Double) {
    let process = Process()
    process.executableURL = try CommandRun.executable
    process.arguments = arguments
    process.currentDirectoryURL = portal.folder
    process.environment = ["PATH": "/usr/bin:/bin"]
    let stream = portal.folder.appending(path: "stderr")
    try Data().write(to: stream)
    process.standardError = try FileHandle(forWritingTo: stream)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    usleep(microseconds)
    let start = ContinuousClock.now
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1_000
    let error = String(decoding: try Data(contentsOf: stream), as: UTF8.self)
    return (process.terminationStatus, process.terminationReason == .exit, error, seconds)
  }

  /// A portal with changes to be published, twice in turn.
  private func portal() throws -> TemporaryPortal {
    let portal = try TemporaryPortal(Self.reports)
    try portal.write("Content/site.yaml", portal.text("Content/site.yaml") + "precompress: [gzip]\n")
    try portal.expectFewReports()
    try portal.build()
    return portal
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aBuildThatIsInterruptedAtAnyMomentLeavesNothing(signal: Int32) throws {
    let portal = try portal()
    let old = try portal.files()
    try portal.replace("公开的及时性", with: "新的正文", in: "Content/reports/2023/liulin.md")
    let start = ContinuousClock.now
    #expect(try portal.run("build", "--output", "New").exitCode == 0)
    let duration = (ContinuousClock.now - start) / .microseconds(1)
    let new = try portal.files("New")
    try portal.remove("New")
    #expect(old != new)

    var interrupted = 0
    for turn in 0..<24 {
      let run = try run(
        portal, ["build"], signal, after: 20_000 + UInt32(duration * Double(turn) / 20) + .random(in: 0...2_000))
      let files = try portal.files()
      if run.code == 0 {
        #expect(files == new)
      } else {
        #expect(run.isExit && run.code == 128 + signal, "\(run)")
        interrupted += 1
        let name = [SIGINT: "SIGINT", SIGTERM: "SIGTERM"][signal] ?? "SIGHUP"
        if run.error.hasSuffix("gongkai: 收到 \(name)，已中断：新网站已经发布\n") {
          #expect(files == new)
        } else {
          #expect(
            run.error == "gongkai: 收到 \(name)，已中断：没有发布，已发布的网站没有变动\n"
              || run.error == "gongkai: 收到 \(name)，已中断\n", "\(run)")
          #expect(files == old)
        }
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: portal.folder.path)
      #expect(Set(left) == ["Content", "Output", "stderr"], "\(left)")
      // Whatever happened, the old site must be there before the next turn.
      if files == new {
        try portal.replace("新的正文", with: "公开的及时性", in: "Content/reports/2023/liulin.md")
        try portal.build()
        try portal.replace("公开的及时性", with: "新的正文", in: "Content/reports/2023/liulin.md")
      }
    }
    #expect(interrupted > 8)
  }

  @Test func checkUsesTheRequestedLanguage() throws {
    let portal = try TemporaryPortal(Self.reports)
    var said: Set<String> = []
    for turn in 0..<12 {
      let run = try run(portal, ["check", "--lang", "en"], SIGTERM, after: 5_000 * UInt32(turn + 1))
      if run.code == 143 { said.insert(run.error) }
      #expect([0, 143].contains(run.code) && run.isExit)
    }
    #expect(said == ["gongkai: interrupted by SIGTERM\n"])
  }

  /// As under `nohup`, and as in a shell's background jobs.
  @Test func aSignalThatIsIgnoredStaysIgnored() throws {
    let portal = try TemporaryPortal(Self.reports)
    let run = try CommandRun(
      URL(filePath: "/bin/sh"),
      [
        "-c",
        "trap '' INT HUP; \"$0\" build & p=$!; for i in 1 2 3 4 5 6; do sleep 0.05; kill -INT $p; kill -HUP $p; done; wait $p",
        CommandRun.executable.path,
      ], in: portal.folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(portal.exists("Output/index.html"))
  }
}
