internal import Diagnostics
internal import Markup

/// Gives each free table of a report an id of its own, which becomes part of the names of its files.
struct FreeTableIDs {
  /// A file's name has 255 bytes at most; year, agency and extensions need some of them.
  static let longest = 64

  private var taken: Set<String> = []
  /// The number that was last put behind an id to tell it from the same one before.
  private var numbers: [String: Int] = [:]

  /// - Parameters:
  ///   - number: of the table among the free ones of the report, from 0.
  ///   - node: what a finding is about.
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
