internal import Diagnostics
internal import Languages
internal import Markup

/// Reads a form from its data file.
struct FormReader {
  /// Cells per form. The statutory one has 200, and each report holds all of them.
  private static let mostCells = 10_000

  let source: SourceFile
  private var isTooLarge = false
  private var cells: [FormCell] = []
  private var lists: [String: FormAxis] = [:]
  /// For each role, the location of the role or the id of the table that has it.
  private var roles: [FormTable.Role: (span: Span, isStated: Bool)] = [:]
  /// Findings about a form that is still usable.
  private var incompleteness: [Finding] = []

  init(source: SourceFile) {
    self.source = source
  }

  /// - Returns: The form, or `nil` with at least one finding.
  mutating func read(findings: inout [Finding]) -> Form? {
    guard let value = YAMLReader.read(source, findings: &findings) else { return nil }
    var fields = Fields(value, in: source)
    let form = form(&fields)
    let problems = fields.finish()
    findings += problems + incompleteness
    return problems.isEmpty ? form : nil
  }

  private mutating func form(_ fields: inout Fields) -> Form? {
    let id = fields.identifier("id")
    let title = fields.required("title").map { fields.localized($0) }
    let law = fields.choice("law", FormLaw.self)
    let basis = fields.optional("basis").map { fields.localized($0) }
    let years = fields.optional("years").map { fields.mapping($0) { YearRange(&$0) } }
    let signs = fields.texts("signs").map { Label($0) }
    let blank = fields.optional("blank").map { fields.mapping($0) { BlankText(&$0) } }
    let unitNames = unitNames(&fields)
    readLists(&fields)
    var tables: [FormTable] = []
    for item in fields.items("tables") {
      if let table = table(item, index: tables.count, &fields) { tables.append(table) }
    }
    let sections = fields.items("sections").compactMap { section($0, tables, &fields) }
    let others = fields.boolean("other_sections") ?? false
    // Rules and figures would refer to missing cells.
    if isTooLarge { return nil }
    var ruleReader = FormRuleReader(source: source, tables: tables)
    let rules = ruleReader.rules(&fields)
    let figures = fields.items("figures").compactMap { figure($0, &fields) }
    checkNeeds(law, tables, sections: others ? nil : sections, rules, &fields)
    guard let id, let title else { return nil }
    return Form(
      id: id, title: title, law: law, basis: basis, years: years ?? YearRange(), signs: signs,
      sections: sections,
      allowsOtherSections: others, tables: tables, cells: cells, rules: rules, figures: figures,
      indexed: IndexedCells(tables: tables, cells: cells), blank: blank,
      statutory: StatutoryCells(tables: tables, cells: cells), unitNames: unitNames)
  }

