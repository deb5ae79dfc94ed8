package import Diagnostics
internal import Glibc
internal import Markup

package enum ContentFindings {
  package static let all: [FindingKind] = [
    symbolicLink, unusableName, limit, misplaced, unused, missing, unreadable, changed, pathTaken, brokenLink,
    withheldLink,
  ]

  package static let symbolicLink = FindingKind(
    "symbolic-link", .error, concession: .none,
    title: LocalizedText("符号链接", en: "A symbolic link"),
    explanation: LocalizedText(
      "Content 和 Themes 里不能有符号链接，无论指向哪里：来源出自许多机关，一个链接就能把别的机关的草稿或服务器上的文件发布出去。请放文件本身。site.yaml 里写 static: {links: true} 时，static/ 里可以有指向 static/ 内文件的相对链接。Content、Themes、Output 和门户文件夹本身可以是链接。",
      en:
        "Content and Themes hold no symbolic links, wherever they lead: sources come from many offices, and one link would publish another office's draft or a file of the machine. Put the file itself there. With static: {links: true} in site.yaml, static/ may have relative links to files in static/. Content, Themes, Output and the portal's folder may be links themselves."
    ),
    example: "reports/2024/caizheng/x.md -> ../ziran.md")

  package static let unusableName = FindingKind(
    "file-name-invalid", .error, concession: .none,
    title: LocalizedText("文件名不可用", en: "A file name that cannot be used"),
    explanation: LocalizedText(
      "文件名必须是 UTF-8，不能有换行、制表符等控制字符，也不能有改变文字方向或看不见的字符：文件名会写进网址、清单和终端。信息里把这样的字符写成编号（\\u{202E}），不是 UTF-8 的文件名写出字节（\\xFF）。",
      en:
        "A file name has to be UTF-8, without line breaks, tabs and other control characters, and without characters that turn the direction of text or cannot be seen: it goes into addresses, lists and terminals. The message writes such characters by their numbers (\\u{202E}), and the bytes of a name that is not UTF-8 (\\xFF)."
    ),
    example: "reports/2023/liulin/a\\u{A}b.pdf")

  package static let limit = FindingKind(
    "folder-limit", .error, concession: .none,
    title: LocalizedText("文件夹过深，或文件过多", en: "A folder that is too deep, or holds too many files"),
    explanation: LocalizedText(
      "年报的文件夹、static/ 和主题里，文件夹最多 \(TreeScan.mostFolders) 层，路径最长 \(TreeScan.longestPath) 字节；文件和文件夹总数，一份年报最多 \(ContentFolder.mostOfReport) 个，static/ 最多 \(ContentFolder.mostStatics) 个，一个主题最多 \(PortalSources.mostThemeFiles) 个。超出的不会悄悄略去，而是作为错误报告。",
      en:
        "Below a report's folder, static/ and a theme there may be \(TreeScan.mostFolders) folders in each other, and paths of \(TreeScan.longestPath) bytes; a report may have \(ContentFolder.mostOfReport) files and folders, static/ \(ContentFolder.mostStatics), a theme \(PortalSources.mostThemeFiles). What goes beyond is an error, and is not left out without a word."
    ))

  package static let misplaced = FindingKind(
    "file-misplaced", .error, concession: .none,
    title: LocalizedText("放错地方的文件", en: "A file in the wrong place"),
    explanation: LocalizedText(
      "Content 里只有 site.yaml、regions.yaml、agencies/、reports/<四位年份>/、forms/ 和 static/。放在别处的文件不会被读取，里面的年报也就悄悄没有了。请改名或移走。",
      en:
        "Content holds site.yaml, regions.yaml, agencies/, reports/<year of four digits>/, forms/ and static/, and nothing else. Files in other places are not read, so that reports in them would be lost without a word. Rename or move them."
    ),
    example: "report/2024/liulin.md")

  package static let unused = FindingKind(
    "file-unused", .warning,
    title: LocalizedText("用不到的文件", en: "A file that nothing uses"),
    explanation: LocalizedText(
      "年报放在 reports/<年份>/<机关>.md，机关放在 agencies/<机关>.md，自有表单放在 forms/<表单>.yaml，原样发布的文件放在 static/。其他文件不会被读取。",
      en:
        "Reports are reports/<year>/<agency>.md, agencies are agencies/<agency>.md, forms of the portal forms/<form>.yaml, files to be published as they are lie in static/. Nothing else is read."
    ),
    example: "reports/2023/liulin.txt")

  package static let missing = FindingKind(
    "file-missing", .error, concession: .none,
    title: LocalizedText("缺少文件", en: "A file is missing"),
    explanation: LocalizedText(
      "门户必须有 Content/site.yaml 和 Content/regions.yaml；年报提到的图片和附件必须在与年报同名的文件夹里。",
      en:
        "A portal needs Content/site.yaml and Content/regions.yaml; pictures and attachments of a report lie in the folder of its name."
    ),
    example: "attachments:\n  - {file: baogao.pdf, title: 年度报告（盖章）}")

  package static let unreadable = FindingKind(
    "file-unreadable", .error, concession: .none,
    title: LocalizedText("文件或文件夹无法读取", en: "A file or folder cannot be read"),
    explanation: LocalizedText(
      "请检查权限，以及它是否确是所需的文件或文件夹。",
      en: "Check the permissions, and whether it is the file or folder that it should be."))

  package static let changed = FindingKind(
    "file-changed", .error, concession: .none,
    title: LocalizedText("构建期间文件被改动", en: "A file changed while the site was built"),
    explanation: LocalizedText(
      "检查之后、写出之前，这个文件被删除、替换或改动。检查过的才能发布，所以没有发布，已发布的网站保持原样。请再构建一次。",
      en:
        "Between its check and its publication the file was removed, replaced or changed. Only what was checked is published, so nothing was; the site is as it was. Build once more."
    ))

  package static let pathTaken = FindingKind(
    "path-taken", .error, concession: .none,
    title: LocalizedText("网址已被占用", en: "An address that is taken"),
    explanation: LocalizedText(
      "static/ 里的文件不能占用门户自己生成的网址：首页、feed.atom 等根目录下的文件，reports/、years/、data/ 等各类网页和数据的文件夹，各语言的文件夹，以及主题的 assets/ 文件（docs/data.md 逐一列出）；.gongkai- 开头的名称归本工具使用。只有 robots.txt 和 sitemap.xml 可以由自己的文件代替。",
      en:
        "A file of static/ cannot have an address that the portal makes itself: the front page, feed.atom and similar files at the root, everything in the folders of its pages and data, such as reports/, years/ and data/, and in the folder of each language, and the assets of the theme (docs/data.md lists all of them); names with .gongkai- in front are the tool's. Only robots.txt and sitemap.xml may be replaced by files of one's own."
    ),
    example: "static/index.html")

  package static let brokenLink = FindingKind(
    "link-broken", .error, concession: .acceptance,
    title: LocalizedText("链接的文件不存在", en: "A link leads to nothing"),
    explanation: LocalizedText(
      "相对链接指向同名文件夹里的文件，或另一份年报的来源文件（发布时改为网页地址）。",
      en:
        "A relative link leads to a file in the report's folder, or to the source of another report, whose page it becomes."
    ),
    example: "![图解](liulin/tujie.png)")

  package static let withheldLink = FindingKind(
    "link-withheld", .error, concession: .none,
    title: LocalizedText("链接指向暂不发布的年报", en: "A link leads to a report that is withheld"),
    explanation: LocalizedText(
      "草稿和未到发布日的年报没有网页，已发布的年报也不得透露它们。请等它发布后再加链接。",
      en:
        "A draft or an embargoed report has no page, and a published report must not give it away. Link it when it is published."
    ),
    example: "[上年年报](../2024/liulin.md)（而 2024 年的年报是草稿）")
}

