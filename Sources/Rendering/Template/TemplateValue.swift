/// What a layout is given for a name.
package indirect enum TemplateValue: Sendable {
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
  private var names: [UInt8] = []
  private var values: [TemplateValue] = []

  package init() {}

  package init(_ entries: [(TemplateName, TemplateValue)]) {
    names = entries.map { $0.0.rawValue }
    values = entries.map(\.1)
  }

  /// An item of a list of texts, which a layout writes as `{{.}}`.
  package init(itself value: TemplateValue) {
    self.init([(.itself, value)])
  }

  /// A link: `label` and, unless it is the page itself, `href`.
  ///
  /// - Parameter language: of the label, when it is not that of the page.
  package init(label: String, href: String? = nil, language: String? = nil) {
    self.init([(.label, .text(label))])
    set(.href, href)
    set(.langLabel, language)
  }

  package var entries: [(name: TemplateName, value: TemplateValue)] {
    zip(names, values).compactMap { number, value in TemplateName(rawValue: number).map { ($0, value) } }
  }

  package subscript(name: TemplateName) -> TemplateValue? {
    get { names.firstIndex(of: name.rawValue).map { values[$0] } }
    set {
      if let place = names.firstIndex(of: name.rawValue) {
        names.remove(at: place)
        values.remove(at: place)
      }
      guard let newValue else { return }
      names.append(name.rawValue)
      values.append(newValue)
    }
  }

  package mutating func set(_ name: TemplateName, _ text: String?) {
    self[name] = text.map { .text($0) }
  }
}
