internal import Diagnostics

/// Binds rows of values to the rows of the form in the order of both, for files in which labels and values came apart:
/// labels wrapped around their values, or all labels in front of all values.
///
/// Of all ways to do so, it takes the one in which the texts beside the values fit best.
struct OrderReading {
  /// Values that no text divides, and the texts around them.
  private struct Run {
    var values: [Grid.Cell]
    var beside: [String]
    var before: [String]
    var after: [String] = []
    /// Whether a label of no row is beside the values.
    var isForeign = false
  }

  private struct Target {
    let block: FormBlock
    let leaf: Int
    let words: [String]
    var count: Int { block.columns.leaves.count }
  }

  private let table: FormTable
  private var runs: [Run] = []
  private let targets: [Target]

  /// - Returns: `nil` if nothing but their order says to which rows values belong, and they are not as many as the form has.
  static func bind(_ rows: GridRows, _ vocabulary: GridVocabulary) -> GridBinding? {
    let reading = OrderReading(rows, vocabulary)
    return reading.aligned()
  }

  private init(_ rows: GridRows, _ vocabulary: GridVocabulary) {
    table = vocabulary.table
    targets = table.blocks.flatMap { block in
      block.rows.leaves.indices.map { leaf in
        Target(block: block, leaf: leaf, words: block.rows.leaf(leaf).keys.map(\.words))
      }
    }
    var before: [String] = []
    for row in rows.rows {
      let labels = row.labels.map { Label($0.text).words }
      if row.values.allSatisfy(\.isBlank) {
        before += labels
        if !runs.isEmpty { runs[runs.count - 1].after += labels }
      } else if labels.isEmpty, before.isEmpty, !runs.isEmpty {
        runs[runs.count - 1].values += row.values
      } else {
        if !runs.isEmpty { runs[runs.count - 1].after += labels }
        runs.append(
          Run(
            values: row.values, beside: labels, before: before,
            isForeign: row.labels.contains { !vocabulary.isPiece($0.text) && !vocabulary.isRowLabel($0) }))
        before = []
      }
    }
  }

  // MARK: Alignment

  private struct Step {
    var score = Int.min / 2
    /// The number of runs and targets that the last step took.
    var runs = 0
    var targets = 0
  }

  private func aligned() -> GridBinding? {
    var steps = Array(repeating: Array(repeating: Step(), count: targets.count + 1), count: runs.count + 1)
    steps[0][0].score = 0
    func improve(_ run: Int, _ target: Int, from: (Int, Int), by score: Int) {
      let sum = steps[from.0][from.1].score + score
      if sum > steps[run][target].score {
        steps[run][target] = Step(score: sum, runs: run - from.0, targets: target - from.1)
      }
    }
    for run in 0...runs.count {
      for target in 0...targets.count where steps[run][target].score > Int.min / 4 {
        if target < targets.count { improve(run, target + 1, from: (run, target), by: -2) }
        guard run < runs.count else { continue }
        improve(run + 1, target, from: (run, target), by: -200)
        if runs[run].isForeign { continue }
        var sum = 0
        for end in target..<targets.count {
          sum += targets[end].count
          if sum >= runs[run].values.count {
            if sum == runs[run].values.count, end == target || runs[run].beside.isEmpty {
              improve(run + 1, end + 1, from: (run, target), by: fit(runs[run], targets[target...end]))
            }
            break
          }
        }
      }
    }
    return binding(steps)
  }

  /// How well the texts around some values fit the labels of rows.
  private func fit(_ run: Run, _ targets: ArraySlice<Target>) -> Int {
    func similarity(_ texts: [String], _ weight: Int) -> Int {
      texts.reduce(0) { sum, text in
        guard text.count > 1 else { return sum }
        if targets.contains(where: { $0.words.contains(text) }) { return sum + weight * (text.count + 4) }
        return targets.contains { $0.words.contains { $0.contains(text) } } ? sum + weight * text.count : sum
      }
    }
    if targets.count > 1 { return 10 * targets.count + similarity(run.before, 1) }
    return 10 + similarity(run.beside, 4) + similarity(run.before, 2) + similarity(run.after, 1)
  }

  private func binding(_ steps: [[Step]]) -> GridBinding? {
    var binding = GridBinding()
    var isSupported = true
    var (run, target) = (runs.count, targets.count)
    while run > 0 || target > 0 {
      let step = steps[run][target]
      if step.runs == 0 {
        target -= step.targets
        if step.targets == 0 { break }
        continue
      }
      run -= 1
      if step.targets == 0 {
        binding.leaveOut(
          runs[run].beside.map { Grid.Cell($0, line: runs[run].values[0].line) } + runs[run].values, .unknownRow)
      } else {
        let own = targets[(target - step.targets)..<target]
        if fit(runs[run], own) <= 10 * own.count { isSupported = false }
        bind(runs[run], to: own, &binding)
        target -= step.targets
      }
    }
    let isComplete = binding.unplaced.isEmpty && table.cells.allSatisfy { binding.values[$0] != nil }
    return isSupported || isComplete ? binding : nil
  }

  private func bind(_ run: Run, to targets: ArraySlice<Target>, _ binding: inout GridBinding) {
    var start = 0
    for target in targets {
      let isNamed = targets.count == 1 && run.beside.contains { text in target.words.contains(text) }
      for column in 0..<target.count {
        binding.set(
          target.block.cell(row: target.leaf, column: column), to: run.values[start + column], isByPosition: !isNamed)
      }
      start += target.count
    }
  }
}
