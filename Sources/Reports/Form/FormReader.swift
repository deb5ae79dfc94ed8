internal import Diagnostics
internal import Markup

/// Reads a form from its data file.
struct FormReader {
  let source: SourceFile
  private var cells: [FormCell] = []

  init(source: SourceFile) {
    self.source = source
  }

  /// - Returns: the form, or `nil` with at least one finding.
  mutating func read(findings: inout [Finding]) -> Form? {
    guard let value = YAMLReader.read(source, findings: &findings) else { return nil }
    var fields = Fields(value, in: source)
    let form = form(&fields)
    let problems = fields.finish()
    findings += problems
    return problems.isEmpty ? form : nil
  }

  private mutating func form(_ fields: inout Fields) -> Form? {
    let id = fields.requiredText("id")
    let title = fields.required("title").map { localized($0, &fields) }
    let basis = fields.optional("basis").map { localized($0, &fields) }
    let years = fields.optional("years").map { fields.mapping($0) { ($0.integer("from"), $0.integer("to")) } }
    let signs = fields.texts("signs").map { Label($0) }
    var tables: [FormTable] = []
    for item in fields.items("tables") {
      if let table = table(item, index: tables.count, &fields) { tables.append(table) }
    }
    let sections = fields.items("sections").compactMap { section($0, tables, &fields) }
    let figures = fields.items("figures").compactMap { figure($0, &fields) }
    guard let id, let title else { return nil }
    return Form(
      id: id, title: title, basis: basis, firstYear: years?.0, lastYear: years?.1, signs: signs, sections: sections,
      tables: tables, cells: cells, figures: figures, statutory: StatutoryCells(tables: tables, cells: cells))
  }

  private func localized(_ value: YAMLValue, _ fields: inout Fields) -> LocalizedText {
    if let text = value.text { return LocalizedText(verbatim: text) }
    return fields.mapping(value) { fields in
      let chinese = fields.requiredText("zh") ?? ""
      return LocalizedText(chinese, en: fields.text("en") ?? chinese)
    }
  }

  private func label(_ fields: inout Fields) -> LocalizedText {
    let chinese = fields.requiredText("label") ?? ""
    return LocalizedText(chinese, en: fields.text("en") ?? chinese)
  }

  private func section(_ value: YAMLValue, _ tables: [FormTable], _ fields: inout Fields) -> FormSection? {
    fields.mapping(value) { fields in
      let id = fields.requiredText("id") ?? ""
      let label = label(&fields)
      let keys = [label.chinese] + fields.texts("variants")
      let table = fields.optional("table").flatMap { value in
        fields.typed(
          value, tables.firstIndex { $0.id == value.text }, LocalizedText("本表单的一张表", en: "a table of this form"))
      }
      return FormSection(id: id, label: label, keys: keys.map { Label($0) }, table: table)
    }
  }

  private mutating func table(_ value: YAMLValue, index: Int, _ outer: inout Fields) -> FormTable? {
    var fields = Fields(value, in: source)
    defer { outer.findings += fields.finish() }
    let first = cells.count
    guard let id = fields.requiredText("id") else { return nil }
    let title = fields.required("title").map { localized($0, &fields) } ?? LocalizedText(verbatim: id)
    let note = fields.optional("note").map { localized($0, &fields) }
    let unit = fields.text("unit") ?? ""
    let corners = fields.texts("corners")
    var blocks: [FormBlock] = []
    for item in fields.items("blocks") {
      blocks.append(block(item, table: (index, id), unit: unit, number: blocks.count, &fields))
    }
    let sums = fields.items("sums").compactMap { sum($0, blocks, &fields) }
    return FormTable(
      id: id, title: title, note: note, blocks: blocks, sums: sums, cells: first..<cells.count,
      labels: LabelIndex(blocks: blocks, corners: corners))
  }

