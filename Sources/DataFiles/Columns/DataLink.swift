/// A data file that a page links to.
package struct DataLink {
  /// Relative to the root of the site.
  package var path: String
  package var label: String
  package var type: MediaType
  package var size: Int?
  /// The path of a CSVW file that describes its columns.
  package var description: String?

  package init(path: String, label: String, type: MediaType, size: Int? = nil, description: String? = nil) {
    self.path = path
    self.label = label
    self.type = type
    self.size = size
    self.description = description
  }
}
