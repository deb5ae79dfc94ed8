internal import Diagnostics

/// A value of `from:` or `to:` as a cell would hold it.
enum CorrectedValue: Equatable {
  case number(DecimalNumber)
  /// Blank, or a sign for “not applicable”.
  case none
  case text(String)

  init(_ written: String?, of cell: FormCell) {
    let reading = CellReader.read(written ?? "", kind: cell.kind, unit: cell.unit)
    switch reading.status {
    case .number, .zero: self = .number(reading.value)
    case .blank, .notApplicable, .missing: self = .none
    case .text: self = .text(written ?? "")
    }
  }

  init(_ cell: Cell, note: CellNote?) {
    switch cell.status {
    case .number, .zero: self = .number(cell.value)
    case .blank, .notApplicable, .missing: self = .none
    case .text: self = .text(note?.written ?? "")
    }
  }

  static func == (left: CorrectedValue, right: CorrectedValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left.isSameAmount(as: right)
    case (.none, .none): true
    case (.text(let left), .text(let right)): left == right
    default: false
    }
  }

  var described: LocalizedText {
    switch self {
    case .number(let number): LocalizedText(verbatim: "\(number)")
    case .none: LocalizedText("未填", en: "blank")
    case .text(let text): LocalizedText("“\(text)”", en: "“\(text)”")
    }
  }
}

extension Report {
  /// The corrections of each cell of the form, in the order in which they are listed. Cells are in the order of their
  /// first correction.
  func correctionsByCell() -> [(cell: Int, corrections: [ReportMetadata.Correction])] {
    var chains: [(cell: Int, corrections: [ReportMetadata.Correction])] = []
    for correction in metadata.corrections {
      guard let cell = correction.cell.flatMap(form.cell(_:)) else { continue }
      if let place = chains.firstIndex(where: { $0.cell == cell }) {
        chains[place].corrections.append(correction)
      } else {
        chains.append((cell, [correction]))
      }
    }
    return chains
  }
}
