package import Markup

/// A closed range of years. A missing end is open.
package struct YearRange: Sendable, Hashable {
  package var from: Int?
  package var to: Int?

  package init(from: Int? = nil, to: Int? = nil) {
    self.from = from
    self.to = to
  }

  /// Reads `{from: 2019, to: 2020}`, or the same keys in a larger mapping.
  package init(_ fields: inout Fields) {
    self.init(from: fields.integer("from"), to: fields.integer("to"))
  }

  package func contains(_ year: Int) -> Bool { (from ?? .min) <= year && year <= (to ?? .max) }
}
