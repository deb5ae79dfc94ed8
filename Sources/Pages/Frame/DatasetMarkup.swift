internal import Bytes
internal import DataFiles
internal import Languages
internal import Portal
internal import Templates

/// The schema.org description of a page's data, for search engines.
struct DatasetMarkup {
  let frame: PageFrame
  let name: String
  let links: [DataLink]
  /// `2023`, or `2021/2024`.
  var period: String?
  var published: String?
  var modified: String?
  /// Who states the figures; the publisher of the portal if `nil`.
  var creator: String?
  var places: [String] = []
  var measured: [String] = []
  var version: String?

  private var site: Site { frame.context.site }

  var value: TemplateValue {
    var json = JSONWriter(buffer: ByteBuffer(capacity: 2048))
    json.beginObject()
    json.field("@context", "https://schema.org/")
    json.field("@type", "Dataset")
    json.field("name", name)
    json.field("description", DatasetText.description(Text(verbatim: name))[frame.strings])
    json.field("url", frame.context.absolute(frame.path))
    json.field("inLanguage", frame.language.tag)
    json.field("license", ifPresent: site.licence?.url ?? site.licence?.name)
    json.key("creator")
    json.object { json in
      json.field("@type", "GovernmentOrganization")
      json.field("name", creator ?? site.publisher ?? site.name)
    }
    json.key("publisher")
    json.object { json in
      json.field("@type", "GovernmentOrganization")
      json.field("name", site.publisher ?? site.name)
    }
    json.field("identifier", frame.context.absolute(frame.first.path))
    json.field("version", ifPresent: version ?? modified ?? published)
    json.key("isAccessibleForFree")
    json.value(true)
    let twins = site.languages.filter { $0 != frame.language }.map {
      frame.context.absolute(site.prefix(of: $0) + frame.route.path)
    }
    if !twins.isEmpty { json.field("sameAs", twins) }
    if !places.isEmpty { json.field("spatialCoverage", places) }
    if !measured.isEmpty { json.field("variableMeasured", measured) }
    json.field("temporalCoverage", ifPresent: period)
    json.field("datePublished", ifPresent: published)
    json.field("dateModified", ifPresent: modified)
    json.key("distribution")
    json.beginArray()
    for link in links {
      json.object { json in
        json.field("@type", "DataDownload")
        json.field("encodingFormat", link.type.name)
        json.field("contentUrl", frame.context.absolute(link.path))
      }
    }
    json.endArray()
    json.endObject()
    return .html(json.buffer.array())
  }
}
