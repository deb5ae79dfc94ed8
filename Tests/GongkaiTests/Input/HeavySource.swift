import Foundation

/// Reports of any size that consist mostly of one kind of element, to reveal whatever takes more than linear time.
///
/// Each case stays within the limits as long as it can. When a limit is reached, the finding has to come quickly.
enum HeavySource: String, CaseIterable, Sendable {
  // Text
  case plainLines, plainParagraphs, blankLines, carriageReturns, longLine, oneWord, hardBreaks, twins
  case headings, sections, subsections, sameSections, thematicBreaks, quotes, lists, nestedLists, tasks, indentedCode
  case fences, htmlBlocks, inlineHTML, entities, escapes, emphasis, strong, tildes, codeSpans, brackets
  case links, unsafeLinks, longAddresses, autolinks, addresses, pictures, missingPictures, definitions, usedDefinition
  case footnotes, longFootnotes, repeatedFootnote
  // Tables
  case tableLines, tableCells, wideTables, quotedTables, smallTables, captionedTables, sameIDs, longIDs, defaultIDs
  case enormousCell, markedCells, notes, captions
  case unknownRows, unknownColumns, doubledRows, surplusCells, wordsInCells, remarks, groupValues, innerHeaders,
    dottedRows
  // Prose that rules read
  case statements, statementsInOneLine, falseStatements, falseStatementsInOneLine, falseShares, personal, periods
  case negations, clauses, dates, digits, fixableCells, fixableRows
  // Front matter
  case acceptances, unusedAcceptances, corrections, correctionsOfOneCell, attachments, covers, joints, unknownKeys
  case doubledKeys, longStrings, quotedStrings, foldedStrings, flowMappings, nestedFlow

  /// A report of about the given size. If a limit prevents that, it is as large as the limit allows.
  func report(bytes: Int) -> String {
    let part = part(bytes)
    var text = PortalArchive(PortalArchive.report("liulin", 2023, part.frontMatter)).files[0].text
    func put(_ addition: String, before mark: String) {
      guard !addition.isEmpty, let place = text.range(of: mark) else { return }
      text.insert(contentsOf: addition, at: place.lowerBound)
    }
    put(part.rows, before: "\n| 信息内容 | 本年处理决定数量 |\n|---|---:|\n| 行政许可")
    put(part.opening + "\n\n", before: "本年按规定公开")
    return text + "\n" + part.body + "\n"
  }

  /// The parts of a report to which elements are added.
  private struct Part {
    var frontMatter = ""
    /// At the start of the first section.
    var opening = ""
    /// After the rows of the first statutory table.
    var rows = ""
    /// At the end.
    var body = ""
  }

