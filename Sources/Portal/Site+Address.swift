internal import Bytes

extension Site {
  /// The absolute URL of a file of the site.
  ///
  /// - Parameter anchor: A fragment to add.
  package func absolute(_ path: String, anchor: String? = nil) -> String {
    let address = baseURL + AddressPath.encoded(path)
    return anchor.map { "\(address)#\(AddressPath.encoded($0))" } ?? address
  }
}
