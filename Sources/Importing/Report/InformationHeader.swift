internal import Reports

/// The header that sites put above a document: 索引号, 文号, 发布机构, 发布日期 and others, as lines, in one line, or as a
/// table.
struct InformationHeader {
  private(set) var indexNumber: String?
  private(set) var documentNumber: String?
  private(set) var publisher: String?
  var source: String?
  private(set) var published: CalendarDate?

  private static let keys = [
    "信息索引号", "索引号", "索引号码", "发布文号", "发文字号", "文号", "发布机构", "发布单位", "发文机关", "公开机构", "发布日期", "发布时间", "公开日期",
    "公开时间", "发文日期", "成文日期", "生成日期", "信息来源", "来源", "文章来源", "主题分类", "组配分类", "信息分类", "分类", "信息名称", "文件名称", "名称", "标题",
    "关键词", "主题词", "主题导航", "有效性", "时效", "时效性", "公开方式", "公开形式", "公开时限", "文件下载", "内容概述", "作者", "责任编辑", "浏览次数", "浏览量",
    "阅读次数", "点击数", "字体", "字号", "有效期", "体裁分类", "体裁", "信息类别", "公开范围",
  ].sorted { $0.count > $1.count }

  private static let keySet = Set(keys)

  /// - Returns: The indexes of blocks that are part of the header.
  mutating func read(_ blocks: some Sequence<(offset: Int, element: ImportedDocument.Block)>) -> Set<Int> {
    var used: Set<Int> = []
    var pending: (key: String, index: Int)?
    for (index, block) in blocks {
      switch block {
      case .paragraph(let paragraph):
        if paragraph.text.utf8.count > 600 {
          pending = nil
          continue
        }
        if let open = pending {
          pending = nil
          if Self.key(of: paragraph.text) == nil, paragraph.text.count < 60 {
            set(open.key, paragraph.text)
            used.formUnion([open.index, index])
            continue
          }
        }
        if let key = Self.key(of: paragraph.text) {
          pending = (key, index)
        } else if readLine(paragraph.text) {
          used.insert(index)
        }
      case .table(let grid): if readTable(grid) { used.insert(index) }
      case .picture: break
      }
    }
    return used
  }

  private static func bare(_ text: String) -> String {
    text.filter { !$0.isWhitespace && !"：:【】[]".contains($0) }
  }

  /// A text that is a key and nothing else.
  private static func key(of text: String) -> String? {
    guard text.utf8.count < 40 else { return nil }
    let bare = bare(text)
    return keySet.contains(bare) ? bare : nil
  }

  private mutating func readTable(_ grid: Grid) -> Bool {
    var pairs: [(String, String)] = []
    for row in grid.rows {
      var key: String?
      for cell in row {
        if let open = key {
          pairs.append((open, cell.text))
          key = nil
        } else if let own = Self.key(of: cell.text) {
          key = own
        } else if Self.marks(in: cell.text).first?.start == cell.text.startIndex {
          pairs += Self.pairs(in: cell.text)
        }
      }
    }
    guard pairs.count > 1 else { return false }
    for (key, value) in pairs { set(key, value) }
    return true
  }

  /// `索引号：014314799/2024-00002`; several may be in one line.
  private mutating func readLine(_ text: String) -> Bool {
    let text = text.replacing(/文\s+号/, with: "文号").replacing(/来\s+源/, with: "来源").replacing(/索\s+引\s+号/, with: "索引号")
      .replacing(/名\s+称/, with: "名称")
    let pairs = Self.pairs(in: text)
    guard !pairs.isEmpty else { return false }
    for (key, value) in pairs { set(key, value) }
    return true
  }

  /// Each key with the text that follows it up to the next.
  private static func pairs(in text: String) -> [(String, String)] {
    let marks = marks(in: text)
    guard let first = marks.first,
      text[..<first.start].allSatisfy({ $0.isWhitespace || "【[".contains($0) || $0.isNumber || "-: ".contains($0) })
    else { return [] }
    return marks.enumerated().map { index, mark in
      let end = index + 1 < marks.count ? marks[index + 1].start : text.endIndex
      return (mark.key, String(text[mark.end..<end]))
    }
  }

  private static func marks(in text: String) -> [(key: String, start: String.Index, end: String.Index)] {
    var marks: [(key: String, start: String.Index, end: String.Index)] = []
    guard text.contains("：") || text.contains(":") else { return [] }
    var start = text.startIndex
    while start < text.endIndex {
      let rest = text[start...]
      if let key = keys.first(where: { rest.hasPrefix($0) }),
        let colon = rest.dropFirst(key.count).drop(while: \.isWhitespace).first, "：:".contains(colon),
        let end = rest.firstIndex(of: colon)
      {
        marks.append((key, start, text.index(after: end)))
        start = text.index(after: end)
      } else {
        start = text.index(after: start)
      }
    }
    return marks
  }

  private mutating func set(_ key: String, _ text: String) {
    let value = TextLine.trimmed(text.filter { !"【】".contains($0) }[...])
    guard !value.isEmpty, value != "无", value != "-" else { return }
    switch key {
    case "索引号", "信息索引号", "索引号码": indexNumber = indexNumber ?? value
    case "文号", "发布文号", "发文字号": documentNumber = documentNumber ?? value
    case "发布机构", "发布单位", "发文机关", "公开机构": publisher = publisher ?? value
    case "来源", "信息来源", "文章来源": source = source ?? value
    case "发布日期", "发布时间", "公开日期", "公开时间": published = DateReader.date(in: value) ?? published
    case "发文日期": published = published ?? DateReader.date(in: value)
    default: break
    }
  }
}
