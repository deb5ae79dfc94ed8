package import Markup

/// Years from one to another, both included; an end that is not given is open.
package struct YearRange: Sendable, Hashable {
  package var from: Int?
  package var to: Int?

  package init(from: Int? = nil, to: Int? = nil) {
    self.from = from
    self.to = to
  }

  /// Reads `{from: 2019, to: 2020}`, or the same keys among others.
  package init(_ fields: inout Fields) {
    self.init(from: fields.integer("from"), to: fields.integer("to"))
  }

  package func contains(_ year: Int) -> Bool { (from ?? .min) <= year && year <= (to ?? .max) }
}
