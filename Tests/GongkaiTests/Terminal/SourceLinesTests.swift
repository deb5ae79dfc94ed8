import Foundation
import Testing

@testable import GongkaiCommand

/// Source lines shown with findings.
struct SourceLinesTests {
  private func file(_ text: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).md").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func text(_ line: [Unicode.Scalar]?) -> String? {
    line.map { String(String.UnicodeScalarView($0)) }
  }

  @Test func anyLineInAnyOrder() throws {
    let (one, other) = (try file("\u{FEFF}一\r\n\n三\n"), try file("甲\n\u{FEFF}乙"))
    defer { for path in [one, other] { try? FileManager.default.removeItem(atPath: path) } }
    let lines = SourceLines { path in
      let file = open(path, O_RDONLY)
      return file < 0 ? nil : file
    }
    #expect([1, 1, 3, 2, 1].map { text(lines.line($0, of: one)) } == ["一", "一", "三", "", "一"])
    #expect([2, 1].map { text(lines.line($0, of: other)) } == ["\u{FEFF}乙", "甲"])
    #expect(lines.line(4, of: one) == nil && lines.line(9, of: one) == nil)
    #expect(text(lines.line(3, of: one)) == "三")
    #expect(lines.line(1, of: one + ".none") == nil)
  }

  /// A file that is removed in the meantime can still be read onwards, but not from its start.
  @Test func aFileStaysOpenFromLineToLine() throws {
    let path = try file("一\n二\n三\n")
    let lines = SourceLines { path in
      let file = open(path, O_RDONLY)
      return file < 0 ? nil : file
    }
    #expect(text(lines.line(1, of: path)) == "一")
    try FileManager.default.removeItem(atPath: path)
    #expect([2, 2, 3].map { text(lines.line($0, of: path)) } == ["二", "二", "三"])
    #expect(lines.line(1, of: path) == nil)
  }
}