/// Paths are relative to `Content`, or to the portal for a theme.
extension Finding {
  static func symbolicLink(_ path: String) -> Finding {
    Finding(
      ContentFindings.symbolicLink, at: SourceRange(file: path),
      LocalizedText("\(path) 是符号链接，不会发布", en: "\(path) is a symbolic link and is not published"))
  }

  /// - Parameter path: As escaped by `FileName.shown`.
  static func unusableName(_ path: String) -> Finding {
    Finding(
      ContentFindings.unusableName, at: SourceRange(file: path),
      LocalizedText(
        "文件名 \(path) 不可用：不是 UTF-8，或有看不见的字符",
        en: "the file name \(path) is not UTF-8, or has characters that cannot be seen"),
      help: LocalizedText("请改名", en: "give it another name"))
  }

  static func tooDeep(_ path: String, most: Int) -> Finding {
    Finding(
      ContentFindings.limit, at: SourceRange(file: path),
      LocalizedText(
        "文件夹超过 \(most) 层，里面的文件不会发布", en: "more than \(most) folders in each other; what lies in it is not published"))
  }

  static func tooLong(_ path: String, most: Int) -> Finding {
    Finding(
      ContentFindings.limit, at: SourceRange(file: path),
      LocalizedText("路径超过 \(most) 字节，不会发布", en: "the path has more than \(most) bytes and is not published"))
  }

