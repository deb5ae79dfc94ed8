/// A library that the program runs with. Each module names those that it calls.
package struct LibraryVersion: Sendable {
  package let name: String
  /// As the library itself says at run time: one that was updated needs no new program.
  package let version: String
  /// What to know of this version.
  package let warning: LocalizedText?

  package init(_ name: String, _ version: String, warning: LocalizedText? = nil) {
    self.name = name
    self.version = version
    self.warning = warning
  }

  /// The numbers of a version, `0.29.0.gfm.6` as `[0, 29, 0, 6]`.
  package static func numbers(of version: String) -> [Int] {
    version.split { !$0.isNumber }.compactMap { Int($0) }
  }
}
