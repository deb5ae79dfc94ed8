internal import Bytes
internal import Diagnostics
internal import Portal

/// What data sets are described with, in words.
enum DatasetText {
  static func description(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(description(title.chinese, .simplifiedChinese), en: description(title.english, .english))
  }

  /// Long enough for those who ask for fifty characters at least.
  static func description(_ title: String, _ language: Language) -> String {
    switch language {
    case .simplifiedChinese:
      "\(title)。数据取自法定格式的政府信息公开工作年度报告，含主动公开、依申请公开的收到和处理、行政复议和行政诉讼情况；一格一数，未填不作 0，可按统一的标识跨机关、跨年度比较。"
    case .english:
      "\(title). Figures of annual reports on government information disclosure in their statutory form: disclosure, requests received and handled, reconsideration and litigation. A blank is never 0; the same identifiers hold across agencies and years."
    }
  }
}

/// The schema.org description of a page's data, for search engines.
struct DatasetMarkup {
  let frame: PageFrame
  let name: String
  let links: [DataLink]
  /// `2023`, or `2021/2024`.
  var period: String?
  var published: String?
  var modified: String?

  private var site: Site { frame.context.site }

  var value: TemplateValue {
    var json = JSONWriter(buffer: ByteBuffer(capacity: 2048))
    json.beginObject()
    json.field("@context", "https://schema.org/")
    json.field("@type", "Dataset")
    json.field("name", name)
    json.field("description", DatasetText.description(name, frame.language))
    json.field("url", frame.context.absolute(frame.path))
    json.field("inLanguage", frame.language.rawValue)
    json.field("license", ifPresent: site.licence?.url ?? site.licence?.name)
    json.key("creator")
    json.object { json in
      json.field("@type", "GovernmentOrganization")
      json.field("name", site.publisher ?? site.name)
    }
    json.field("temporalCoverage", ifPresent: period)
    json.field("datePublished", ifPresent: published)
    json.field("dateModified", ifPresent: modified)
    json.key("distribution")
    json.beginArray()
    for link in links {
      json.object { json in
        json.field("@type", "DataDownload")
        json.field("encodingFormat", link.type.rawValue)
        json.field("contentUrl", frame.context.absolute(link.path))
      }
    }
    json.endArray()
    json.endObject()
    return .html(json.buffer.array())
  }
}
