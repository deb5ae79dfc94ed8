import MarkedSources

@testable import Markup

extension FindingExample {
  private static let head = "---\nname: 柳林街道\n---\n"

  static let sources = [
    FindingExample(
      "a text in GBK",
      MarkedSource(head + "年度⟦\u{FFFD}⟧", replacement: [0xD6, 0xD0]),
      .finds(SourceFindings.notText, "从这里起不是 UTF-8 文本", help: "请在编辑器中另存为 UTF-8")),
    FindingExample(
      "a byte that continues nothing",
      MarkedSource(head + "年度⟦\u{FFFD}⟧报告", replacement: [0x80]), .finds(SourceFindings.notText)),
    FindingExample(
      "a character cut off at the end",
      MarkedSource(head + "年度⟦\u{FFFD}⟧", replacement: [0xE5]), .finds(SourceFindings.notText)),
    FindingExample(
      "a NUL",
      MarkedSource(head + "年\n\n度⟦\u{0}⟧报告"), .finds(SourceFindings.notText)),
    FindingExample(
      "a manual line break out of a word processor",
      MarkedSource(head + "年度⟦\u{B}⟧报告"),
      .finds(
        SourceFindings.controlCharacter, "含有看不见的控制字符 U+000B", en: "there is a control character, U+000B",
        help: "请删去，或换成空格或换行")),
    FindingExample(
      "one, and in code what would name it elsewhere",
      MarkedSource(head + "年度⟦\u{B}⟧报告 `&#11;`"), .finds(SourceFindings.controlCharacter)),
    FindingExample(
      "several, at the first",
      MarkedSource(head + "年⟦\u{7F}⟧度\u{C}报告\n"),
      .finds(SourceFindings.controlCharacter, "含有看不见的控制字符 U+007F，这类字符共 2 个")),
    FindingExample(
      "one in the front matter",
      MarkedSource("---\nname: 柳林⟦\u{1}⟧街道\n---\n"), .finds(SourceFindings.controlCharacter)),
    FindingExample(
      "one written as an escape",
      MarkedSource("---\nname: ⟦\"柳林\\u0001街道\"⟧\n---\n"), .finds(SourceFindings.controlCharacter)),
    FindingExample(
      "one written as a character reference, behind others in code",
      MarkedSource(head + "`&#11;` 年\n度⟦&#11;⟧报告\n\n    &#11;\n"),
      .finds(
        SourceFindings.controlCharacter, "含有看不见的控制字符 U+000B", en: "there is a control character, U+000B",
        help: "请删去，或换成空格或换行")),
    FindingExample(
      "several references, at the first",
      MarkedSource(head + "年⟦&#x7F;⟧度&#x1f;报告 [网页](a.html \"&#1;\")\n"),
      .finds(SourceFindings.controlCharacter, "含有看不见的控制字符 U+007F，这类字符共 3 个")),
    FindingExample(
      "a reference in a table",
      MarkedSource(head + "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4⟦&#X1;⟧ |\n"),
      .finds(SourceFindings.controlCharacter)),
    FindingExample(
      "references to other characters, and what is none",
      MarkedSource(
        head + "年&#9;度&#10;报&#x4E2D;告\n\n&#0;&#11 &#x; \\&#11;\n\n`&#11;`\n\n<b title=\"&#11;\">\n\n    &#11;\n")),
    FindingExample("tabs, and line ends of all systems", MarkedSource(head + "年\t度\r\n报\r告\n")),
    FindingExample(
      "a mark that turns the direction of writing",
      MarkedSource(head + "年度⟦\u{202E}⟧报告"),
      .finds(
        SourceFindings.invisibleCharacter, "含有看不见的字符 U+202E（从右至左覆盖）",
        en: "there is an invisible character, U+202E (right-to-left override)", help: "gongkai fix 可以删去")),
    FindingExample(
      "several of one character, at the first, in front matter and body",
      MarkedSource("---\nname: 柳林⟦\u{200B}⟧街道\n---\n年\u{200B}度\n\n| a |\n|---|\n| \u{200B}1 |\n"),
      .finds(SourceFindings.invisibleCharacter, "含有看不见的字符 U+200B（零宽空格），共 3 个")),
    FindingExample(
      "several characters",
      MarkedSource(head + "年⟦\u{85}⟧度⟦\u{2060}⟧报⟦\u{E0041}⟧告"),
      .finds(
        SourceFindings.invisibleCharacter, "含有看不见的字符 U+0085（控制字符）",
        en: "there is an invisible character, U+0085 (control character)"),
      .finds(SourceFindings.invisibleCharacter),
      .finds(SourceFindings.invisibleCharacter, "含有看不见的字符 U+E0041（标签字符）")),
    FindingExample(
      "one written as an escape",
      MarkedSource("---\nname: ⟦\"柳林\\u202E街道\"⟧\nnames: [⟦\"a\\u200Bb\"⟧]\n---\n"),
      .finds(SourceFindings.invisibleCharacter, help: "请删去"), .finds(SourceFindings.invisibleCharacter)),
    FindingExample(
      "one written as a character reference",
      MarkedSource(head + "年⟦&#x202E;⟧度⟦&ZeroWidthSpace;⟧报&#8203;告\n"),
      .finds(SourceFindings.invisibleCharacter, "含有看不见的字符 U+202E（从右至左覆盖）"),
      .finds(SourceFindings.invisibleCharacter, "含有看不见的字符 U+200B（零宽空格），共 2 个")),
    FindingExample(
      "joiners where they belong, references in code, a byte order mark at the start",
      MarkedSource("\u{FEFF}" + head + "👨‍👩‍👧 می\u{200C}خواهم 葛\u{E0100} `&zwnj;&#x202E;` &amp; &nbsp;\n")),
    FindingExample("an empty file", MarkedSource("⟦⟧"), .finds(SourceFindings.empty, "文件是空的", en: "the file is empty")),
    FindingExample("blank lines only", MarkedSource("⟦⟧\n \t\r\n\n"), .finds(SourceFindings.empty)),
    FindingExample("a byte order mark only", MarkedSource("\u{FEFF}⟦⟧"), .finds(SourceFindings.empty)),
  ]

