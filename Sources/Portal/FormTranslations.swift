package import Diagnostics
internal import Languages
package import Reports

/// Labels that forms do not have in a language of the portal.
package enum FormTranslations {
  package static let all: [FindingKind] = [untranslated]

  package static let untranslated = FindingKind(
    "form-untranslated", .hint, concession: .severity,
    title: LocalizedText("表单没有某种语言的名称", en: "A form without labels in a language"),
    explanation: LocalizedText(
      "门户有这种语言的网页，表单却没有这种语言的名称；网页上改用门户其他语言的名称，都没有时用中文。",
      en:
        "The portal has pages in a language in which the form lacks labels. Its pages show the label in another language of the portal, or else in Chinese."
    ),
    example: "languages: [zh-Hans, mn]")

  /// - Returns: A finding for each form and language.
  package static func findings(of forms: FormLibrary, in site: Site) -> [Finding] {
    site.languages.filter { $0 != .simplifiedChinese }.flatMap { language in
      forms.forms.compactMap { form in
        let missing = form.labels.filter { !$0.chinese.isEmpty && !$0.isStated(in: language) }
        return missing.first.map { first in
          Finding(
            untranslated, at: SourceRange(file: "site.yaml"),
            LocalizedText(
              "表单 \(form.id) 有 \(missing.count) 处没有 \(language.tag) 的名称，第一处是“\(first.chinese)”",
              en:
                "\(missing.count) labels of the form \(form.id) are not in \(language.tag), the first is “\(first.chinese)”"
            ))
        }
      }
    }
  }
}
