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

/// Names with their values. A handful of entries: looking through their numbers beats hashing.
package struct TemplateObject: Sendable {
  package private(set) var entries: [(name: TemplateName, value: TemplateValue)]

  package init() {
    entries = []
  }

  /// - Parameter capacity: how many entries will be set, where they are many.
  init(capacity: Int) {
    self.init()
    entries.reserveCapacity(capacity)
  }

  package init(_ entries: [(TemplateName, TemplateValue)]) {
    self.entries = entries
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
    get {
      for entry in entries where entry.name.rawValue == name.rawValue { return entry.value }
      return nil
    }
    set {
      entries.removeAll { $0.name.rawValue == name.rawValue }
      if let newValue { entries.append((name, newValue)) }
    }
  }

  package mutating func set(_ name: TemplateName, _ text: String?) {
    self[name] = text.map { .text($0) }
  }
}
