internal import Diagnostics
internal import Markup

/// Assigns each free table of a report a unique id, which becomes part of its file names.
struct FreeTableIDs {
  /// In bytes. A file name has at most 255 bytes, some of which are needed for year, agency and extensions.
  static let longest = 64

  private var taken: Set<String> = []
  /// The number last appended to an id in order to make it unique.
  private var numbers: [String: Int] = [:]

  /// - Parameters:
  ///   - number: Index of the table among the free tables of the report.
  ///   - node: The node that a finding refers to.
  mutating func id(
    _ caption: FreeTableCaption?, of number: Int, at node: Int, in document: Document
  ) -> (id: String, finding: Finding?) {
    let usual = "table-\(number + 1)"
    guard let written = caption?.id else { return (unused(usual), nil) }
    if written.utf8.count > Self.longest {
      let id = unused(usual)
      return (
        id,
        finding(
          LocalizedText(
            "表的标识有 \(written.utf8.count) 个字符，上限为 \(Self.longest) 个；数据文件改用 \(id)",
            en:
              "the id of this table has \(written.utf8.count) characters, the limit is \(Self.longest); its files are named \(id)"
          ),
          at: node, in: document)
      )
    }
    let id = unused(written)
    if id == written { return (id, nil) }
    return (
      id,
      finding(
        LocalizedText(
          "表的标识 \(written) 用了不止一次，这张表的数据文件改用 \(id)",
          en: "the id \(written) is taken by a table above; the files of this one are named \(id)"),
        at: node, in: document)
    )
  }

  private mutating func unused(_ wanted: String) -> String {
    if taken.insert(wanted).inserted { return wanted }
    var number = numbers[wanted] ?? 1
    var id: String
    repeat {
      number += 1
      id = "\(wanted)-\(number)"
    } while !taken.insert(id).inserted
    numbers[wanted] = number
    return id
  }

  private func finding(_ message: LocalizedText, at node: Int, in document: Document) -> Finding {
    let line = document.source.line(at: Int(document.nodes[node].offset))
    return Finding(BindingFindings.tableID, at: document.source.range(ofLine: line), message)
  }
}
