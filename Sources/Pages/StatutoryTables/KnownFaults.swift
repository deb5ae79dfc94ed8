internal import Bytes
internal import Diagnostics
internal import Languages
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
  func writeList(ofTable table: Int?, _ strings: Strings, reportLanguage: String, to html: inout HTMLWriter) {
    let faults = faults(ofTable: table)
    if faults.isEmpty { return }
    html.block("ul", .class("faults"), .lang(strings.language.tag)) { html in
      for fault in faults {
        guard let acceptance = fault.finding.acceptance else { continue }
        html.line("li", .id("fault-\(fault.number)")) { html in
          html.element("strong", text: PageText.fault(fault.number)[strings])
          html.text(" ")
          write(fault.finding.message, strings, to: &html)
          html.void("br")
          html.text(PageText.faultReason[strings])
          html.element("span", .lang(reportLanguage), text: acceptance.reason)
          if let signature = acceptance.signature { html.text(PageText.bracketed(signature, strings)) }
        }
      }
    }
  }

  /// Writes a message, marked with its language if it is not that of the page.
  private func write(_ message: LocalizedText, _ strings: Strings, to html: inout HTMLWriter) {
    let text = message[strings.messages]
    if strings.messages.rawValue == strings.language.tag {
      html.text(text)
    } else {
      html.element("span", .lang(strings.messages.rawValue), text: text)
    }
  }

  /// Writes the marks in a cell, which link to its faults.
  static func writeMarks(_ faults: [Fault], _ strings: Strings, to html: inout HTMLWriter) {
    for fault in faults {
      let name = PageText.fault(fault.number)[strings]
      html.text(" ")
      html.element("a", .class("fault"), .href("#fault-\(fault.number)"), .label(name), text: "※\(fault.number)")
    }
  }

  /// The notice above a report: the number of faults, and those that concern no table.
  func notice(_ strings: Strings, reportLanguage: String) -> [UInt8] {
    var html = HTMLWriter(capacity: 512)
    html.line("p") { html in
      html.text(PageText.faults(faults.count)[strings])
      for fault in faults where fault.table != nil {
        html.text(" ")
        html.element("a", .href("#fault-\(fault.number)"), text: PageText.fault(fault.number)[strings])
      }
    }
    writeList(ofTable: nil, strings, reportLanguage: reportLanguage, to: &html)
    return html.array()
  }
}
