/// What an agency reports, alone or with others.
protocol JointlyFiled {
  var agency: String { get }
  /// Further bodies whose report it is.
  var joint: [String] { get }
}

extension JointlyFiled {
  /// The agencies whose report it is, each once.
  var bodies: [String] { joint.isEmpty ? [agency] : Array(Set([agency] + joint)) }
}