  static func tooManyFiles(_ path: String, most: Int) -> Finding {
    Finding(
      ContentFindings.limit, at: SourceRange(file: path),
      LocalizedText(
        "文件和文件夹超过 \(most) 个，从这里起不会发布", en: "more than \(most) files and folders; from here on they are not published"))
  }

  /// - Parameter names: Those that may have been meant.
  static func misplaced(_ path: String, isFolder: Bool, among names: some Sequence<String>) -> Finding {
    let stem = path.split(separator: ".").first.map(String.init) ?? path
    // `agency` for `agencies` has too many edits for its length.
    let singular = stem.dropLast()
    let near =
      names.first { $0.hasSuffix(stem) || singular.count > 3 && $0.hasPrefix(singular) }
      ?? Suggestion.nearest(to: path, among: names)
    return Finding(
      ContentFindings.misplaced, at: SourceRange(file: path),
      LocalizedText(
        "Content/\(path)\(isFolder ? "/ 里的文件都" : "")不会读取",
        en: "\(isFolder ? "nothing in " : "")Content/\(path) is \(isFolder ? "" : "not ")read"),
      help: near.map { Suggestion.help("Content/\($0)") }
        ?? LocalizedText(
          "要原样发布的文件放在 Content/static/，不用的请移出 Content",
          en: "files to be published as they are belong in Content/static/; move others out of Content"))
  }

  static func unused(_ path: String) -> Finding {
    Finding(
      ContentFindings.unused, at: SourceRange(file: path),
      LocalizedText("这个文件不会用到", en: "nothing makes use of this file"))
  }

  static func unreadable(_ path: String, _ fault: FileReading.Fault) -> Finding {
    switch fault {
    case .system(let fault): .unreadable(path, fault)
    case .tooLarge(let bytes, let limit): .tooLarge(bytes, limit, path: path)
    }
  }

  static func unreadable(_ path: String, _ fault: SystemFault) -> Finding {
    if fault.code == ELOOP { return .symbolicLink(path) }
    return Finding(
      ContentFindings.unreadable, at: SourceRange(file: path),
      LocalizedText("无法读取：\(fault.text.chinese)", en: "cannot be read: \(fault.text.english)"))
  }

  /// A file that was fine when it was first looked at.
  static func changed(_ path: String, _ fault: SystemFault? = nil) -> Finding {
    let reason = fault.map { LocalizedText("（\($0.text.chinese)）", en: " (\($0.text.english))") }
    return Finding(
      ContentFindings.changed, at: SourceRange(file: path),
      LocalizedText(
        "构建期间 \(path) 被改动\(reason?.chinese ?? "")",
        en: "\(path) changed while the site was built\(reason?.english ?? "")"),
      help: LocalizedText("请再构建一次", en: "build once more"))
  }
}
