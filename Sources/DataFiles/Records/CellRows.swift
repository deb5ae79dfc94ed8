internal import Bytes
internal import Reports

/// Writes the rows of one form's cells as CSV and as NDJSON. What is the same for every report is prepared once, and
/// the values are inserted.
struct CellRows: Sendable {
  private let csvFront: Literals
  private let csvUnit: Literals
  private let jsonFront: Literals
  private let jsonUnit: Literals

  init(form: Form) {
    let cells = form.cells.indices.map { index in
      (
        table: form.tables[form.cells[index].table].id, row: form.label(ofRow: index).id,
        column: form.label(ofColumn: index).id, unit: form.cells[index].unit
      )
    }
    csvFront = Literals(cells.map { cell in Self.csv([form.id, cell.table, cell.row, cell.column], end: ",") })
    csvUnit = Literals(cells.map { cell in Array(",".utf8) + Self.csv([cell.unit], end: ",") })
    jsonFront = Literals(
      cells.map { cell in
        var json = JSONWriter(buffer: ByteBuffer(capacity: 128))
        json.beginObject()
        json.field("form", form.id)
        json.field("table", cell.table)
        json.field("row", cell.row)
        json.field("column", cell.column)
        return Array(json.buffer.array().dropFirst()) + Array(#","value":"#.utf8)
      })
    jsonUnit = Literals(
      cells.map { cell in
        var json = JSONWriter(buffer: ByteBuffer(capacity: 64))
        json.beginObject()
        json.field("unit", cell.unit)
        return Array(",".utf8) + json.buffer.array().dropFirst() + Array(#","status":""#.utf8)
      })
  }

  private static func csv(_ fields: [String], end: String) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 128)
    for (number, field) in fields.enumerated() {
      if number > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.appendCSV(field)
    }
    buffer.append(end)
    return buffer.array()
  }

  func writeCSV(_ record: ReportRecord, to buffer: inout ByteBuffer) {
    // Each row starts with the agency, its name, the region and the year.
    var prefix = ByteBuffer(capacity: 128)
    var facts = record.facts()
    for _ in 0..<4 {
      prefix.appendCSV(facts.field())
      prefix.append(UInt8(ascii: ","))
    }
    csvFront.withLiterals { front in
      csvUnit.withLiterals { unit in
        Cell.Status.codes.withLiterals { codes in
          record.forEachCell { index, cell in
            buffer.append(prefix.bytes)
            buffer.append(front[index])
            if let number = cell.number { buffer.append(number) }
            buffer.append(unit[index])
            buffer.append(codes[Int(cell.status.rawValue)])
            buffer.append(UInt8(ascii: ","))
            if let remark = cell.remark { buffer.appendCSV(remark) }
            buffer.append(CSV.lineEnd)
          }
        }
      }
    }
  }

  func writeJSON(_ record: ReportRecord, to buffer: inout ByteBuffer) {
    var facts = record.facts()
    var json = JSONWriter(buffer: ByteBuffer(capacity: 256))
    json.beginObject()
    json.field("agency", facts.field())
    json.field("agency_name", facts.field())
    json.field("region", facts.field())
    json.field("year", facts.field())
    json.buffer.append(UInt8(ascii: ","))
    jsonFront.withLiterals { front in
      jsonUnit.withLiterals { unit in
        Cell.Status.codes.withLiterals { codes in
          record.forEachCell { index, cell in
            buffer.append(json.buffer.bytes)
            buffer.append(front[index])
            if let number = cell.number { buffer.append(number) } else { buffer.append("null") }
            buffer.append(unit[index])
            buffer.append(codes[Int(cell.status.rawValue)])
            if let remark = cell.remark {
              buffer.append("\",\"remark\":\"")
              buffer.appendJSONEscaped(remark)
              buffer.append("\"}\n")
            } else {
              buffer.append("\",\"remark\":null}\n")
            }
          }
        }
      }
    }
  }
}

extension ByteBuffer {
  mutating func appendCSV(_ field: RecordReader.Field) {
    switch field {
    case .blank: break
    case .text(let text): text.withUnsafeBufferPointer { appendCSV($0) }
    case .number(let number): append(number)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func field(_ name: StaticString, _ field: RecordReader.Field) {
    key(name)
    switch field {
    case .blank: null()
    case .text(let text): text.withUnsafeBufferPointer { value($0) }
    case .number(let number): raw { $0.append(number) }
    }
  }
}