  private mutating func block(
    _ value: YAMLValue, table: (index: Int, id: String), unit: String, number: Int, _ outer: inout Fields
  ) -> FormBlock {
    var fields = Fields(value, in: source)
    let id = fields.requiredText("id") ?? ""
    let hasLabel = fields.optional("label") != nil
    let caption = hasLabel ? label(&fields) : nil
    let corner = fields.optional("corner").map { localized($0, &fields) } ?? LocalizedText(verbatim: "")
    let columns = axis("columns", &fields)
    let rows = axis("rows", &fields)
    let block = FormBlock(
      id: id, label: caption, keys: caption.map { [Label($0.chinese)] } ?? [], corner: corner, columns: columns,
      rows: rows, firstCell: cells.count)
    for row in rows.leaves.indices {
      for column in columns.leaves.indices {
        let (rowItem, columnItem) = (rows.leaf(row), columns.leaf(column))
        cells.append(
          FormCell(
            id: "\(table.id).\(rowItem.id).\(columnItem.id)", table: table.index, block: number, row: row,
            column: column,
            kind: rowItem.kind ?? columnItem.kind ?? .count, unit: rowItem.unit ?? columnItem.unit ?? unit))
      }
    }
    outer.findings += fields.finish()
    return block
  }

  private func axis(_ key: String, _ fields: inout Fields) -> FormAxis {
    var items: [FormAxis.Item] = []
    var leaves = 0
    func append(_ value: YAMLValue, parent: Int?, depth: Int, _ outer: inout Fields) {
      var fields = Fields(value, in: source)
      let id = fields.requiredText("id") ?? ""
      let label = label(&fields)
      let short = fields.text("short") ?? label.chinese
      let variants = fields.texts("variants")
      let kind = fields.choice("kind", FormCell.Kind.self)
      let unit = fields.text("unit")
      let children = fields.items(key)
      let index = items.count
      items.append(
        FormAxis.Item(
          id: id, label: label, short: LocalizedText(short, en: fields.text("short_en") ?? label.english),
          parent: parent,
          depth: depth, leaf: children.isEmpty ? leaves : nil, keys: ([label.chinese] + variants).map { Label($0) },
          kind: kind, unit: unit))
      if children.isEmpty { leaves += 1 }
      for child in children { append(child, parent: index, depth: depth + 1, &fields) }
      outer.findings += fields.finish()
    }
    for item in fields.items(key) { append(item, parent: nil, depth: 0, &fields) }
    return FormAxis(items: items)
  }

  /// The rule that speaks for a sum; with another id the sum would never be checked.
  private func rule(_ fields: inout Fields) -> String {
    guard let value = fields.required("rule"), let id = fields.text(of: value) else { return "" }
    if Rules.sumRules.contains(id) { return id }
    fields.findings.append(
      .invalidValue(
        expected: LocalizedText(verbatim: Rules.sumRules.joined(separator: " | ")), at: source.range(of: value.span),
        suggestion: Suggestion.nearest(to: id, among: Rules.sumRules)))
    return ""
  }

  private func sum(_ value: YAMLValue, _ blocks: [FormBlock], _ fields: inout Fields) -> FormSum? {
    fields.mapping(value) { fields in
      let rule = rule(&fields)
      let direction = fields.choice("each", FormSum.Direction.self) ?? .row
      let block = fields.text("block").flatMap { id in blocks.firstIndex { $0.id == id } } ?? 0
      guard block < blocks.count else { return nil }
      let axis = direction == .row ? blocks[block].columns : blocks[block].rows
      func leaves(_ key: String) -> [Int] {
        fields.items(key).flatMap { item in
          let leaves = axis.items.firstIndex { $0.id == item.text }.map { axis.leaves(below: $0) } ?? []
          if leaves.isEmpty {
            fields.findings.append(
              .invalidValue(
                expected: LocalizedText("本表的一行或一列", en: "a row or column of this table"),
                at: source.range(of: item.span),
                suggestion: Suggestion.nearest(to: item.text ?? "", among: axis.items.map(\.id))))
          }
          return leaves
        }
      }
      let left = leaves("left")
      return FormSum(rule: rule, direction: direction, block: block, left: left, right: leaves("right"))
    }
  }

  private func figure(_ value: YAMLValue, _ fields: inout Fields) -> FormFigure? {
    fields.mapping(value) { fields in
      let label = label(&fields)
      let ids = fields.items("cells")
      let indexes = ids.compactMap { item in
        fields.typed(
          item, cells.firstIndex { $0.id == item.text }, LocalizedText("本表单的一个单元格", en: "a cell of this form"))
      }
      return FormFigure(id: ids.compactMap(\.text).joined(separator: "+"), label: label, cells: indexes)
    }
  }
}
