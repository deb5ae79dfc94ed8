/// A data file that a page names.
package struct DataLink {
  /// Below the site's root.
  package var path: String
  package var label: String
  package var type: MediaType
  package var size: Int?
  /// What describes its columns: the path of a CSVW file.
  package var description: String?

  package init(path: String, label: String, type: MediaType, size: Int? = nil, description: String? = nil) {
    self.path = path
    self.label = label
    self.type = type
    self.size = size
    self.description = description
  }
}
