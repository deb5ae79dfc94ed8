/// Pages of content systems, Word and WPS.
enum HTMLShape {
  static func paragraph(_ words: String, _ shape: Shape) -> String {
    switch shape {
    case .wordHTML:
      let middle = words.index(words.startIndex, offsetBy: words.count / 2)
      return """
        <p class=MsoNormal style='text-indent:28.0pt;
        line-height:28.0pt'><![if !supportLists]><span style='mso-list:Ignore'></span><![endif]><span
        lang=EN-US style='font-family:仿宋'>\(words[..<middle])</span><font face=仿宋><span>\(words[middle...])</span></font><o:p></o:p></p>

        """
    case .unevenHTML: return "<p><br />\(words)</p>\n"
    default: return "<p style=\"text-indent: 2em;\">&nbsp;&nbsp;<span>\(words)</span></p>\n"
    }
  }

  static func table(_ table: PrintedForm, _ shape: Shape, _ numbers: inout SeededNumbers) -> String {
    switch shape {
    case .emptyCellsHTML: return markup(table.grid.map { $0.map { $0.map { ($0, 1, 1) } } }, shape)
    case .splitHTML:
      // A table that a page break has cut, with its head again.
      let rows = spanned(table, shape)
      guard table.width == 10 else { return markup(rows, shape) }
      // The cut goes through no span of rows but those of groups, which the second table does not repeat.
      let cut = Int.random(in: 6..<rows.count - 3, using: &numbers)
      return markup(Array(rows[..<cut]), shape) + markup(Array(rows[..<3]) + Array(rows[cut...]), shape)
    default: return markup(spanned(table, shape), shape)
    }
  }

  private static func spanned(_ table: PrintedForm, _ shape: Shape) -> [[(PrintedForm.Cell, Int, Int)?]] {
    // A grid of five columns, with spans of its own in each row.
    table.rows.map { row in
      row.enumerated().map { index, cell in
        (
          cell, shape == .unevenHTML && row.count > 2 && index == row.count - 2 ? cell.columns + 1 : cell.columns,
          cell.rows
        )
      }
    }
  }

  private static func markup(_ rows: [[(PrintedForm.Cell, Int, Int)?]], _ shape: Shape) -> String {
    var text = shape == .wordHTML ? "<table class=MsoTableGrid border=1 cellspacing=0>" : "<table border=\"1\"><tbody>"
    for row in rows {
      text += "<tr>"
      for cell in row {
        guard let (cell, columns, height) = cell else {
          text += "<td></td>"
          continue
        }
        let spans = (columns > 1 ? " colspan=\"\(columns)\"" : "") + (height > 1 ? " rowspan=\"\(height)\"" : "")
        text += "<td\(spans)>\(content(cell.text, shape))</td>"
      }
      text += "</tr>\n"
    }
    return text + (shape == .wordHTML ? "</table>" : "</tbody></table>\n")
  }

  private static func content(_ text: String, _ shape: Shape) -> String {
    if text.isEmpty { return shape == .html ? "<p>&nbsp;</p>" : "&nbsp;" }
    switch shape {
    case .wordHTML:
      let letters = text.map { "<span>\($0)</span>" }.joined()
      return "<p class=MsoNormal align=center><span lang=EN-US><font size=2>\(letters)</font></span><o:p></o:p></p>"
    case .unevenHTML where text.count == 4 && !text.contains(where: \.isNumber):
      return "<p>\(text.prefix(2))<br>\(text.suffix(2))</p>"
    case .emptyCellsHTML where text.count == 4 && !text.contains(where: \.isNumber):
      return "<p>\(text.prefix(2))</p><p>\(text.suffix(2))</p>"
    default: return "<p><span>\(text)</span></p>"
    }
  }

  static func page(_ body: String, _ shape: Shape) -> String {
    let article =
      shape == .nestedHTML
      ? "<table width=980><tr><td><table><tr><td>\(body)</td></tr></table></td></tr></table>"
      : shape == .wordHTML ? body : "<div class=\"TRS_Editor\"><style>.TRS_Editor P{margin:0}</style>\(body)</div>"
    return """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>年报</title>
      <meta name="description" content="街道收到政府信息公开申请均已答复">
      <script>var a = "<p>二、主动公开政府信息情况</p>";</script></head>
      <body><div class="nav"><ul><li>首页</li><li><a href="/">政府信息公开</a></li></ul></div>
      <div id="share-title" style="display:none">年报</div>
      \(article)
      <div class="share">分享到：微信 微博 打印 关闭</div><div class="footer">版权所有 网站地图 滇ICP备000号</div></body></html>
      <script>track()</script>
      """
  }
}
