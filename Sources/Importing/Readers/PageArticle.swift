/// Finds the element of a page that holds the report, apart from navigation and footers.
enum PageArticle {
  /// Names that content systems of governments give to the element with the article.
  private static let names: Set<String> = [
    "ucap-content", "ucapcontent", "zoom", "trs_editor", "trs_ueditor", "td_doccontent", "ivs_content", "view",
    "pages_content", "article-content", "bt-content", "view_trs_editor",
  ]

  static func find(in root: MarkupTree.Node) -> MarkupTree.Node {
    let body = root.elements(["body"]).first ?? root
    let named = root.elements(["div", "td", "ucapcontent", "article", "section"]).filter { node in
      names.contains(node.name) || attributeWords(of: node).contains(where: names.contains)
    }
    let sized = named.map { (node: $0, size: size(of: $0)) }
    if let largest = sized.max(by: { $0.size < $1.size }), largest.size > 300 { return largest.node }
    return commonParent(of: headings(in: body)) ?? root.elements(["article"]).first ?? body
  }

  private static func attributeWords(of node: MarkupTree.Node) -> [String] {
    [node.attribute("id"), node.attribute("class")].compactMap { $0 }
      .flatMap { $0.lowercased().split(separator: " ").map(String.init) }
  }

  private static func size(of node: MarkupTree.Node) -> Int { HTMLReader.text(in: node).utf8.count }

  // MARK: By the headings of a report

  private static let headingWords = ["总体情况", "总体概述", "主动公开政府信息", "收到和处理", "行政复议", "主要问题", "需要报告的事项"]

  /// The texts of a page that are headings of a report, or rows of its tables.
  private static func headings(in body: MarkupTree.Node) -> [MarkupTree.Node] {
    var found: [MarkupTree.Node] = []
    var open = [body]
    while let node = open.popLast() {
      if let text = node.text {
        let words = HTMLText.collapsed(text).simplified
        if words.utf8.count < 120, let first = words.first, "一二三四五六".contains(first),
          headingWords.contains(where: { words.contains($0) })
        {
          found.append(node)
        }
      } else if !HTMLReader.isHidden(node) {
        open += node.children
      }
    }
    return found
  }

  private static func commonParent(of nodes: [MarkupTree.Node]) -> MarkupTree.Node? {
    guard nodes.count > 2, let first = nodes.first else { return nil }
    var common = ancestors(of: first)
    for node in nodes.dropFirst() {
      let others = ancestors(of: node)
      var length = 0
      while length < min(common.count, others.count), common[length] == others[length] { length += 1 }
      common = Array(common[..<length])
    }
    return common.last
  }

  private static func ancestors(of node: MarkupTree.Node) -> [MarkupTree.Node] {
    var ancestors: [MarkupTree.Node] = []
    var next = node.parent
    while let parent = next {
      ancestors.append(parent)
      next = parent.parent
    }
    return ancestors.reversed()
  }

  // MARK: What surrounds it

  private static let furniture: Set<String> = [
    "nav", "navbar", "navigation", "menu", "crumb", "crumbs", "breadcrumb", "breadcrumbs", "position", "location",
    "share",
    "bshare", "bdsharebuttonbox", "share-title", "share-substr", "footer", "foot", "copyright", "links", "friendlink",
    "sidebar", "toolbar", "print", "qrcode", "ewm", "header", "top", "bottom", "search", "login", "fontsize",
    "pagination",
  ]

  /// Whether an element is by its name something that a site puts around its articles, and holds neither a table nor a
  /// long text.
  static func isFurniture(_ node: MarkupTree.Node) -> Bool {
    guard node.name == "div" || node.name == "ul" || node.name == "td" || node.name == "p" || node.name == "span",
      attributeWords(of: node).contains(where: furniture.contains)
    else { return false }
    return node.elements(["table"]).isEmpty
  }
}