  static let limits = [
    FindingExample(
      "too many columns",
      MarkedSource(head + "\n表\n\n| a | b | c | d | e |\n⟦|---|---|---|---|---|⟧\n"),
      .finds(SourceFindings.limit)),
    FindingExample(
      "too many cells, said once",
      MarkedSource(head + "\n| a | b | c |\n|---|---|---|\n| 1 |\n| 2 |\n| 3 |\n⟦| 4 |⟧\n| 5 |\n"),
      .finds(SourceFindings.limit, "表格的单元格超过 12 个", en: "the table has more than 12 cells")),
    FindingExample(
      "quotes too deep",
      MarkedSource(head + "> > > 引用\n\n⟦> > > > 引用⟧\n"),
      .finds(SourceFindings.limit, "引用或列表嵌套超过 3 层", en: "quotes or lists are nested more than 3 deep")),
    FindingExample("lists in one line too deep", MarkedSource(head + "⟦- 1. - + 项⟧\n"), .finds(SourceFindings.limit)),
    FindingExample(
      "lists by indentation too deep", MarkedSource(head + "- 项\n\n                                ⟦- 项⟧\n"),
      .finds(SourceFindings.limit)),
    FindingExample(
      "too many marker characters in one paragraph, at the line that goes beyond",
      MarkedSource(head + "*a* *b*\n*c* *d*\n⟦*e* *f*⟧\n*g*\n\n*a* *b*\n"), .finds(SourceFindings.limit)),
    FindingExample(
      "as many as are allowed",
      MarkedSource(head + "> > > *a* *b* *c* *d* *e*\n\n| a | b | c | d |\n|---|---|---|---|\n| 1 |\n")),
    FindingExample(
      "front matter too long",
      MarkedSource("⟦---⟧\nname: \(String(repeating: "柳", count: 200))\n---\n"),
      .finds(SourceFindings.limit, "文首信息超过 400 字节", en: "the front matter is larger than 400 bytes")),
  ]
}
