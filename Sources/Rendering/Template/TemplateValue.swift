/// What a layout is given for a name.
package enum TemplateValue: Sendable {
  /// Escaped when it is written.
  case text(String)
  /// Written as it is.
  case html([UInt8])
  case flag(Bool)
  case object(TemplateObject)
  case list([TemplateObject])

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
  package private(set) var names: [TemplateName] = []
  /// In the order of the names.
  package private(set) var values: [TemplateValue] = []
  /// A bit for each name that is there: most names that a layout asks an item of a list for are the page's.
  private var present: UInt128 = 0

  package init() {}

  /// - Parameter capacity: how many entries will be set, where they are many.
  init(capacity: Int) {
    names.reserveCapacity(capacity)
    values.reserveCapacity(capacity)
  }

  package init(_ entries: [(TemplateName, TemplateValue)]) {
    self.init(capacity: entries.count)
    for (name, value) in entries { append(name, value) }
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
    get { place(of: name).map { values[$0] } }
    set {
      if let place = place(of: name) {
        if let newValue {
          values[place] = newValue
        } else {
          names.remove(at: place)
          values.remove(at: place)
          present &= ~Self.bit(of: name)
        }
      } else if let newValue {
        append(name, newValue)
      }
    }
  }

  private mutating func append(_ name: TemplateName, _ value: TemplateValue) {
    names.append(name)
    values.append(value)
    present |= Self.bit(of: name)
  }

  @inline(__always)
  private static func bit(of name: TemplateName) -> UInt128 { 1 &<< UInt128(name.rawValue) }

  @inline(__always)
  private func place(of name: TemplateName) -> Int? {
    if present & Self.bit(of: name) == 0 { return nil }
    return names.withUnsafeBufferPointer { names in
      for place in 0..<names.count where names[place].rawValue == name.rawValue { return place }
      return nil
    }
  }

  package mutating func set(_ name: TemplateName, _ text: String?) {
    self[name] = text.map { .text($0) }
  }
}
