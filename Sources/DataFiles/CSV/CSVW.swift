internal import Bytes
internal import Languages
internal import Portal

/// Descriptions of CSV files according to the W3C's “CSV on the Web”.
enum CSVW {
  /// The description of one file, to be published beside it as `NAME.csv-metadata.json`.
  ///
  /// - Parameter usesLabels: Whether the headings of the file are the labels of the columns rather than their ids.
  static func metadata(
    of path: String, title: Text, columns: [DataColumn], key: [String], site: Site, strings: SiteStrings,
    usesLabels: Bool = false
  ) -> JSONWriter {
    var json = JSONWriter(buffer: ByteBuffer(capacity: 4096))
    json.beginObject()
    begin(&json)
    json.field("url", AddressPath.encoded(path.split(separator: "/").last.map(String.init) ?? path))
    json.key("dc:title")
    texts(title, strings, &json)
    publication(site, &json)
    schema(columns, key: key, usesLabels: usesLabels, strings, &json)
    json.endObject()
    return json
  }

  /// The description of all CSV files with the same columns in a folder, to be published there as `csv-metadata.json`.
  static func metadata(
    ofFolder names: [String], title: Text, columns: [DataColumn], key: [String], site: Site, strings: SiteStrings
  ) -> JSONWriter {
    var json = JSONWriter(buffer: ByteBuffer(capacity: 4096))
    json.beginObject()
    begin(&json)
    json.key("dc:title")
    texts(title, strings, &json)
    publication(site, &json)
    schema(columns, key: key, usesLabels: false, strings, &json)
    json.key("tables")
    json.beginArray()
    for name in names {
      json.object { json in
        json.field("url", AddressPath.encoded(name))
      }
    }
    json.endArray()
    json.endObject()
    return json
  }

  private static func begin(_ json: inout JSONWriter) {
    json.key("@context")
    json.array { json in
      json.value("http://www.w3.org/ns/csvw")
      json.object { json in json.field("@language", "zh-Hans") }
    }
    json.key("dialect")
    json.object { json in
      json.field("encoding", "utf-8")
      json.field("lineTerminators", "\r\n")
      json.key("header")
      json.value(true)
    }
  }

  private static func publication(_ site: Site, _ json: inout JSONWriter) {
    json.field("dc:publisher", ifPresent: site.publisher)
    json.field("dc:license", ifPresent: site.licence?.url ?? site.licence?.name)
  }

  static func schema(
    _ columns: [DataColumn], key: [String], usesLabels: Bool, _ strings: SiteStrings, _ json: inout JSONWriter
  ) {
    json.key("tableSchema")
    json.object { json in
      json.key("columns")
      json.beginArray()
      for column in columns { write(column, usesLabels: usesLabels, strings, &json) }
      json.endArray()
      if !key.isEmpty { json.field("primaryKey", key) }
    }
  }

  private static func write(
    _ column: DataColumn, usesLabels: Bool, _ strings: SiteStrings, _ json: inout JSONWriter
  ) {
    json.object { json in
      json.field("name", column.id)
      // The first title must be the heading in the file.
      json.field("titles", usesLabels ? column.label[strings.chinese] : column.id)
      if !usesLabels {
        json.key("dc:title")
        texts(column.label, strings, &json)
        json.key("dc:description")
        texts(column.explanation, strings, &json)
      }
      json.field("schema:unitText", ifPresent: column.unit)
      json.key("datatype")
      datatype(of: column.kind, &json)
      if column.isRequired {
        json.key("required")
        json.value(true)
      }
    }
  }

  private static func datatype(of kind: DataColumn.Kind, _ json: inout JSONWriter) {
    switch kind {
    case .text, .code, .address: json.value("string")
    case .integer: json.value("integer")
    case .decimal: json.value("decimal")
    case .date: json.value("date")
    case .choice(let codes):
      json.object { json in
        json.field("base", "string")
        json.field("format", codes.map(\.code).joined(separator: "|"))
      }
    }
  }

  /// A text in each language in the format of JSON-LD.
  static func texts(_ text: some ReaderText, _ strings: SiteStrings, _ json: inout JSONWriter) {
    json.array { json in
      for strings in strings.all {
        json.object { json in
          json.field("@value", text[strings])
          json.field("@language", strings.language.tag)
        }
      }
    }
  }
}
