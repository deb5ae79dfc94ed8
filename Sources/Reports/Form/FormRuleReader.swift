internal import Diagnostics
internal import Languages
internal import Markup

/// Reads the rules of a form from its data file.
///
/// Cells are named `TABLE.ROW.COLUMN`. A group or set stands for all its members, and `*` for each row or each column
/// in turn, the same one on both sides.
struct FormRuleReader {
  let source: SourceFile
  let tables: [FormTable]

  /// The number of cells that all rules together compare, counting repetitions. The rules of the statutory form have
  /// some thousands.
  private static let mostOperands = 500_000
  /// Ids of the equations that the program itself explains.
  private static let sums = Rules.brokenSums.map { $0.kind.id }
  private var operands = 0

  /// The descriptions of the rules read so far. Several statements may make up one rule, which the first one describes.
  private var kinds: [String: FindingKind] = [:]

  init(source: SourceFile, tables: [FormTable]) {
    self.source = source
    self.tables = tables
  }

  mutating func rules(_ fields: inout Fields) -> [FormRule] {
    var rules: [FormRule] = []
    for value in fields.items("rules") where operands <= Self.mostOperands {
      var entry = Fields(value, in: source)
      if let rule = rule(&entry) { rules.append(rule) }
      fields.findings += entry.finish()
    }
    return rules
  }

  private mutating func rule(_ fields: inout Fields) -> FormRule? {
    guard let idValue = fields.required("id"), let id = fields.identifier(of: idValue) else { return nil }
    let kind = kind(id, at: idValue.span, &fields)
    let condition = fields.optional("when").flatMap { value in
      fields.mapping(value) { fields in relation(&fields) }
    }
    guard let claim = relation(&fields) else { return nil }
    let references = [claim, condition].compactMap { $0 }.flatMap { $0.left + $0.right }
    let starred = references.filter(\.isStarred)
    // Counted before expansion, since the size of each reference is known without it.
    let members = starred.first?.memberCount ?? 1
    for reference in references where operands <= Self.mostOperands {
      // A reference without `*` occurs in each line.
      operands += reference.size * (reference.isStarred ? 1 : members)
    }
    if operands > Self.mostOperands {
      fields.findings.append(
        .formTooLarge(
          LocalizedText(
            "到这条规则为止，各规则共涉及 \(Self.mostOperands) 个以上的单元格",
            en: "up to this one, the rules name more than \(Self.mostOperands) cells"),
          at: source.range(of: idValue.span)))
      return nil
    }
    let lines: [FormRule.Line]
    if let first = starred.first {
      let others = starred.dropFirst().map { Set($0.members) }
      lines = first.members.filter { member in others.allSatisfy { $0.contains(member) } }.map { member in
        FormRule.Line(claim: claim.relation(for: member), condition: condition?.relation(for: member))
      }
    } else {
      lines = [FormRule.Line(claim: claim.relation(for: ""), condition: condition?.relation(for: ""))]
    }
    if lines.isEmpty {
      fields.findings.append(
        .invalidValue(
          expected: LocalizedText("各处的 * 有共同的行或列", en: "a row or column that every * has"),
          at: source.range(of: idValue.span)))
    }
    return FormRule(id: id, kind: kind, direction: starred.first?.direction, lines: lines)
  }

