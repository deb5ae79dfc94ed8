import Testing

@testable import Reports

@Suite("Sketches of texts")
struct TextSketchTests {
  /// Characters in an order that never repeats.
  private func text(_ count: Int, from seed: UInt32) -> [UInt8] {
    var state = seed
    var text = String.UnicodeScalarView()
    for _ in 0..<count {
      state = state &* 1_664_525 &+ 1_013_904_223
      text.append(UnicodeScalar(0x4E00 + (state >> 16) % 3000) ?? "年")
    }
    return Array(String(text).utf8)
  }

  /// Samples blocks of text.
  private func take(_ blocks: [[UInt8]], into sampler: inout TextSampler) {
    let bytes = blocks.flatMap { $0 }
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for block in blocks {
        for offset in stride(from: start, to: start + block.count, by: 3)
        where TextSampler.isSampled(bytes.eightBytes(at: offset)) {
          sampler.keep(bytes, at: offset, before: start + block.count)
        }
        start += block.count
      }
    }
  }

  private func sketch(of blocks: [UInt8]...) -> TextSketch {
    var sampler = TextSampler()
    take(blocks, into: &sampler)
    return TextSketch(sampler)
  }

  @Test("a text shares all with itself, nothing with another, half with one of which it has half")
  func shares() {
    let (one, other) = (text(8000, from: 1), text(8000, from: 2))
    let (whole, mixed) = (sketch(of: one), sketch(of: one, other))
    #expect(whole.share(in: whole) == 100)
    #expect(whole.share(in: sketch(of: other)) == 0)
    #expect(whole.share(in: mixed) == 100)
    #expect((45...55).contains(mixed.share(in: whole)), "\(mixed.share(in: whole))%")
  }

  @Test("one sequence in sixteen is kept, repeated ones only once")
  func sample() {
    let text = text(16_000, from: 3)
    let count = sketch(of: text).count
    #expect((900...1100).contains(count), "\(count)")
    #expect(sketch(of: text, text).count == count)
  }

  @Test("no sequence reaches from one block into the next, nor lies in a block that is shorter")
  func blocks() {
    let text = text(7 * 500, from: 4)
    var sampler = TextSampler()
    take(stride(from: 0, to: text.count, by: 21).map { Array(text[$0..<$0 + 21]) }, into: &sampler)
    #expect(sampler.hashes.isEmpty)
    take([Array(text[..<2400])], into: &sampler)
    #expect(!sampler.hashes.isEmpty)
  }

  @Test("a block that is not compared after all leaves nothing")
  func reset() {
    var sampler = TextSampler()
    take([text(400, from: 5)], into: &sampler)
    let kept = sampler.hashes
    let mark = sampler.mark
    take([text(400, from: 6)], into: &sampler)
    #expect(sampler.hashes.count > kept.count)
    sampler.reset(to: mark)
    #expect(sampler.hashes == kept)
  }

  @Test("an empty text shares nothing")
  func empty() {
    let sketch = sketch(of: text(400, from: 7))
    #expect(TextSketch().share(in: sketch) == 0)
    #expect(sketch.share(in: TextSketch(TextSampler())) == 0)
  }

  @Test("the last bytes of a text are read as those of a longer one")
  func lastBytes() {
    let text = text(20, from: 8)
    text.withUnsafeBufferPointer { bytes in
      for count in 1...8 {
        let end = UnsafeBufferPointer(rebasing: bytes[..<count])
        let kept: UInt64 = count == 8 ? .max : (1 << (8 * UInt64(count))) - 1
        #expect(end.eightBytes(at: 0) == bytes.eightBytes(at: 0) & kept)
      }
    }
  }
}
