internal import Diagnostics
internal import Languages
internal import Markup

/// Rows with more cells than the header, or with fewer than the row of the form.
extension TableBinder {
  /// Handles a row with more cells than the header. It is bound if its group has a cell of its own; otherwise it is
  /// reported.
  ///
  /// - Returns: Whether the row is bound.
  mutating func bindSurplus(_ row: Int, of table: Table, _ layout: TableLayout) -> Bool {
    let written = TableLineScanner.cells(of: table.rows[row].span, in: source)
    let texts = written.map { source.text(of: $0) }
    let labels = layout.labelColumns.count
    let surplus = written.count - table.columns
    let path = texts.prefix(labels + surplus).filter { !$0.isEmpty }
    let found = formTable.labels.rows.places(along: path)
    if path.count > 1, found.count == 1, case .row(let place) = resolver.resolve(to: found) {
      let block = formTable.blocks[place.block]
      for (column, leaf) in layout.leaves[place.block].enumerated() {
        guard case .own(let own) = leaf, let row = block.rows.items[place.item].leaf else { continue }
        let span = written[column + surplus]
        bind(block.cell(row: row, column: own), to: source.bytes[Int(span.start)..<Int(span.end)], at: span)
      }
      return true
    }
    if !reportJoined(texts, table.rows[row]) { reportSurplus(table.rows[row]) }
    return false
  }

  /// Reports two rows in one line.
  private mutating func reportJoined(_ texts: [String], _ row: Table.Row) -> Bool {
    let labels = texts.indices.dropFirst().filter { index in
      texts[index].utf8.first.map { $0 >= 0x80 || $0 == UInt8(ascii: "(") || (0x31...0x39).contains($0) } ?? false
        && texts[index].contains { !$0.isNumber && $0.isLetter }
        && formTable.labels.rows.places(labelled: texts[index]).count == 1
    }
    guard let second = labels.first else { return false }
    let named = labels.flatMap { formTable.labels.rows.places(labelled: texts[$0]) }
    for place in named {
      let block = formTable.blocks[place.block]
      if let leaf = block.rows.items[place.item].leaf { explain(leaf, of: block) }
    }
    findings.append(
      Finding(
        BindingFindings.surplus, at: source.range(of: row.surplus),
        LocalizedText(
          "这一行有 \(texts.count) 格，像是两行写在了一行：“\(texts[second])”应另起一行",
          en: "this line has \(texts.count) cells: “\(texts[second])” belongs in a line of its own")))
    return true
  }

  mutating func reportSurplus(_ row: Table.Row) {
    guard !row.surplus.isEmpty else { return }
    findings.append(
      Finding(
        BindingFindings.surplus, at: source.range(of: row.surplus),
        LocalizedText("这一行比表头多出单元格，会丢失", en: "this row has more cells than the header; they would be lost")))
  }

  /// Reports a row with too few cells. It is unknown which one is missing, so none is bound.
  mutating func reportShort(
    _ place: AxisIndex.Place, row: Int, of table: Table, _ layout: TableLayout
  ) -> Bool {
    let written = table.rows[row].writtenCells
    guard written < table.columns else { return false }
    let own = layout.leaves[place.block].indices.filter {
      if case .own = layout.leaves[place.block][$0] { true } else { false }
    }
    guard let first = own.first, let last = own.last, written > first, written <= last else { return false }
    let block = formTable.blocks[place.block]
    if let leaf = block.rows.items[place.item].leaf { explain(leaf, of: block) }
    let label = block.rows.items[place.item].short
    findings.append(
      Finding(
        BindingFindings.short, at: source.range(of: table.rows[row].span),
        LocalizedText(
          "“\(label.chinese)”这一行应有 \(own.count) 个数，只有 \(written - first) 个，请找出漏掉的一格",
          en:
            "the row “\(label.english)” has \(written - first) numbers in place of \(own.count); find the cell that was left out"
        )
      ))
    return true
  }
}
