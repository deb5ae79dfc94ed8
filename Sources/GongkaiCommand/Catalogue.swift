internal import Diagnostics
internal import Markup
internal import Portal
internal import Publishing
internal import Rendering
internal import Reports

/// Everything that `gongkai` can find, in the order of the modules that find it.
enum Catalogue {
  static let kinds: [FindingKind] =
    SourceFindings.all + FrontMatterFindings.all + FieldFindings.all + Rules.kinds + RegistryFindings.all
    + PortalRules.kinds
    + ThemeFindings.all + ContentFindings.all

  static func kind(_ id: String) -> FindingKind? { kinds.first { $0.id == id } }
}
