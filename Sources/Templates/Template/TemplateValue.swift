internal import Bytes

/// The value of a name in a layout.
package enum TemplateValue: Sendable {
  /// Written with HTML escapes.
  case text(String)
  /// Written unchanged.
  case html([UInt8])
  case flag(Bool)
  case object(TemplateObject)
  case list([TemplateObject])

  @inline(__always)
  func write(isEscaped: Bool, to buffer: inout ByteBuffer) {
    switch self {
    case .text(let text): if isEscaped { buffer.appendEscaped(text) } else { buffer.append(text) }
    case .html(let bytes): if isEscaped { buffer.appendEscaped(bytes[...]) } else { buffer.append(bytes) }
    case .flag, .object, .list: break
    }
  }

  /// Whether a section for this value is shown.
  var isShown: Bool {
    switch self {
    case .flag(let flag): flag
    case .list(let items): !items.isEmpty
    case .text, .html, .object: true
    }
  }
}

/// Names and their values. There are few of them, so a linear search is faster than hashing.
package struct TemplateObject: Sendable {
  package typealias Entry = (name: TemplateName, value: TemplateValue)

  package private(set) var entries: [Entry] = []
  /// Most names that a layout looks up in a list item belong to the page and not to the item.
  private var names = TemplateNames()

  package init() {}

  /// - Parameter capacity: The number of entries to be set, if it is large.
  package init(capacity: Int) { entries.reserveCapacity(capacity) }

  /// - Parameter entries: Must not contain a name twice.
  package init(_ entries: [Entry]) {
    self.entries = entries
    for entry in entries { names.insert(entry.name) }
  }

  /// An item of a list of texts, written `{{.}}` in a layout.
  package init(itself value: TemplateValue) {
    self.init([(.itself, value)])
  }

  /// A link with a `label` and, unless it is the current page, an `href`.
  ///
  /// - Parameter language: The language of the label, if it differs from that of the page.
  package init(label: String, href: String? = nil, language: String? = nil) {
    self.init(capacity: 3)
    set(.label, label)
    set(.href, href)
    set(.langLabel, language)
  }

  package subscript(name: TemplateName) -> TemplateValue? {
    get { index(of: name).map { entries[$0].value } }
    set {
      if let place = index(of: name) {
        if let newValue {
          entries[place].value = newValue
        } else {
          entries.remove(at: place)
          names.remove(name)
        }
      } else if let newValue {
        entries.append((name, newValue))
        names.insert(name)
      }
    }
  }

  @inline(__always)
  private func index(of name: TemplateName) -> Int? {
    guard names.contains(name) else { return nil }
    return entries.withUnsafeBufferPointer { entries in
      entries.indices.first { entries[$0].name.rawValue == name.rawValue }
    }
  }

  /// Where the value of a name lies, as long as the object is kept and not changed.
  @inline(__always)
  func place(of name: TemplateName) -> UnsafePointer<TemplateValue>? {
    guard let index = index(of: name) else { return nil }
    return entries.withUnsafeBufferPointer { entries in
      entries.baseAddress.flatMap { ($0 + index).pointer(to: \.value) }
    }
  }

  package mutating func set(_ name: TemplateName, _ text: String?) {
    self[name] = text.map { .text($0) }
  }
}

/// A bit set of names.
private struct TemplateNames: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  @inline(__always)
  func contains(_ name: TemplateName) -> Bool {
    (name.rawValue < 64 ? low : high) & Self.bit(of: name) != 0
  }

  @inline(__always)
  mutating func insert(_ name: TemplateName) {
    if name.rawValue < 64 { low |= Self.bit(of: name) } else { high |= Self.bit(of: name) }
  }

  mutating func remove(_ name: TemplateName) {
    if name.rawValue < 64 { low &= ~Self.bit(of: name) } else { high &= ~Self.bit(of: name) }
  }

  @inline(__always)
  private static func bit(of name: TemplateName) -> UInt64 { 1 << UInt64(name.rawValue % 64) }
}
