package import Diagnostics
internal import Markup
internal import Portal
internal import Reports
internal import Templates

/// Every kind of finding, in the order of the modules that produce them.
package enum Catalogue {
  package static let kinds: [FindingKind] =
    SourceFindings.all + FrontMatterFindings.all + FieldFindings.all + Rules.kinds + RegistryFindings.all
    + SiteFindings.all + FormTranslations.all
    + PortalRules.kinds + ThemeFindings.all + ContentFindings.all + AttachmentFindings.all + AcceptanceFindings.all
    + FindingLimit.all
    + RuleSettingFindings.all

  package static func kind(_ id: String) -> FindingKind? { kinds.first { $0.id == id } }
}
