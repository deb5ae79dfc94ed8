package import Diagnostics

package enum ThemeFindings {
  package static let all: [FindingKind] = [
    syntax, unknownName, missingString, missingPartial, missingLayout, missingTheme, stringMismatch, tooLarge,
  ]

  package static let syntax = FindingKind(
    "theme-syntax", .error, concession: .none,
    title: LocalizedText("模板写法有误", en: "A layout is not valid Mustache"),
    explanation: LocalizedText(
      "布局和部件用 Mustache 写成；每个 {{#名称}} 都要有对应的 {{/名称}}。",
      en: "Layouts and partials are Mustache; each {{#name}} needs its {{/name}}."),
    example: "{{#years}}<li>{{label}}</li>")

  package static let unknownName = FindingKind(
    "theme-name-unknown", .error, concession: .none,
    title: LocalizedText("模板中没有的名称", en: "A name that layouts are not given"),
    explanation: LocalizedText(
      "布局只能使用 docs/themes.md 列出的名称。拼错的名称会悄悄变成空白，因此作为错误报告。",
      en:
        "Layouts may use the names of docs/themes.md only. A misspelt name would silently become a blank, so it is an error."
    ),
    example: "<h1>{{titel}}</h1>")

  package static let missingString = FindingKind(
    "theme-string-missing", .error, concession: .none,
    title: LocalizedText("缺少字符串", en: "A string is missing"),
    explanation: LocalizedText(
      "{{t.名称}} 和程序所用的字符串（名称带点）取自 strings/<语言>.yaml；门户使用的每种语言都要有。",
      en:
        "{{t.name}} and the strings of the program (with a dot in their names) are taken from strings/<language>.yaml, and have to be there for each language of the portal."
    ),
    example: "{{t.nav_year}}")

  package static let missingPartial = FindingKind(
    "theme-partial-missing", .error, concession: .none,
    title: LocalizedText("缺少部件", en: "A partial is missing"),
    explanation: LocalizedText(
      "{{> 名称}} 引用 partials/<名称>.mustache；部件不能引用自己。",
      en: "{{> name}} refers to partials/<name>.mustache; a partial may not contain itself."),
    example: "{{> heder}}")

  package static let missingLayout = FindingKind(
    "theme-layout-missing", .error, concession: .none,
    title: LocalizedText("缺少布局", en: "A layout is missing"),
    explanation: LocalizedText(
      "主题及其所扩展的主题合起来，必须有每种页面的布局。",
      en: "A theme together with the one that it extends needs a layout for each kind of page."))

  package static let missingTheme = FindingKind(
    "theme-missing", .error, concession: .none,
    title: LocalizedText("没有这个主题", en: "There is no such theme"),
    explanation: LocalizedText(
      "主题是门户 Themes/ 下的文件夹，或内置的 default。",
      en: "A theme is a folder in the portal's Themes/, or the built-in `default`."),
    example: "theme: defualt")

  package static let tooLarge = FindingKind(
    "theme-too-large", .error, concession: .none,
    title: LocalizedText("模板过大或嵌套过深", en: "A layout is too large or nested too deep"),
    explanation: LocalizedText(
      "一个布局或部件的文件不超过 256 KiB，{{#名称}} 嵌套不超过 64 层，部件引用部件不超过 32 层；部件全部展开后，一个布局不超过 4 MiB。图片、样式和脚本请放在 assets/ 里。",
      en:
        "A file of a layout or partial has 256 KiB at most; sections are nested 64 deep at most, and partials in partials 32 deep; a layout with all its partials filled in has 4 MiB at most. Put pictures, styles and scripts into assets/."
    ),
    example: "{{> a}}\n（partials/a.mustache 是 {{> b}}{{> b}}，partials/b.mustache 是 {{> c}}{{> c}} ……）")

  package static let stringMismatch = FindingKind(
    "theme-string-invalid", .error, concession: .none,
    title: LocalizedText("字符串文件有误", en: "A file of strings is not valid"),
    explanation: LocalizedText(
      "strings/<语言>.yaml 是一层“键: 文字”；随数量变化的可写成 {one: …, other: …}。{名称} 是占位符，只能用内置文件中同一字符串所用的。",
      en:
        "strings/<language>.yaml is a flat mapping of keys to texts, or to {one: …, other: …} for a text with a count. {name} is a placeholder; a string can use those of the built-in file."
    ))
}
