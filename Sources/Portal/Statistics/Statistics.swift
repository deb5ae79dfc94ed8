package import Reports

/// Looks up measures in the numbers kept of each report. Created once for the forms of a portal.
package struct Statistics: Sendable {
  package let rows: [RowMeasure]
  /// The rows of the table of requests, which series are made from.
  package let requestRows: [RowMeasure]
  private let forms: [String: Int]
  private let areOfRegulations: [Bool]
  /// By form, then by measure: indexes in the numbers of a report.
  private let places: [[Int]]
  private static let measureCount = Measure.allCases.count

  package init(_ forms: [Form]) {
    self.forms = Dictionary(forms.indices.map { (forms[$0].id, $0) }, uniquingKeysWith: { $1 })
    areOfRegulations = forms.map(\.isOfRegulations)
    rows = [RowMeasure](forms)
    let requests = Set(forms.flatMap(\.tables).filter { $0.role == .requests }.map(\.id))
    requestRows = rows.filter { row in requests.contains { row.id.hasPrefix("\($0).") } }
    places = forms.flatMap { form in
      Measure.allCases.map { measure in
        let cells = measure.cells(in: form.statutory)
        let places = cells.compactMap { form.indexed.place(of: $0) }
        return places.count == cells.count ? places : []
      }
    }
  }

  var formCount: Int { areOfRegulations.count }

  /// The index of a form in the library.
  package func form(named id: String) -> Int? { forms[id] }

  /// The index of a report's form in the library.
  package func form(of report: ReportSummary) -> Int? { forms[report.form] }

  func isOfRegulations(_ report: ReportSummary) -> Bool { form(of: report).map { areOfRegulations[$0] } ?? false }

  /// The value stated in a report; `nil` if a cell is blank or not a number, or the form does not ask for it.
  package func value(_ measure: Measure, of report: ReportSummary) -> DecimalNumber? {
    form(of: report).flatMap { value(measure, of: report, form: $0) }
  }

  /// - Parameter form: Index of the report's form.
  func value(_ measure: Measure, of report: ReportSummary, form: Int) -> DecimalNumber? {
    Self.sum(places[form * Self.measureCount + measure.rawValue], of: report.numbers)
  }

  /// Whether a number among these is an amount whose unit nobody states.
  static func lacksUnit(_ places: [Int], in numbers: CompactNumbers, from start: Int = 0) -> Bool {
    start < numbers.count && places.contains { numbers.isUnmeasured(start + $0) }
  }

  /// - Parameter start: Index of the report's first number if `numbers` holds those of several reports.
  static func sum(_ places: [Int], of numbers: CompactNumbers, from start: Int = 0) -> DecimalNumber? {
    guard !places.isEmpty, start < numbers.count else { return nil }
    var sum = DecimalNumber.zero
    for place in places {
      guard let number = numbers[start + place] else { return nil }
      sum = sum + number
    }
    return sum
  }
}

/// A sum over reports, and the number of reports that state a value.
package struct MeasureTotal: Sendable {
  /// `nil` as long as no report states a value: “not stated” is not 0.
  package private(set) var sum: DecimalNumber?
  package private(set) var stated = 0
  package private(set) var notStated = 0
  /// Amounts that are not in the sum because nobody states their unit. They are not among `notStated`.
  package private(set) var withoutUnit = 0

  package init() {}

  package mutating func leaveOut() { withoutUnit += 1 }

  package mutating func add(_ value: DecimalNumber?) {
    guard let value else {
      notStated += 1
      return
    }
    stated += 1
    sum = (sum ?? .zero) + value
  }
}

/// A part of a whole in tenths of a per cent.
package struct Share: Sendable, Hashable {
  package let tenths: Int

  /// For a smaller whole, a share says more about chance than about the agency.
  package static let smallestBase = 20

  /// - Returns: `nil` if either number is not stated, or if the whole is too small for a share to mean anything.
  package init?(_ part: DecimalNumber?, of whole: DecimalNumber?) {
    guard let part, let whole, part.scale == 0, whole.scale == 0, part.digits >= 0,
      whole.digits >= Int64(Self.smallestBase), part.digits <= whole.digits,
      let tenths = Self.tenths(part.digits, of: whole.digits)
    else { return nil }
    self.tenths = tenths
  }

  /// The share in tenths of a per cent, rounded.
  ///
  /// - Returns: `nil` for numbers too large to be real, such as a sum of mistyped cells.
  package static func tenths(_ part: Int64, of whole: Int64) -> Int? {
    let largest = Int64.max / 2001
    guard (0...largest).contains(part), (1...largest).contains(whole) else { return nil }
    return Int((part * 2000 + whole) / (whole * 2))
  }
}
