internal import Diagnostics
internal import Markup

extension AttachmentTypes {
  /// Reads `attachments: {types: [mp4, gif]}` of `site.yaml`: types allowed in addition to the default ones.
  init(_ fields: inout Fields) {
    let expected = LocalizedText(
      "不会在浏览器或服务器上运行的文件类型，如 mp4", en: "a type of files that neither browsers nor servers run, such as mp4")
    let endings = fields.items("types").compactMap { value in
      fields.typed(value, value.text.flatMap(Self.ending), expected)
    }
    self.init(adding: endings)
  }

  /// `nil` for a type that cannot be allowed.
  private static func ending(_ written: String) -> String? {
    let ending = written.lowercased()
    let isEnding =
      (1...10).contains(ending.utf8.count) && ending.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
    return isEnding && !AttachmentType.runs(ending) ? ending : nil
  }
}
