internal import Bytes
internal import Languages
internal import Portal

/// `datapackage.json`, version 2 of the Data Package standard: the files of `data/` with their columns, sizes and
/// hashes.
struct DataPackage {
  let site: Site
  let strings: SiteStrings
  let files: [PublishedFile]
  let version: DataVersion

  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.field("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
    json.field("name", "gongkai")
    json.field("id", site.absolute("datapackage.json"))
    json.field("title", site.name)
    json.field("description", DatasetText.description(Text(verbatim: site.name))[strings.chinese])
    json.field("homepage", site.absolute("data/index.html"))
    json.field("version", version.id)
    json.field("created", ifPresent: (version.modified ?? version.created)?.dateTime)
    json.field("keywords", DatasetText.keywords)
    if let licence = site.licence {
      json.key("licenses")
      json.array { json in
        json.object { json in
          json.field(
            "name",
            licence.name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? "\($0)" : "-" }.joined())
          json.field("path", ifPresent: licence.url)
          json.field("title", licence.name)
        }
      }
    }
    if let publisher = site.publisher {
      json.key("contributors")
      json.array { json in
        json.object { json in
          json.field("title", publisher)
          json.field("roles", ["publisher"])
        }
      }
    }
    json.key("resources")
    json.beginArray()
    for file in files { write(file, &json) }
    json.endArray()
    json.endObject()
  }

  private func write(_ file: PublishedFile, _ json: inout JSONWriter) {
    json.beginObject()
    json.field("name", file.identifier)
    json.field("title", file.title[strings.chinese])
    json.field("description", file.title[strings.english])
    json.field("path", file.path)
    json.field("format", file.file.format.packageName)
    json.field("mediatype", file.type.name)
    json.field("bytes", file.bytes)
    json.field("hash", "sha256:\(file.sha256)")
    if file.file.onlyYear != nil {
      // Below the headings in Chinese are the identifiers.
      json.key("dialect")
      json.object { json in
        json.key("headerRows")
        json.array { $0.value(2) }
      }
    }
    if file.isTable {
      json.field("type", "table")
      json.field("encoding", "utf-8")
      writeSchema(of: file, &json)
    }
    json.endObject()
  }

  private func writeSchema(of file: PublishedFile, _ json: inout JSONWriter) {
    json.key("schema")
    json.beginObject()
    json.key("fields")
    json.beginArray()
    for column in file.columns {
      json.object { json in
        json.field("name", column.id)
        json.field("type", Self.type(of: column.kind))
        json.field("title", column.label[strings.chinese])
        json.field("description", strings.all.map { column.explanation[$0] }.joined(separator: " "))
        writeConstraints(of: column, &json)
      }
    }
    json.endArray()
    json.field("missingValues", [""])
    if !file.key.isEmpty { json.field("primaryKey", file.key) }
    writeForeignKeys(of: file, &json)
    json.endObject()
  }

  private static func type(of kind: DataColumn.Kind) -> String {
    switch kind {
    case .text, .code, .choice, .address: "string"
    case .integer: "integer"
    case .decimal: "number"
    case .date: "date"
    }
  }

  private func writeConstraints(of column: DataColumn, _ json: inout JSONWriter) {
    var words: [String] = []
    if case .choice(let codes) = column.kind { words = codes.map(\.code) }
    guard column.isRequired || !words.isEmpty else { return }
    json.key("constraints")
    json.object { json in
      if column.isRequired {
        json.key("required")
        json.value(true)
      }
      if !words.isEmpty { json.field("enum", words) }
    }
  }

  /// Rows about published reports refer to `reports`, other rows about agencies to `agencies`, and those to `regions`.
  private func writeForeignKeys(of file: PublishedFile, _ json: inout JSONWriter) {
    let ids = Set(file.columns.map(\.id))
    let target: (resource: String, fields: [String])? =
      if file.file.isAboutReports {
        ("reports", ["agency", "year"])
      } else if file.identifier == "agencies" {
        ("regions", ["region"])
      } else if ids.contains("agency") {
        ("agencies", ["agency"])
      } else {
        nil
      }
    guard let target, files.contains(where: { $0.identifier == target.resource }) else { return }
    json.key("foreignKeys")
    json.array { json in
      json.object { json in
        json.field("fields", target.fields)
        json.key("reference")
        json.object { json in
          json.field("resource", target.resource)
          json.field("fields", target.fields)
        }
      }
    }
  }
}
