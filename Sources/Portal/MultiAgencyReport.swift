/// A report that belongs to one agency or to several.
protocol MultiAgencyReport {
  var agency: String { get }
  /// The other agencies that file the report jointly.
  var joint: [String] { get }
}

extension MultiAgencyReport {
  /// All agencies that the report belongs to, without duplicates.
  var bodies: [String] { joint.isEmpty ? [agency] : Array(Set([agency] + joint)) }
}
