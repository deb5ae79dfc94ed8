/// A number with its unit as Chinese prose writes it: `3,119件`, `１２件`, `1.2万条`, `十二件`, `约300次`, `百分之十五`.
package struct NumberPhrase: Sendable, Hashable, BitwiseCopyable {
  package enum Unit: UInt8, Sendable, BitwiseCopyable {
    /// 件, 宗, 起, 份, 例, 个, 条, 次, 篇, 项: what is counted one by one.
    case count
    case percent
    case year, month, day
    /// 元; 12.5万元 is 125000 of it.
    case yuan
    /// Another unit, or none.
    case other
  }

  /// The digits without the point: 1746 of `17.46%`.
  package var digits: Int64
  /// How many of them are after the point.
  package var scale: UInt8 = 0
  package var unit: Unit
  /// 余, 多, 约, 近: the number is no more than about right.
  package var isRounded = false

  /// More digits than this are not a figure of a report, and sums of that many cannot overflow.
  package static let mostDigits = 15
}
