internal import Bytes

/// What a layout is given for a name.
package enum TemplateValue: Sendable {
  /// Escaped when it is written.
  case text(String)
  /// Written as it is.
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

  /// Whether a section of this value is shown.
  var isShown: Bool {
    switch self {
    case .flag(let flag): flag
    case .list(let items): !items.isEmpty
    case .text, .html, .object: true
    }
  }
}

/// Names with their values. A handful of them: looking through the names' numbers beats hashing.
package struct TemplateObject: Sendable {
  package typealias Entry = (name: TemplateName, value: TemplateValue)

  package private(set) var entries: [Entry] = []
  /// Most names that a layout asks an item of a list for are the page's, and not among the item's.
  private var names = TemplateNames()

  package init() {}

  /// - Parameter capacity: how many entries will be set, where they are many.
  package init(capacity: Int) { entries.reserveCapacity(capacity) }

  /// - Parameter entries: no name twice.
  package init(_ entries: [Entry]) {
    self.entries = entries
    for entry in entries { names.insert(entry.name) }
  }

  /// An item of a list of texts, which a layout writes as `{{.}}`.
  package init(itself value: TemplateValue) {
    self.init([(.itself, value)])
  }

  /// A link: `label` and, unless it is the page itself, `href`.
  ///
  /// - Parameter language: of the label, when it is not that of the page.
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

/// A set of names, a bit for each.
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
