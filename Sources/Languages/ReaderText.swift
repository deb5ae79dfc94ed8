/// A text for readers of pages and data files, in each language of the portal.
package protocol ReaderText: Sendable {
  subscript(_ strings: Strings) -> String { get }
}
