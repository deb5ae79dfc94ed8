package import Bytes
package import Portal
package import Reports

/// Machine-readable descriptions of the data of the whole portal: the catalogues, the dictionary and the list of files.
package struct CatalogueFiles {
  let site: Site
  let forms: FormLibrary
  let portal: Portal
  let files: [PublishedFile]

  package init(site: Site, forms: FormLibrary, portal: Portal, files: [PublishedFile]) {
    self.site = site
    self.forms = forms
    self.portal = portal
    self.files = files
  }

  package func write(to sink: FileSink) throws {
    func file(_ path: String, _ write: (inout JSONWriter) -> Void) throws {
      var json = JSONWriter(buffer: ByteBuffer(capacity: 64 << 10))
      write(&json)
      try sink(path, json.buffer)
    }
    try file("datapackage.json") { DataPackage(site: site, files: files).write(to: &$0) }
    try file("catalog.jsonld") { DataCatalogue(site: site, portal: portal, files: files).write(to: &$0) }
    if let path = Route.dictionary.json {
      try file(path) { DataDictionary(site: site, forms: forms, files: files).write(to: &$0) }
    }
    if let path = Route.data.json { try file(path, writeIndex) }
  }

  private func writeIndex(_ json: inout JSONWriter) {
    json.beginObject()
    json.field("$schema", site.absolute("schema/data-1.json"))
    json.field("id", site.absolute(Route.data.path))
    json.key("files")
    json.beginArray()
    for file in files {
      json.object { json in
        json.field("file", file.name)
        json.field("url", site.absolute(file.path))
        json.field("title", file.title)
        json.field("media_type", file.type.rawValue)
        json.field("bytes", file.bytes)
        json.field("sha256", file.sha256)
        if let year = file.year { json.field("year", year) }
      }
    }
    json.endArray()
    json.endObject()
  }
}
