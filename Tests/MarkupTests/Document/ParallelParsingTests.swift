import Diagnostics
import Foundation
import MarkedSources
import Synchronization
import Testing

@testable import Markup

/// The library's own strikethrough and autolinks change process-wide tables while they parse; ours must not.
@Suite("Threads may parse at the same time")
struct ParallelParsingTests {
  private static let threads = 8
  private static let rounds = 2_000

  /// A document for each thread, each with a different mix of elements for which the library keeps state.
  private static let sources: [SourceFile] = (0..<threads).map { thread in
    var text = "---\nname: 文件\(thread)\n---\n\n"
    for part in 0...thread {
      text += "~~删去\(part)~~与~一~，见https://www.example\(part).gov.cn/\(thread)。信箱a\(part)@b.cn\n\n"
      if part % 2 == thread % 2 {
        text += "| **项目\(part)** | ~~总计~~ |\n|---|---:|\n| https://c.cn/\(part) | \(part)[^\(part)] |\n\n"
      }
      if part % 3 == 0 { text += "- [x] 已办 *重点\(part)*\n- [ ] ~待办~\n\n" }
      text += "[^\(part)]: 注\(part) www.d.cn\n\n"
    }
    return SourceFile(path: "\(thread).md", text: text)
  }

  private static func outline(_ source: SourceFile) -> String? {
    var findings: [Finding] = []
    return MarkupParser().parse(source, findings: &findings).map { Outline($0).description }
  }

  @Test func everyThreadGetsWhatOneThreadGets() async throws {
    let alone = try Self.sources.map { try #require(Self.outline($0)) }
    #expect(alone.allSatisfy { $0.contains("del(") && $0.contains("a:https://") && $0.contains("ref1.1") })
    #expect(Set(alone).count == Self.threads)
    let differences = Mutex(0)
    await withCheckedContinuation { done in
      let running = Mutex(Self.threads)
      for thread in 0..<Self.threads {
        Thread {
          var different = 0
          for round in 0..<Self.rounds {
            let document = (thread + round) % Self.threads
            if Self.outline(Self.sources[document]) != alone[document] { different += 1 }
          }
          differences.withLock { $0 += different }
          let isLast = running.withLock {
            $0 -= 1; return $0 == 0
          }
          if isLast { done.resume() }
        }.start()
      }
    }
    #expect(differences.withLock { $0 } == 0)
  }
}
