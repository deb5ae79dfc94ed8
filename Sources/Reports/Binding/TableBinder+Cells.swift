internal import Diagnostics
internal import Languages
internal import Markup

/// A second value for a cell of the form.
struct DoubledCell {
  let index: Int
  let written: Span
}

/// Binding of single cells.
extension TableBinder {
  mutating func bind(_ place: AxisIndex.Place, row: Int, of table: Table, _ layout: TableLayout) {
    let block = formTable.blocks[place.block]
    guard let rowLeaf = block.rows.items[place.item].leaf else { return }
    let rowUnit = layout.unitColumn.map { table.cell(row: row, column: $0) }
    let leaves = layout.leaves[place.block]
    for column in leaves.indices {
      let leaf: Int
      let written = table.cell(row: row, column: column)
      switch leaves[column] {
      case .none: continue
      case .own(let own): leaf = own
      case .foreign:
        if holdsValue(written) { reportForeign(written, block.rows.items[place.item].label.message) }
        continue
      }
      let index = block.cell(row: rowLeaf, column: leaf)
      let headed = layout.statedUnits.isEmpty ? nil : layout.statedUnits[column]
      var unit = rowUnit.flatMap { self.unit(of: index, in: $0) } ?? headed
      if unit == nil, form.cells[index].kind == .money, !layout.unitHeadings.contains(column) {
        unit = outerUnit(of: index, row: row, of: table, labels: layout.labelColumns)
      }
      bind(index, to: written, unit: unit)
    }
    // The cells below an unknown heading are reported with the heading.
    if layout.hasUnknownHeading { explain(rowLeaf, of: block) }
  }

  /// Marks the missing cells of a row as reported.
  mutating func explain(_ row: Int, of block: FormBlock) {
    for column in block.columns.leaves.indices { explained.insert(block.cell(row: row, column: column)) }
  }

  /// The unit that a report states for an amount in the label of its row, in the corner of the table, in its caption or
  /// in a note.
  private func outerUnit(of index: Int, row: Int, of table: Table, labels: [Int]) -> String? {
    func heading(_ row: Int) -> String? {
      labels.lazy.compactMap { StatedUnit.ofHeading(document.string(table.cell(row: row, column: $0).text)) }.first
    }
    guard let unit = heading(row) ?? captionUnit ?? heading(0) ?? surroundingUnit else { return nil }
    let cell = form.cells[index]
    return cell.hasStatedUnit || StatedUnit.isConvertible(unit, to: cell.unit) ? unit : nil
  }

  /// The unit that a report states for a row, if it differs from that of the form.
  private mutating func unit(of index: Int, in written: Table.Cell) -> String? {
    let unit = document.string(written.text)
    let cell = form.cells[index]
    if unit.isEmpty || Label(unit).words == cell.unit { return nil }
    // 元 and 万元 are converted, and reported with the figure.
    if !StatedUnit.isConvertible(unit, to: cell.unit), !cell.hasStatedUnit {
      findings.append(
        Finding(
          CellFindings.unit, at: source.range(of: written.span),
          LocalizedText(
            "表单以“\(cell.unit)”计，这里写的是“\(unit)”", en: "the form counts in “\(cell.unit)”, here stands “\(unit)”"),
          cell: cell.id))
      return nil
    }
    return unit
  }

  /// Binds a table that holds the whole form in one row.
  mutating func bindWide(_ table: Table, _ layout: WideLayout) {
    let block = formTable.blocks[0]
    for row in table.rows.indices.dropFirst() {
      let texts = (0..<table.columns).map { document.string(table.cell(row: row, column: $0).text) }
      if texts.allSatisfy(\.isEmpty) || layout.isHeader(texts, in: formTable) { continue }
      reportSurplus(table.rows[row])
      for (column, place) in layout.places.enumerated() {
        guard let place else { continue }
        bind(block.cell(row: place.row, column: place.column), to: table.cell(row: row, column: column))
      }
    }
  }

  /// - Parameter unit: The unit stated outside the cell, for its row or column.
  private mutating func bind(_ index: Int, to written: Table.Cell, unit: String? = nil) {
    if unit == nil, cells[index].status == .missing, form.cells[index].isOfPlainNumbers,
      let number = plainNumber(written.text)
    {
      // Nearly all cells.
      filledIn += 1
      cells[index].span = written.span
      cells[index].value = number
      cells[index].status = number.isZero ? .zero : .number
      return
    }
    bind(index, to: document.text[Int(written.text.start)..<Int(written.text.end)], at: written.span, unit: unit)
  }

  private func plainNumber(_ range: TextRange) -> DecimalNumber? {
    document.text.withUnsafeBufferPointer { text in
      CellReader.plainNumber(UnsafeBufferPointer(rebasing: text[Int(range.start)..<Int(range.end)]))
    }
  }

  /// - Parameters:
  ///   - bytes: The text of the cell.
  ///   - span: Its place in the source.
  mutating func bind(_ index: Int, to bytes: ArraySlice<UInt8>, at span: Span, unit: String? = nil) {
    if cells[index].status != .missing {
      // The first value is kept. A blank second one is ignored.
      if holdsValue(bytes) { doubled.append(DoubledCell(index: index, written: span)) }
      return
    }
    filledIn += 1
    cells[index].span = span
    if unit == nil, form.cells[index].isOfPlainNumbers,
      let number = bytes.withUnsafeBufferPointer({ CellReader.plainNumber($0) })
    {
      cells[index].value = number
      cells[index].status = number.isZero ? .zero : .number
      return
    }
    if bytes.isEmpty {
      cells[index].status = .blank
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let reading = CellReader.read(text, for: form.cells[index], statedUnit: unit)
    cells[index].status = reading.status
    cells[index].value = reading.value
    if reading.status != .blank,
      reading.isIrregular || reading.lacksUnit || reading.remark != nil || reading.mark != nil || reading.unit != nil
        || reading.status == .text || reading.status == .notApplicable
    {
      cells[index].note = Int32(notes.count)
      notes.append(
        CellNote(
          written: text, unit: reading.unit, remark: reading.remark, mark: reading.mark,
          statedUnit: form.cells[index].hasStatedUnit ? reading.unit : nil, ownValue: reading.ownValue))
    }
    findings += reading.findings(
      for: index, written: text,
      isVerbatim: source.bytes[Int(span.start)..<Int(span.end)].elementsEqual(bytes), in: form,
      at: source.range(of: span))
  }

  func holdsValue(_ cell: Table.Cell) -> Bool {
    cell.text.isEmpty ? false : holdsValue(document.text[Int(cell.text.start)..<Int(cell.text.end)])
  }

  private func holdsValue(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.isEmpty { return false }
    let status = CellReader.read(String(decoding: bytes, as: UTF8.self), kind: .count, unit: "").status
    return status != .blank && status != .notApplicable
  }
}
