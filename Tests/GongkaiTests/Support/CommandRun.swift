import Foundation

/// The result of running the command.
struct CommandRun {
  let exitCode: Int32
  let stdout: String
  let stderr: String
  let seconds: Double

  /// Used to inspect workbooks, if it is installed.
  static let unzip = URL(filePath: "/usr/bin/unzip")

  /// The built `gongkai`, which is next to the test bundle.
  static var executable: URL {
    get throws {
      let bundle = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      let executable = bundle.deletingLastPathComponent().appending(path: "gongkai")
      guard FileManager.default.isExecutableFile(atPath: executable.path) else {
        throw CommandFault.missing(executable)
      }
      return executable
    }
  }

  /// Runs a program to its end.
  ///
  /// - Parameter environment: The whole environment besides `PATH`. There is no language setting by default.
  /// - Throws: `CommandFault.hangs` if it has not ended after a minute, `CommandFault.crashed` if a signal ended it.
  init(
    _ program: URL, _ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String = ""
  ) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Options of sanitizers apply to the program too.
    let passedOn = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"].merging(passedOn) { $1 }.merging(environment) { $1 }
    // Files rather than pipes, because a full pipe would block the program.
    let streams = FileManager.default.temporaryDirectory.appending(path: "gongkai-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    func stream(_ name: String, _ text: String = "") throws -> FileHandle {
      let file = streams.appending(path: name)
      try Data(text.utf8).write(to: file)
      return try FileHandle(forUpdating: file)
    }
    process.standardOutput = try stream("stdout")
    process.standardError = try stream("stderr")
    process.standardInput = try stream("stdin", input)
    let start = ContinuousClock.now
    try process.run()
    while process.isRunning {
      if ContinuousClock.now - start > .seconds(60) {
        kill(process.processIdentifier, SIGKILL)
        throw CommandFault.hangs(arguments)
      }
      usleep(2_000)
    }
    seconds = Double((ContinuousClock.now - start) / .milliseconds(1)) / 1_000
    guard process.terminationReason == .exit else { throw CommandFault.crashed(arguments, process.terminationStatus) }
    exitCode = process.terminationStatus
    stdout = String(decoding: try Data(contentsOf: streams.appending(path: "stdout")), as: UTF8.self)
    stderr = String(decoding: try Data(contentsOf: streams.appending(path: "stderr")), as: UTF8.self)
  }
}

enum CommandFault: Error {
  case missing(URL)
  case hangs([String])
  case crashed([String], Int32)
}
