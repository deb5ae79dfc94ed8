/// A library that the program runs with. Each module lists the libraries it calls.
package struct LibraryVersion: Sendable {
  package let name: String
  /// Reported by the library at run time, since a shared library can be updated without rebuilding the program.
  package let version: String
  /// A known problem of this version.
  package let warning: LocalizedText?

  package init(_ name: String, _ version: String, warning: LocalizedText? = nil) {
    self.name = name
    self.version = version
    self.warning = warning
  }

  /// The numeric components of a version: `0.29.0.gfm.6` gives `[0, 29, 0, 6]`.
  package static func numbers(of version: String) -> [Int] {
    version.split { !$0.isNumber }.compactMap { Int($0) }
  }
}
