internal import Bytes
internal import Diagnostics
internal import Reports

/// The findings that a report is published with, numbered for its page.
struct KnownFaults {
  struct Fault {
    /// From 1.
    let number: Int
    let finding: Finding
    /// Index in the cells of the form.
    let cell: Int?
    /// Index of the cell's table in the form.
    let table: Int?
  }

  let faults: [Fault]

  init(_ findings: [Finding], form: Form) {
    faults = findings.filter(\.isAccepted).enumerated().map { place, finding in
      let cell = finding.cell.flatMap(form.cell)
      return Fault(number: place + 1, finding: finding, cell: cell, table: cell.map { form.cells[$0].table })
    }
  }

  var isEmpty: Bool { faults.isEmpty }

  func faults(ofTable table: Int?) -> [Fault] { faults.filter { $0.table == table } }

  /// The faults by cell.
  var byCell: [Int: [Fault]] {
    Dictionary(grouping: faults.filter { $0.cell != nil }) { $0.cell ?? 0 }
  }

  /// Writes the faults of a table and their reasons, to be shown beside it; for `nil`, those that concern no table.
  func writeList(ofTable table: Int?, _ language: Language, reportLanguage: String, to buffer: inout ByteBuffer) {
    let faults = faults(ofTable: table)
    if faults.isEmpty { return }
    buffer.append("<ul class=\"faults\" lang=\"\(language.rawValue)\">\n")
    for fault in faults {
      guard let acceptance = fault.finding.acceptance else { continue }
      buffer.append("<li id=\"fault-\(fault.number)\"><strong>\(PageText.fault(fault.number)[language])</strong> ")
      buffer.appendEscaped(fault.finding.message[language])
      buffer.append("<br>\(PageText.faultReason[language])<span lang=\"")
      buffer.appendEscaped(reportLanguage)
      buffer.append("\">")
      buffer.appendEscaped(acceptance.reason)
      buffer.append("</span>")
      if let signature = acceptance.signature {
        buffer.appendEscaped(PageText.bracketed(signature, language))
      }
      buffer.append("</li>\n")
    }
    buffer.append("</ul>\n")
  }

  /// Writes the marks in a cell, which link to its faults.
  static func writeMarks(_ faults: [Fault], _ language: Language, to buffer: inout ByteBuffer) {
    for fault in faults {
      let name = PageText.fault(fault.number)[language]
      buffer.append(" <a class=\"fault\" href=\"#fault-\(fault.number)\" aria-label=\"\(name)\">※\(fault.number)</a>")
    }
  }

  /// The notice above a report: the number of faults, and those that concern no table.
  func notice(_ language: Language, reportLanguage: String) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 512)
    buffer.append("<p>\(PageText.faults(faults.count)[language])")
    for fault in faults where fault.table != nil {
      buffer.append(" <a href=\"#fault-\(fault.number)\">\(PageText.fault(fault.number)[language])</a>")
    }
    buffer.append("</p>\n")
    writeList(ofTable: nil, language, reportLanguage: reportLanguage, to: &buffer)
    return buffer.array()
  }
}
