import Foundation
import Testing

/// The power fails after a build has reported that the site is published. A copy of the file system image, as it is on
/// disk at that moment, must contain the whole site.
@Suite(.enabled(if: ImageMount.isPermitted, "making and mounting an image of ext4 is not permitted here"))
struct PowerCutTests {
  /// Publishes to a file system in an image, copies the image at several moments after the build, and verifies the
  /// copies.
  ///
  /// - Returns: The exit code of `verify` for each copy.
  private func codes(_ options: String = "") throws -> [Int] {
    let portal = try TemporaryPortal((2014...2023).map { PortalArchive.report("liulin", $0) }.joined())
    let script = """
      truncate -s 128M disk && mkfs.ext4 -q -F disk && mkdir site && mount -o loop disk site || exit 1
      "$0" build --output site/nb \(options) > build.log 2>&1 || { cat build.log >&2; exit 1; }
      for moment in 0 0.3 1; do sleep $moment; cp disk cut-$moment; done
      umount site
      for moment in 0 0.3 1; do
        mkdir copy-$moment && mount -o loop cut-$moment copy-$moment || exit 1
        "$0" verify copy-$moment/nb > verify.log 2>&1; echo $?
        umount copy-$moment
      done
      """
    let run = try ImageMount.run(script, portal)
    #expect(run.exitCode == 0, "\(run.stderr)")
    return run.stdout.split(separator: "\n").compactMap { Int($0) }
  }

  @Test func aReportedPublicationSurvivesIt() throws {
    #expect(try codes() == [0, 0, 0])
  }

  @Test func withoutWaitingForTheDiskItIsLostAndVerifySaysSo() throws {
    let codes = try codes("--no-sync")
    #expect(codes.count == 3)
    #expect(codes.first != 0)
  }
}

enum ImageMount {
  static let isPermitted: Bool = {
    guard let portal = try? TemporaryPortal(hasRegistry: false) else { return false }
    let script = "truncate -s 8M disk && mkfs.ext4 -q -F disk && mkdir site && mount -o loop disk site"
    return (try? run(script, portal))?.exitCode == 0
  }()

  static func run(_ script: String, _ portal: TemporaryPortal) throws -> CommandRun {
    try CommandRun(
      URL(filePath: "/usr/bin/unshare"),
      (getuid() == 0 ? [] : ["--map-root-user"]) + ["--mount", "sh", "-c", script, CommandRun.executable.path],
      in: portal.folder)
  }
}
