import Foundation

/// A JSON value that is accessed by key and index, so that a test names only what it is about.
struct JSON: CustomStringConvertible {
  private let value: Any?

  private init(_ value: Any?) { self.value = value }

  init(text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }

  subscript(key: String) -> JSON { JSON((value as? [String: Any])?[key]) }

  var items: [JSON] { (value as? [Any] ?? []).map { JSON($0) } }
  var keys: [String] { (value as? [String: Any] ?? [:]).keys.sorted() }
  var string: String? { value as? String }
  var integer: Int? { (value as? NSNumber)?.intValue }
  /// Its text, with the keys of objects in alphabetical order.
  var sorted: String {
    let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .sortedKeys]
    return value.flatMap { try? JSONSerialization.data(withJSONObject: $0, options: options) }.map {
      String(decoding: $0, as: UTF8.self)
    } ?? "missing"
  }
  var isNull: Bool { value is NSNull }
  var isMissing: Bool { value == nil }
  var description: String { value.map { "\($0)" } ?? "missing" }
}
