/// Corrects the way in which the content of a cell is written.
enum CellCorrection {
  /// The plain number instead of `１２`, `1,234` or `3件`, with its remark.
  static func plain(_ reading: CellReader.Reading, written: String) -> String {
    let number = "\(reading.value)\(reading.mark ?? "")"
    guard let remark = reading.remark else { return number }
    return "\(number)（\(remark)）"
  }

  /// Puts the remark after a number in brackets: `22其中修订16件` becomes `22（其中修订16件）`.
  ///
  /// - Returns: `nil` if the text after the number is not a remark.
  static func separated(_ written: String, kind: FormCell.Kind, unit: String) -> String? {
    let number = written.prefix { numberSigns.contains($0) }
    var rest = written.dropFirst(number.count)
    guard number.contains(where: \.isNumber) else { return nil }
    // The unit stays next to the number.
    var stated = ""
    if !unit.isEmpty, rest.drop(while: \.isWhitespace).hasPrefix(unit) {
      rest = rest.drop(while: \.isWhitespace).dropFirst(unit.count)
      stated = unit
    }
    var remark = rest.drop { $0.isWhitespace || separators.contains($0) }
    let isOpened = remark.first == "（" || remark.first == "("
    if isOpened { remark = remark.dropFirst() }
    if remark.last == "）" || remark.last == ")" { remark = remark.dropLast() }
    guard !remark.contains(where: { "（）()".contains($0) }) else { return nil }
    guard isOpened || openings.contains(where: { remark.hasPrefix($0) }) else { return nil }
    let corrected = "\(number)\(stated)（\(remark)）"
    let reading = CellReader.read(corrected, kind: kind, unit: unit)
    guard reading.status == .number || reading.status == .zero, reading.remark != nil else { return nil }
    return corrected
  }

  private static let numberSigns = Set("0123456789０１２３４５６７８９.．,+-＋－−")
  private static let separators = Set("，,；;：:、")
  /// Words that start a remark. Anything else may be a unit, or part of the number.
  private static let openings = ["其中", "含", "包括", "包含", "注", "备注", "说明", "均为", "均系", "主要", "另有"]
}
