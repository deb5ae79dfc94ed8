internal import Bytes

extension Site {
  /// The whole address of a file of the site, by its path.
  ///
  /// - Parameter anchor: a place in it.
  package func absolute(_ path: String, anchor: String? = nil) -> String {
    let address = baseURL + AddressPath.encoded(path)
    return anchor.map { "\(address)#\(AddressPath.encoded($0))" } ?? address
  }
}
