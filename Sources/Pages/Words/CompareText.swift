internal import Languages

/// Words of the page where agencies and years are set side by side.
enum CompareText {
  static let compare = Text("compare.title")
  static let description = Text("compare.description")
  static let separator = Text("compare.separator")
  static let others = Text("compare.others")
}
