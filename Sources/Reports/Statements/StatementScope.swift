internal import Narrative

/// Which time and which offices a sentence speaks of, as far as it has been read. What brackets say ends with them.
struct StatementScope {
  var isOtherYear = false
  /// 上半年, 历年
  var isOtherPeriod = false
  var isOtherArea = false
  private var firstMonth = 0
  private var lastMonth = 0
  private var months = 0
  private var isUpTo = false

  var isOther: Bool { isOtherYear || isOtherPeriod || isOtherArea || isPartOfYear }

  /// A month that is named alone is a part of the year; from January to December, and up to December, is the whole.
  private var isPartOfYear: Bool {
    switch months {
    case 0: false
    case 1: !(isUpTo && lastMonth == 12)
    default: !(firstMonth == 1 && lastMonth == 12)
    }
  }

  /// The year of the report
  mutating func enterYear() { (isOtherYear, isOtherPeriod) = (false, false) }

  /// 全年
  mutating func enterWholeYear() {
    enterYear()
    months = 0
  }

  /// - Parameter start: of a range, as in `1-12月`.
  mutating func enterMonth(_ month: Int, from start: Int?, isUpTo: Bool) {
    if let start {
      (firstMonth, months) = (start, 1)
    } else if months == 0 {
      firstMonth = month
    }
    lastMonth = month
    months += 1
    self.isUpTo = isUpTo
  }
}
