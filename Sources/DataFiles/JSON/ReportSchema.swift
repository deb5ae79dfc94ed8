internal import Bytes
internal import Reports

/// The JSON Schemas of reports: one for each form, made from its tables, and one that chooses among them by `form`.
///
/// The template `report-1.json` has everything common to all forms. Strings such as `"@tables"` are replaced by the parts of a
/// form.
struct ReportSchema {
  /// The text of the template, with URLs in this portal.
  let template: String
  /// The URL of the folder of schemas.
  let folder: String

  static let name = "report-1"

  static func fileName(_ form: Form) -> String { "\(name)-\(form.id).json" }

  /// The schema of the reports in a form.
  func schema(of form: Form) -> String {
    var text = template
    let parts: [(String, String)] = [
      ("@id", "\"\(folder)\(Self.fileName(form))\""), ("@form", "\"\(form.id)\""), ("@tables", Self.tables(of: form)),
      ("@cells", Self.names(form.cells.map(\.id))), ("@table_ids", Self.names(form.tables.map(\.id))),
      ("@conditions", Self.conditions(of: form)),
    ]
    for (mark, part) in parts { text = text.replacing("\"\(mark)\"", with: part) }
    return text
  }

  /// The schema that chooses by `form`. It contains those of all forms, so that it can be used alone.
  func schema(of forms: [Form]) -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.field("$id", "\(folder)\(Self.name).json")
      json.field("title", "政府信息公开工作年度报告 Annual report on government information disclosure")
      json.field(
        "description", "按 form 选用各格式的 Schema。Chooses the schema of the form that a report is written in.")
      json.field("type", "object")
      json.field("required", ["form"])
      json.key("properties")
      json.object { json in
        json.key("form")
        json.object { $0.field("enum", forms.map(\.id)) }
      }
      json.key("allOf")
      json.array { json in
        for form in forms {
          json.object { json in
            json.key("if")
            json.object { json in
              json.key("properties")
              json.object { json in
                json.key("form")
                json.object { $0.field("const", form.id) }
              }
            }
            json.key("then")
            json.object { $0.field("$ref", folder + Self.fileName(form)) }
          }
        }
      }
      json.key("$defs")
      json.object { json in
        for form in forms {
          json.key(form.id)
          json.raw { $0.append(schema(of: form)) }
        }
      }
    }
    return String(decoding: json.buffer.array(), as: UTF8.self)
  }

  // MARK: Parts

  /// `enum` of nothing is not allowed.
  private static func names(_ names: [String]) -> String {
    if names.isEmpty { return "false" }
    var json = JSONWriter()
    json.object { $0.field("enum", names) }
    return String(decoding: json.buffer.array(), as: UTF8.self)
  }

  /// Every table, row and column of the form, and nothing else.
  private static func tables(of form: Form) -> String {
    var json = JSONWriter()
    object(form.tables.map(\.id), &json) { table, json in
      let table = form.tables[table]
      let rows = table.blocks.flatMap { block in block.rows.leaves.indices.map { (block: block, row: $0) } }
      object(rows.map { $0.block.rows.leaf($0.row).id }, &json) { place, json in
        let (block, row) = rows[place]
        object(block.columns.leaves.indices.map { block.columns.leaf($0).id }, &json) { column, json in
          let cell = form.cells[block.cell(row: row, column: column)]
          json.raw { $0.append(value(of: cell.kind)) }
        }
      }
    }
    return String(decoding: json.buffer.array(), as: UTF8.self)
  }

  private static func object(
    _ keys: [String], _ json: inout JSONWriter, _ write: (Int, inout JSONWriter) -> Void
  ) {
    json.object { json in
      json.field("type", "object")
      json.key("properties")
      json.object { json in
        for (place, key) in keys.enumerated() {
          json.key(key)
          write(place, &json)
        }
      }
      json.field("required", keys)
      json.key("additionalProperties")
      json.value(false)
    }
  }

  private static func value(of kind: FormCell.Kind) -> StaticString {
    switch kind {
    case .count: #"{"type":["integer","null"],"minimum":0}"#
    case .change: #"{"type":["integer","null"]}"#
    case .percent: #"{"type":["number","null"]}"#
    case .money, .decimal, .days: #"{"type":["number","null"],"minimum":0}"#
    case .date, .text: #"{"type":"null"}"#
    }
  }

  /// For each cell: it has no number if, and only if, a note says why.
  private static func conditions(of form: Form) -> String {
    let reasons = #"{"enum":["blank","not_applicable","text","missing"]}"#
    let conditions = form.cells.indices.map { index in
      let cell = form.cells[index]
      let (row, column) = (form.label(ofRow: index).id, form.label(ofColumn: index).id)
      let table = form.tables[cell.table].id
      let blank =
        #"{"properties":{"tables":{"properties":{"\#(table)":{"properties":{"\#(row)":{"properties":{"\#(column)":{"type":"null"}}}}}}}}}"#
      let note =
        #"{"contains":{"properties":{"cell":{"const":"\#(cell.id)"},"status":\#(reasons)},"required":["cell","status"]}}"#
      return
        #"{"if":\#(blank),"then":{"properties":{"cell_notes":\#(note)}},"else":{"properties":{"cell_notes":{"not":\#(note)}}}}"#
    }
    // `allOf` of nothing is not allowed.
    return "[\((conditions.isEmpty ? ["{}"] : conditions).joined(separator: ","))]"
  }
}
