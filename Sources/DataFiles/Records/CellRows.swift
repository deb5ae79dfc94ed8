internal import Bytes
internal import Reports

/// Writes the rows of one form's cells as CSV. What is the same for every report is prepared once, and the values are
/// inserted.
struct CellRows: Sendable {
  private let front: Literals
  private let unit: Literals
  private let baseUnit: Literals
  private let areAmounts: [Bool]

  init(form: Form) {
    front = Literals(
      form.cells.indices.map { index in
        let table = form.tables[form.cells[index].table].id
        return Self.fields([table, form.label(ofRow: index).id, form.label(ofColumn: index).id])
      })
    unit = Literals(form.cells.map { Self.fields([$0.unit]) })
    areAmounts = form.cells.map { $0.kind == .money }
    baseUnit = Literals(form.cells.map { Self.fields([$0.baseUnit]) })
  }

  /// Each followed by a comma.
  private static func fields(_ fields: [String]) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 128)
    for field in fields {
      buffer.appendCSV(field)
      buffer.append(UInt8(ascii: ","))
    }
    return buffer.array()
  }

  func writeCSV(_ record: ReportRecord, to buffer: inout ByteBuffer) {
    var prefix = ByteBuffer(capacity: 128)
    var facts = record.facts()
    for _ in 0..<WideTable.facts {
      prefix.appendCSV(facts.field())
      prefix.append(UInt8(ascii: ","))
    }
    front.withLiterals { front in
      unit.withLiterals { units in
        baseUnit.withLiterals { baseUnits in
          Cell.Status.codes.withLiterals { codes in
            record.forEachCell { index, cell in
              buffer.append(prefix.bytes)
              buffer.append(front[index])
              // With a point, so that programs that guess types from the first rows see decimals.
              let isNoAmount = cell.status == .zero && areAmounts[index]
              if let number = cell.number { buffer.append(isNoAmount ? .noAmount : number) }
              buffer.append(UInt8(ascii: ","))
              if let unit = cell.unit {
                buffer.appendCSV(unit)
                buffer.append(UInt8(ascii: ","))
              } else {
                buffer.append(units[index])
              }
              if let base = cell.base { buffer.append(isNoAmount ? .noAmount : base) }
              buffer.append(UInt8(ascii: ","))
              if cell.hasBaseUnit { buffer.append(baseUnits[index]) } else { buffer.append(UInt8(ascii: ",")) }
              buffer.append(codes[Int(cell.status.rawValue)])
              buffer.append(UInt8(ascii: ","))
              if let remark = cell.remark { buffer.appendCSV(remark) }
              buffer.append(CSV.lineEnd)
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

extension DecimalNumber {
  /// An amount of nothing in CSV: 0.0
  static let noAmount = DecimalNumber(digits: 0, scale: 1)
}