  private func part(_ bytes: Int) -> Part {
    /// Repeats a text with increasing indexes.
    func fill(upTo limit: Int = .max, _ each: (Int) -> String) -> String {
      var text = ""
      text.reserveCapacity(bytes + 1_024)
      var index = 0
      while text.utf8.count < min(bytes, limit) {
        text += each(index)
        index += 1
      }
      return text
    }
    func body(_ each: (Int) -> String) -> Part { Part(body: fill(each)) }
    func rows(_ each: (Int) -> String) -> Part { Part(rows: fill(each)) }
    func opening(_ each: (Int) -> String) -> Part { Part(opening: fill(each)) }
    /// Front matter is limited to 64 kB.
    func list(_ key: String, _ each: (Int) -> String) -> Part {
      Part(frontMatter: "\(key):\n" + fill(upTo: 62_000, each).dropLast())
    }
    func keys(_ each: (Int) -> String) -> Part { Part(frontMatter: String(fill(upTo: 62_000, each).dropLast())) }
    let header = "| 项目 | 数量 |\n|---|---:|\n"
    switch self {
    case .plainLines: return body { _ in "本年依法公开政府信息\n" }
    case .plainParagraphs: return body { _ in "本年依法公开政府信息\n\n" }
    case .blankLines: return body { _ in "\n" }
    case .carriageReturns: return body { _ in "a\r" }
    case .longLine: return body { _ in "本年依法公开政府信息" }
    case .oneWord: return body { _ in "a" }
    case .hardBreaks: return body { _ in "文  \n" }
    case .twins: return body { "第\($0 / 2)次公开了政府信息和有关的政策解读材料，群众满意。\n\n" }
    case .headings: return body { "# 一\($0)\n" }
    case .sections: return body { "## 七\($0)\n" }
    case .subsections: return body { "### （一）\($0)\n\n文\n\n" }
    case .sameSections: return body { _ in "## 一、总体情况\n\n文\n\n" }
    case .thematicBreaks: return body { _ in "---\n\n" }
    case .quotes: return body { _ in "> > > > 文\n\n" }
    case .lists: return body { _ in "- 项\n" }
    case .nestedLists: return body { String(repeating: "  ", count: $0 % 16) + "- 项\n" }
    case .tasks: return body { _ in "- [x] 项\n" }
    case .indentedCode: return body { _ in "    码\n\n文\n\n" }
    case .fences: return body { _ in "```\n码\n```\n" }
    case .htmlBlocks: return body { _ in "<div>\n\n" }
    case .inlineHTML: return body { _ in "文<b>字</b>\n\n" }
    case .entities: return body { _ in "&lt;&#65;&amp;\n\n" }
    case .escapes: return body { _ in "\\*\\_\\[" }
    case .emphasis: return body { $0 % 900 == 899 ? "\n\n" : "*a* " }
    case .strong: return body { $0 % 400 == 399 ? "\n\n" : "**字**" }
    case .tildes: return body { $0 % 900 == 899 ? "\n\n" : "~~a" }
    case .codeSpans: return body { $0 % 900 == 899 ? "\n\n" : "`a` " }
    case .brackets: return body { $0 % 1_900 == 1_899 ? "\n\n" : "[a" }
    case .links: return body { "[文](a\($0).html)\n\n" }
    case .unsafeLinks: return body { _ in "[文](javascript:x) [文](data:x)\n\n" }
    case .longAddresses: return body { _ in "[文](https://a.cn/\(String(repeating: "b", count: 2_000)))\n\n" }
    case .autolinks: return body { _ in "https://a.cn " }
    case .addresses: return body { _ in "a@b.cn " }
    case .pictures: return body { "![图](a\($0).png)\n\n" }
    case .missingPictures: return body { _ in "![](a.png)" }
    case .definitions: return body { "[a\($0)]: /b\n\n" }
    case .usedDefinition: return body { $0 == 0 ? "[a]: /b\n\n" : "[a]\n\n" }
    case .footnotes: return body { "词[^\($0)]\n\n[^\($0)]: 注\n\n" }
    case .longFootnotes: return body { "词[^n\($0)]\n\n[^n\($0)]: \(String(repeating: "注文", count: 30))\n\n" }
    case .repeatedFootnote: return body { $0 == 0 ? "[^a]: 注\n\n" : "词[^a]\n\n" }
    case .tableLines: return Part(body: "| 甲 |\n|---|\n" + fill { _ in "| 1 |\n" })
    case .tableCells: return Part(body: "\n" + header + fill { "| 行\($0) | 1 |\n" })
    case .wideTables:
      return body { _ in
        "|" + String(repeating: "甲|", count: 60) + "\n|" + String(repeating: "-|", count: 60) + "\n|"
          + String(repeating: "1|", count: 60) + "\n\n"
      }
    case .quotedTables: return body { _ in "> \(header.replacing("\n", with: "\n> "))| 甲 | 1 |\n\n" }
    case .smallTables: return body { _ in header + "| 甲 | 1 |\n\n" }
    case .captionedTables: return body { "表：甲 {#t\($0)}\n\n\(header)| 甲 | 1 |\n\n" }
    case .sameIDs: return body { _ in "表：{#x}\n\n|甲|\n|-|\n|1|\n\n" }
    case .longIDs: return body { _ in "表：{#\(String(repeating: "x", count: 300))}\n\n|甲|\n|-|\n|1|\n\n" }
    case .defaultIDs: return body { _ in "|甲|\n|-|\n|1|\n\n" }
    case .enormousCell: return Part(body: "| 甲 |\n|---|\n| " + fill { _ in "公开" } + " |\n")
    case .markedCells: return body { _ in header + String(repeating: "| *甲* https://a.cn | `1` |\n", count: 40) + "\n" }
    case .notes: return opening { _ in "注：见上表。\n\n" }
    case .captions: return Part(rows: "\n" + fill { _ in "**第二十条第（一）项**\n\n" })
    case .unknownRows: return rows { "| 没有的行\($0) | 1 | 0 | 1 |\n" }
    case .unknownColumns:
      return Part(
        rows: "\n"
          + fill { _ in
            "| 信息内容 |" + String(repeating: "没有的列|", count: 60) + "\n|-|" + String(repeating: "-|", count: 60) + "\n\n"
          })
    case .doubledRows: return rows { _ in "| 规章 | 1 | 0 | 1 |\n" }
    case .surplusCells: return rows { _ in "| 规章 | 1 | 0 | 1 |" + String(repeating: "1|", count: 200) + "\n" }
    case .wordsInCells: return Part(rows: "\n" + fill { _ in "| 信息内容 | 本年制发件数 |\n|---|---:|\n| 规章 | 若干 |\n\n" })
    case .remarks: return rows { _ in "| 规章 | 1（其中修订1件） | 0 | 1 |\n" }
    case .groupValues: return rows { _ in "| （三）不予公开 | 1 | 0 | 1 |\n" }
    case .innerHeaders: return rows { _ in "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n" }
    case .dottedRows: return rows { "| \(String(repeating: "甲/", count: 40))\($0) | 1 | 0 | 1 |\n" }
    case .statements: return opening { _ in "本年新收政府信息公开申请0件。\n" }
    case .statementsInOneLine: return opening { _ in "本年新收政府信息公开申请0件。" }
    case .falseStatements: return opening { _ in "全年收到政府信息公开申请7654321件。\n" }
    case .falseStatementsInOneLine: return opening { _ in "全年收到政府信息公开申请7654321件。" }
    case .falseShares: return opening { _ in "收到申请10件，其中网络申请5件，占比70%。" }
    case .personal: return opening { _ in "联系人身份证110101199003070011，电话13800138000。" }
    case .periods: return opening { _ in "统计期限为2022年1月1日至2022年12月31日。" }
    case .negations: return opening { _ in "没有别的内容\n" }
    case .clauses: return opening { _ in "除外3件，没有收到申请5件、同比增长7%，" }
    case .dates: return body { _ in "2024年1月30日\n\n" }
    case .digits: return opening { _ in "1 2，3。" }
    case .fixableCells: return rows { _ in "| 规章 | ０ | 1,234 | ３件 |\n" }
    case .fixableRows: return rows { _ in "| 注：见附件 |  |  |  |\n" }
    case .acceptances: return list("accepted") { _ in "  - {finding: raw-html, reason: 甲}\n" }
    case .unusedAcceptances: return list("accepted") { "  - {finding: a\($0), reason: 甲}\n" }
    case .corrections: return list("corrections") { "  - {date: 2024-01-01, cell: a\($0), reason: 甲}\n" }
    case .correctionsOfOneCell:
      return list("corrections") { "  - {date: 2024-01-01, cell: requests.new.total, from: 1, to: \($0), reason: 甲}\n" }
    case .attachments: return list("attachments") { "  - {file: a\($0).pdf, title: 甲}\n" }
    case .covers: return list("covers") { "  - a\($0)\n" }
    case .joints: return list("joint") { "  - a\($0)\n" }
    case .unknownKeys: return keys { "key\($0): 1\n" }
    case .doubledKeys: return keys { _ in "editor: 1\n" }
    case .longStrings: return Part(frontMatter: "editor: " + fill(upTo: 62_000) { _ in "王" })
    case .quotedStrings: return Part(frontMatter: "editor: \"" + fill(upTo: 62_000) { _ in "\\u738b" } + "\"")
    case .foldedStrings: return Part(frontMatter: "editor: >\n" + fill(upTo: 62_000) { _ in "  王\n" }.dropLast())
    case .flowMappings: return Part(frontMatter: "editor: {" + fill(upTo: 60_000) { "a\($0): 1, " } + "z: 1}")
    case .nestedFlow:
      return Part(frontMatter: "editor: " + fill(upTo: 30_000) { _ in "[" } + fill(upTo: 30_000) { _ in "]" })
    }
  }
}