  /// The units of its cells in other languages.
  private func unitNames(_ fields: inout Fields) -> [String: Translations] {
    let units = fields.items("units").map { fields.localized($0) }
    return Dictionary(units.map { ($0.chinese, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func section(_ value: YAMLValue, _ tables: [FormTable], _ fields: inout Fields) -> FormSection? {
    fields.mapping(value) { fields in
      let id = fields.identifier("id") ?? ""
      let role = fields.choice("role", FormSection.Role.self)
      let obligations = fields.choices("must_state", FormSection.Obligation.self)
      let label = fields.label()
      let keys = fields.keys(of: label)
      let table = fields.optional("table").flatMap { value in
        fields.typed(
          value, tables.firstIndex { $0.id == value.text }, LocalizedText("本表单的一张表", en: "a table of this form"))
      }
      let ofTable = table.flatMap { tables[$0].role }.flatMap { FormSection.Role(rawValue: $0.rawValue) }
      return FormSection(
        id: id, role: role ?? ofTable ?? FormSection.Role(rawValue: id), obligations: obligations, label: label,
        keys: keys, table: table)
    }
  }

  private mutating func table(_ value: YAMLValue, index: Int, _ outer: inout Fields) -> FormTable? {
    var fields = Fields(value, in: source)
    defer { outer.findings += fields.finish() }
    let first = cells.count
    guard let idValue = fields.required("id"), let id = fields.identifier(of: idValue) else { return nil }
    let role = role(id, at: idValue.span, &fields)
    let title = fields.required("title").map { fields.localized($0) } ?? Translations(id)
    let note = fields.optional("note").map { fields.localized($0) }
    let unit = fields.text("unit") ?? ""
    let corners = fields.texts("corners")
    var blocks: [FormBlock] = []
    for item in fields.items("blocks") {
      blocks.append(block(item, table: (index, id), unit: unit, number: blocks.count, &fields))
    }
    return FormTable(
      id: id, role: role, title: title, note: note, blocks: blocks, cells: first..<cells.count,
      labels: LabelIndex(blocks: blocks, corners: corners))
  }

  /// The role of a table: the one it declares, otherwise the one implied by its id.
  private mutating func role(_ id: String, at span: Span, _ fields: inout Fields) -> FormTable.Role? {
    let value = fields.optional("role")
    let stated = fields.choice("role", FormTable.Role.self)
    guard let role = stated ?? FormTable.Role(rawValue: id) else { return nil }
    let place = value?.span ?? span
    if roles[role] != nil {
      fields.findings.append(
        .invalidValue(
          expected: LocalizedText("一个只有一张表有的 role", en: "a role that no other table has"), at: source.range(of: place)))
    }
    roles[role] = (place, stated != nil)
    return role
  }

  /// Reports what rules need and the form neither has nor declares as missing.
  ///
  /// - Parameter sections: `nil` if reports may have other sections.
  private mutating func checkNeeds(
    _ law: FormLaw?, _ tables: [FormTable], sections: [FormSection]?, _ rules: [FormRule], _ fields: inout Fields
  ) {
    let top = fields.optional("id")?.span ?? fields.value.span
    var lacks: [(lack: StatutoryNeeds.Lack, span: Span)] = []
    for role in FormTable.Role.allCases {
      if let place = roles[role], let table = tables.first(where: { $0.role == role }) {
        guard law != nil || place.isStated else { continue }
        lacks += StatutoryNeeds.lacks(of: table, as: role, rules).map { ($0, place.span) }
      } else if law != nil {
        lacks.append((StatutoryNeeds.Lack(name: role.rawValue), top))
      }
    }
    if law != nil, let sections { lacks += StatutoryNeeds.lacks(of: sections).map { ($0, top) } }
    for entry in fields.items("without") {
      let named = lacks.filter { lack in entry.text.map { lack.lack.isNamed(by: $0) } ?? false }
      if named.isEmpty {
        fields.findings.append(
          .invalidValue(
            expected: LocalizedText("检查规则要用而表单没有的内容", en: "something that rules need and the form lacks"),
            at: source.range(of: entry.span)))
      }
      lacks.removeAll { lack in named.contains { $0.lack.name == lack.lack.name } }
    }
    while let first = lacks.first {
      let here = lacks.filter { $0.span == first.span }.map(\.lack)
      incompleteness.append(.incompleteForm(lacking: here.names, at: source.range(of: first.span)))
      lacks.removeAll { $0.span == first.span }
    }
  }

  private mutating func block(
    _ value: YAMLValue, table: (index: Int, id: String), unit: String, number: Int, _ outer: inout Fields
  ) -> FormBlock {
    var fields = Fields(value, in: source)
    let id = fields.identifier("id") ?? ""
    let hasLabel = fields.optional("label") != nil
    let caption = hasLabel ? fields.label() : nil
    let corner = fields.optional("corner").map { fields.localized($0) } ?? Translations("")
    let unitColumn = fields.optional("unit_column").map { value in
      fields.mapping(value) { fields in
        let label = fields.label()
        return FormBlock.UnitColumn(label: label, keys: fields.keys(of: label))
      }
    }
    let isAcross = fields.boolean("across") ?? false
    let columns = axis("columns", &fields)
    let rows = axis("rows", &fields)
    let block = FormBlock(
      id: id, label: caption, keys: caption.map { [Label($0.chinese)] } ?? [], corner: corner, unitColumn: unitColumn,
      isAcross: isAcross, columns: columns, rows: rows, firstCell: cells.count)
    if rows.leaves.count * columns.leaves.count > Self.mostCells - cells.count {
      if !isTooLarge {
        fields.findings.append(
          .formTooLarge(
            LocalizedText("表单的单元格超过 \(Self.mostCells) 个", en: "the form has more than \(Self.mostCells) cells"),
            at: source.range(of: value.span)))
      }
      isTooLarge = true
      outer.findings += fields.finish()
      return block
    }
    for row in rows.leaves.indices {
      for column in columns.leaves.indices {
        let (rowItem, columnItem) = (rows.leaf(row), columns.leaf(column))
        let kind = rowItem.kind ?? columnItem.kind ?? .count
        let written = rowItem.unit ?? columnItem.unit ?? unit
        let isStated = written == Self.statedUnit
        cells.append(
          FormCell(
            id: "\(table.id).\(rowItem.id).\(columnItem.id)", table: table.index, block: number, row: row,
            column: column, kind: kind, unit: isStated ? "" : written, hasStatedUnit: isStated,
            isOptional: rowItem.isOptional || columnItem.isOptional,
            isVerified: rowItem.isVerified && columnItem.isVerified))
      }
    }
    outer.findings += fields.finish()
    return block
  }

  /// Used instead of a unit if the author of a report states it.
  static let statedUnit = "stated"

  /// Rows or columns shared by several blocks: `rows: offices` instead of a list.
  private mutating func readLists(_ fields: inout Fields) {
    for item in fields.items("lists") {
      var list = Fields(item, in: source)
      if let id = list.identifier("id") {
        let isRows = list.optional("rows") != nil
        lists[id] = FormAxisReader(source: source, key: isRows ? "rows" : "columns").axis(&list)
      }
      fields.findings += list.finish()
    }
  }

  private func axis(_ key: String, _ fields: inout Fields) -> FormAxis {
    let none = FormAxis(items: [], sets: [:])
    guard let written = fields.required(key) else { return none }
    let axis: FormAxis? =
      if let name = written.text {
        fields.typed(written, lists[name], LocalizedText("lists 中的一个列表", en: "one of the lists"))
      } else {
        FormAxisReader(source: source, key: key).axis(&fields)
      }
    if axis?.leaves.isEmpty == true {
      fields.findings.append(
        .invalidValue(
          expected: LocalizedText("至少一项有单元格", en: "one with cells at least"), at: source.range(of: written.span)))
    }
    return axis ?? none
  }

  private func figure(_ value: YAMLValue, _ fields: inout Fields) -> FormFigure? {
    fields.mapping(value) { fields in
      let id = fields.text("id")
      let label = fields.label()
      let ids = fields.items("cells")
      let indexes = ids.compactMap { item in
        fields.typed(
          item, item.text.flatMap(cells.index(of:)), LocalizedText("本表单的一个单元格", en: "a cell of this form"))
      }
      return FormFigure(
        id: id ?? ids.compactMap(\.text).joined(separator: "_and_"), label: Text(label), cells: indexes)
    }
  }
}
