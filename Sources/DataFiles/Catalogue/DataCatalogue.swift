internal import Bytes
internal import Languages
internal import Portal
internal import Reports

/// `catalog.jsonld`: the data as a DCAT-AP 3 catalogue, which harvesters of open data portals read. Its context is
/// embedded, so that it can be read offline.
struct DataCatalogue {
  let site: Site
  let strings: SiteStrings
  let portal: Portal
  let files: [PublishedFile]
  let version: DataVersion

  private static let prefixes = [
    ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"), ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"), ("spdx", "http://spdx.org/rdf/terms#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
  ]

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.key("@context")
    json.object { json in
      for (prefix, address) in Self.prefixes {
        json.key(prefix)
        json.value(address)
      }
    }
    json.field("@id", site.absolute("catalog.jsonld"))
    json.field("@type", "dcat:Catalog")
    texts("dct:title", .init(verbatim: site.name), &json)
    texts("dct:description", DatasetText.description(.init(verbatim: site.name)), &json)
    publisher(&json)
    licence(&json)
    node("foaf:homepage", site.absolute("index.html"), "foaf:Document", &json)
    dates(&json)
    spatial(&json)
    json.key("dcat:dataset")
    json.beginArray()
    // The same figures as one row per cell, in a database and in a workbook are one data set; every table is a separate
    // one.
    let whole = files.filter(\.holdsAllFigures)
    if !whole.isEmpty { dataset("cells", .init(verbatim: site.name), whole, &json) }
    for file in files where !file.holdsAllFigures {
      dataset(file.identifier, file.title, [file], &json)
    }
    json.endArray()
    json.endObject()
  }

  private func dataset(_ id: String, _ title: Text, _ files: [PublishedFile], _ json: inout JSONWriter) {
    json.beginObject()
    json.field("@id", site.absolute("catalog.jsonld", anchor: id))
    json.field("@type", "dcat:Dataset")
    json.field("dct:identifier", site.absolute("data/index.html", anchor: files[0].name))
    texts("dct:title", title, &json)
    texts("dct:description", DatasetText.description(title), &json)
    publisher(&json)
    node("dcat:landingPage", site.absolute("data/index.html"), "foaf:Document", &json)
    node(
      "dct:language", "http://publications.europa.eu/resource/authority/language/ZHO", "dct:LinguisticSystem", &json)
    dates(&json)
    json.field("dcat:version", version.id)
    json.key("dcat:keyword")
    json.array { json in
      for keyword in DatasetText.keywords {
        json.object { json in
          json.field("@value", keyword)
          json.field("@language", keyword.utf8.allSatisfy { $0 < 0x80 } ? "en" : "zh-Hans")
        }
      }
    }
    json.key("dcat:theme")
    json.object { json in
      json.field("@id", "http://publications.europa.eu/resource/authority/data-theme/GOVE")
      json.field("@type", "skos:Concept")
      texts("skos:prefLabel", Text("dataset.theme"), &json)
    }
    json.key("dcat:contactPoint")
    json.object { json in
      json.field("@id", site.absolute("index.html", anchor: "contact"))
      json.field("@type", "vcard:Kind")
      json.field("vcard:fn", site.publisher ?? site.name)
      json.key("vcard:hasURL")
      json.object { $0.field("@id", site.absolute("index.html")) }
    }
    spatial(&json)
    if let first = portal.years.last, let last = portal.years.first { period(first, last, &json) }
    json.key("dcat:distribution")
    json.beginArray()
    for file in files { distribution(file, &json) }
    json.endArray()
    json.endObject()
  }

  private func distribution(_ file: PublishedFile, _ json: inout JSONWriter) {
    json.beginObject()
    json.field("@id", site.absolute("catalog.jsonld", anchor: file.name))
    json.field("@type", "dcat:Distribution")
    texts("dct:title", file.title, &json)
    for key in ["dcat:accessURL", "dcat:downloadURL"] {
      json.key(key)
      json.object { $0.field("@id", site.absolute(file.path)) }
    }
    node("dcat:mediaType", "https://www.iana.org/assignments/media-types/\(file.type.name)", "dct:MediaType", &json)
    licence(&json)
    typed("dcat:byteSize", "xsd:nonNegativeInteger", "\(file.bytes)", &json)
    json.key("spdx:checksum")
    json.object { json in
      json.field("@type", "spdx:Checksum")
      json.key("spdx:algorithm")
      json.object { $0.field("@id", "spdx:checksumAlgorithm_sha256") }
      typed("spdx:checksumValue", "xsd:hexBinary", file.sha256, &json)
    }
    json.endObject()
  }

  private func publisher(_ json: inout JSONWriter) {
    json.key("dct:publisher")
    json.object { json in
      json.field("@id", site.absolute("index.html", anchor: "publisher"))
      json.field("@type", "foaf:Agent")
      json.field("foaf:name", site.publisher ?? site.name)
    }
  }

  private func dates(_ json: inout JSONWriter) {
    if let created = version.created { typed("dct:issued", "xsd:date", created.iso, &json) }
    if let modified = version.modified { typed("dct:modified", "xsd:date", modified.iso, &json) }
  }

  /// The topmost regions of the portal.
  private func spatial(_ json: inout JSONWriter) {
    let roots = portal.registry.regions.roots
    if roots.isEmpty { return }
    json.key("dct:spatial")
    json.array { json in
      for region in roots {
        json.object { json in
          json.field("@id", site.absolute(Route.region(region.code).path))
          json.field("@type", "dct:Location")
          json.field("skos:prefLabel", region.name)
        }
      }
    }
  }

  private func licence(_ json: inout JSONWriter) {
    if let url = site.licence?.url { node("dct:license", url, "dct:LicenseDocument", &json) }
  }

  private func period(_ first: Int, _ last: Int, _ json: inout JSONWriter) {
    json.key("dct:temporal")
    json.object { json in
      json.field("@type", "dct:PeriodOfTime")
      typed("dcat:startDate", "xsd:date", "\(first)-01-01", &json)
      typed("dcat:endDate", "xsd:date", "\(last)-12-31", &json)
    }
  }

  private func node(_ key: String, _ id: String, _ type: String, _ json: inout JSONWriter) {
    json.key(key)
    json.object { json in
      json.field("@id", id)
      json.field("@type", type)
    }
  }

  private func typed(_ key: String, _ type: String, _ value: String, _ json: inout JSONWriter) {
    json.key(key)
    json.object { json in
      json.field("@type", type)
      json.field("@value", value)
    }
  }

  private func texts(_ key: String, _ text: Text, _ json: inout JSONWriter) {
    json.key(key)
    CSVW.texts(text, strings, &json)
  }
}
