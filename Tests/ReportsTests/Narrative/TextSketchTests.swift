import Testing

@testable import Reports

@Suite("Sketches of texts")
struct TextSketchTests {
  /// Characters without any order that could repeat.
  private func characters(_ count: Int, from seed: UInt32) -> [UInt32] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return 0x4E00 + (state >> 16) % 3000
    }
  }

  private func sampler(of runs: [UInt32]...) -> TextSampler {
    var sampler = TextSampler()
    for run in runs {
      sampler.interrupt()
      for character in run { sampler.add(character) }
    }
    return sampler
  }

  @Test("a text shares all with itself, nothing with another, half with one of which it has half")
  func shares() {
    let (one, other) = (characters(8000, from: 1), characters(8000, from: 2))
    let (sketch, mixed) = (TextSketch(sampler(of: one)), TextSketch(sampler(of: one, other)))
    #expect(sketch.share(in: sketch) == 100)
    #expect(sketch.share(in: TextSketch(sampler(of: other))) == 0)
    #expect(sketch.share(in: mixed) == 100)
    #expect((45...55).contains(mixed.share(in: sketch)), "\(mixed.share(in: sketch))%")
  }

  @Test("one sequence in sixteen is kept, and what is repeated once")
  func sample() {
    let text = characters(16_000, from: 3)
    let count = TextSketch(sampler(of: text)).count
    #expect((900...1100).contains(count), "\(count)")
    #expect(TextSketch(sampler(of: text, text)).count == count)
  }

  @Test("no sequence reaches from one run into the next, nor lies in a run that is shorter")
  func runs() {
    let text = characters(7 * 500, from: 4)
    var sampler = TextSampler()
    for start in stride(from: 0, to: text.count, by: 7) {
      sampler.interrupt()
      for character in text[start..<start + 7] { sampler.add(character) }
    }
    #expect(sampler.hashes.isEmpty)
  }

  @Test("a run that is not compared after all leaves nothing")
  func reset() {
    var sampler = sampler(of: characters(400, from: 5))
    let kept = sampler.hashes
    let mark = sampler.mark
    sampler.interrupt()
    for character in characters(400, from: 6) { sampler.add(character) }
    #expect(sampler.hashes.count > kept.count)
    sampler.reset(to: mark)
    #expect(sampler.hashes == kept)
  }

  @Test("an empty text shares nothing")
  func empty() {
    let sketch = TextSketch(sampler(of: characters(400, from: 7)))
    #expect(TextSketch().share(in: sketch) == 0)
    #expect(sketch.share(in: TextSketch(TextSampler())) == 0)
  }
}