  /// The description of a rule in the form. A rule of the program has its own.
  private mutating func kind(_ id: String, at span: Span, _ fields: inout Fields) -> FindingKind? {
    guard let title = fields.optional("title") else {
      if let kind = kinds[id] { return kind }
      // With any other id, the statement would never be checked.
      if !Self.sums.contains(id) {
        fields.findings.append(
          .invalidValue(
            expected: LocalizedText(
              "\(Self.sums.joined(separator: " | "))，或者写明 title",
              en: "\(Self.sums.joined(separator: " | ")), or a title"), at: source.range(of: span),
            suggestion: Suggestion.nearest(to: id, among: Self.sums)))
      }
      return nil
    }
    let isWord = id.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) }
    if !isWord || Rules.programKinds.contains(where: { $0.id == id }) {
      fields.findings.append(
        .invalidValue(
          expected: LocalizedText("a-z、0-9 和 - 写成的新编号", en: "a new id of a-z, 0-9 and -"),
          at: source.range(of: span)))
    }
    let explanation = fields.required("explanation").map { fields.localized($0).message }
    let kind = FindingKind(
      id, fields.choice("severity", Severity.self) ?? .error, title: fields.localized(title).message,
      explanation: explanation ?? LocalizedText(verbatim: ""), example: fields.text("example") ?? "",
      source: fields.optional("source").map { fields.localized($0).message })
    kinds[id] = kind
    return kind
  }

  // MARK: Relations

  private struct WrittenRelation {
    var comparison: FormRelation.Comparison
    var left: [CellReference] = []
    var right: [CellReference] = []
    var constant = 0

    func relation(for member: String) -> FormRelation {
      FormRelation(
        comparison: comparison, left: left.flatMap { $0.cells(for: member) },
        right: right.flatMap { $0.cells(for: member) }, constant: constant)
    }
  }

  private func relation(_ fields: inout Fields) -> WrittenRelation? {
    if fields.optional("cells") != nil {
      let cells = references("cells", &fields)
      guard let value = fields.required("are") else { return nil }
      let choices: [FormRelation.Comparison] = [.stated, .notApplicable]
      let comparison = fields.typed(
        value, choices.first { $0.rawValue == value.text },
        LocalizedText(verbatim: choices.map(\.rawValue).joined(separator: " | ")))
      return comparison.map { WrittenRelation(comparison: $0, left: cells) }
    }
    guard fields.required("sum") != nil else { return nil }
    var relation = WrittenRelation(comparison: .equals)
    relation.left = references("sum", &fields)
    let sides = [FormRelation.Comparison.equals, .atMost, .atLeast].filter { fields.optional($0.rawValue) != nil }
    guard let side = sides.first, sides.count == 1 else {
      fields.findings.append(
        .invalidValue(
          expected: LocalizedText(
            "equals、at_most、at_least 之一", en: "one of equals, at_most and at_least"),
          at: source.range(of: fields.value.span)))
      return nil
    }
    relation.comparison = side
    for item in fields.items(side.rawValue) {
      if let number = item.integer {
        relation.constant = sum(relation.constant, number, at: item, &fields)
      } else if let cell = reference(item, &fields) {
        relation.right.append(cell)
      }
    }
    return relation
  }

  /// The cells that a rule is about. There must be at least one, because findings are located there.
  private func references(_ key: String, _ fields: inout Fields) -> [CellReference] {
    guard let list = fields.optional(key) else { return [] }
    if list.items?.isEmpty == true {
      fields.findings.append(
        .invalidValue(
          expected: LocalizedText("至少一个单元格：表.行.列", en: "one cell at least: TABLE.ROW.COLUMN"),
          at: source.range(of: list.span)))
    }
    return fields.items(key).compactMap { reference($0, &fields) }
  }

  /// Adds a constant, limited to as many digits as a figure, so that sums of cells cannot overflow.
  private func sum(_ constant: Int, _ number: Int, at value: YAMLValue, _ fields: inout Fields) -> Int {
    let (sum, overflows) = constant.addingReportingOverflow(number)
    let digits = DecimalNumber.mostDigits
    return fields.typed(
      value, overflows || String(sum.magnitude).utf8.count > digits ? nil : sum,
      LocalizedText("不超过 \(digits) 位的整数", en: "a whole number of \(digits) digits at most")) ?? 0
  }

  private func reference(_ value: YAMLValue, _ fields: inout Fields) -> CellReference? {
    fields.typed(
      value, value.text.flatMap { CellReference($0, in: tables) },
      LocalizedText("本表单的单元格：表.行.列", en: "cells of this form: TABLE.ROW.COLUMN"))
  }
}

/// `requests.*.total`: cells of a table, one for each row or one for each column.
private struct CellReference {
  /// A target within one block. In a table of several blocks, more than one may have such rows.
  private struct Place {
    let block: FormBlock
    let row: String
    let column: String
    /// The leaf indexes that `*` stands for, by id.
    let leaves: [String: Int]

    init(block: FormBlock, row: String, column: String) {
      (self.block, self.row, self.column) = (block, row, column)
      let axis = row == "*" ? block.rows : block.columns
      leaves =
        row == "*" || column == "*"
        ? Dictionary(
          axis.leaves.indices.map { (axis.leaf($0).id, $0) }, uniquingKeysWith: { first, _ in first }) : [:]
    }
  }

  private let places: [Place]

  var isStarred: Bool { direction != nil }
  var direction: FormRule.Direction? {
    places.first.flatMap { $0.row == "*" ? .row : $0.column == "*" ? .column : nil }
  }

  init?(_ text: String, in tables: [FormTable]) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 2, let table = tables.first(where: { $0.id == parts[0] }) else { return nil }
    // Ids may contain dots, so every possible end of the row is tried.
    places = table.blocks.compactMap { block in
      for end in 2..<parts.count {
        let row = parts[1..<end].joined(separator: ".")
        let column = parts[end...].joined(separator: ".")
        if row != "*" || column != "*", Self.isName(row, of: block.rows), Self.isName(column, of: block.columns) {
          return Place(block: block, row: row, column: column)
        }
      }
      return nil
    }
    if places.isEmpty { return nil }
  }

  /// Whether a name stands for any rows or columns, since a group may be empty.
  private static func isName(_ name: String, of axis: FormAxis) -> Bool {
    name == "*" || axis.names[name]?.isEmpty == false
  }

  /// The ids that `*` stands for.
  var members: [String] {
    places.flatMap { place -> [String] in
      let axis = place.row == "*" ? place.block.rows : place.block.columns
      return axis.leaves.map { axis.items[$0].id }
    }
  }

  /// The number of cells it stands for, including all members.
  var size: Int {
    places.reduce(0) { sum, place in
      func count(_ name: String, _ axis: FormAxis) -> Int {
        name == "*" ? axis.leaves.count : axis.names[name]?.count ?? 0
      }
      return sum + count(place.row, place.block.rows) * count(place.column, place.block.columns)
    }
  }

  /// The number of members.
  var memberCount: Int { places.reduce(0) { $0 + $1.leaves.count } }

  func cells(for member: String) -> [Int] {
    places.flatMap { place -> [Int] in
      let rows = Self.leaves(place.row, member, of: place.block.rows, place)
      let columns = Self.leaves(place.column, member, of: place.block.columns, place)
      return rows.flatMap { row in columns.map { place.block.cell(row: row, column: $0) } }
    }
  }

  private static func leaves(_ name: String, _ member: String, of axis: FormAxis, _ place: Place) -> [Int] {
    if name != "*" { return axis.names[name] ?? [] }
    return place.leaves[member].map { [$0] } ?? []
  }
}
