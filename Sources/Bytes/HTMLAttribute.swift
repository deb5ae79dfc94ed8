/// An attribute of an element that an `HTMLWriter` writes. Its value is escaped.
package struct HTMLAttribute {
  enum Value {
    case literal(StaticString)
    case text(String)
    case number(Int)
    /// It has no value, and means something by being there: `data-sortable`.
    case present
    /// It is left out.
    case absent
  }

  let name: StaticString
  let value: Value

  package static func attribute(_ name: StaticString, _ value: StaticString) -> HTMLAttribute {
    HTMLAttribute(name: name, value: .literal(value))
  }

  /// An attribute that is omitted if its value is `nil`.
  @_disfavoredOverload
  package static func attribute(_ name: StaticString, _ value: String?) -> HTMLAttribute {
    HTMLAttribute(name: name, value: value.map { .text($0) } ?? .absent)
  }

  package static func attribute(_ name: StaticString, _ value: Int?) -> HTMLAttribute {
    HTMLAttribute(name: name, value: value.map { .number($0) } ?? .absent)
  }

  package static func attribute(_ name: StaticString, if isPresent: Bool) -> HTMLAttribute {
    HTMLAttribute(name: name, value: isPresent ? .present : .absent)
  }

  /// A span of one column or row is what a cell has anyway.
  private static func span(_ name: StaticString, _ count: Int) -> HTMLAttribute {
    HTMLAttribute(name: name, value: count > 1 ? .number(count) : .absent)
  }
}

// MARK: - Those of many elements

extension HTMLAttribute {
  package static func `class`(_ names: StaticString) -> HTMLAttribute { attribute("class", names) }

  @_disfavoredOverload
  package static func `class`(_ names: String?) -> HTMLAttribute { attribute("class", names) }

  package static func id(_ id: String?) -> HTMLAttribute { attribute("id", id) }

  package static func href(_ address: String) -> HTMLAttribute { attribute("href", address) }

  package static func lang(_ language: String?) -> HTMLAttribute { attribute("lang", language) }

  package static func type(_ type: String) -> HTMLAttribute { attribute("type", type) }

  package static func role(_ role: StaticString) -> HTMLAttribute { attribute("role", role) }

  package static func labelledBy(_ id: String) -> HTMLAttribute { attribute("aria-labelledby", id) }

  package static func label(_ text: String) -> HTMLAttribute { attribute("aria-label", text) }

  /// Its place in the order of the Tab key is that in the page.
  package static var focusable: HTMLAttribute { attribute("tabindex", "0") }

  package static func scope(_ scope: StaticString) -> HTMLAttribute { attribute("scope", scope) }

  package static func headers(_ ids: String?) -> HTMLAttribute { attribute("headers", ids) }

  package static func columns(_ count: Int) -> HTMLAttribute { span("colspan", count) }

  package static func rows(_ count: Int) -> HTMLAttribute { span("rowspan", count) }
}
