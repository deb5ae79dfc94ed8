package import Bytes
package import Languages
package import Portal

/// `data/index.json`: the files of `data/` with their sizes and hashes.
package struct DataIndex {
  let site: Site
  let strings: SiteStrings
  let files: [PublishedFile]

  package init(site: Site, strings: SiteStrings, files: [PublishedFile]) {
    self.site = site
    self.strings = strings
    self.files = files
  }

  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.field("$schema", site.absolute("schema/data-1.json"))
    json.field("id", site.absolute(Route.data.path))
    json.key("files")
    json.beginArray()
    for file in files {
      json.object { json in
        json.field("file", file.name)
        json.field("url", site.absolute(file.path))
        json.field("title", file.title, in: strings)
        json.field("media_type", file.type.name)
        json.field("bytes", file.bytes)
        json.field("sha256", file.sha256)
        if let year = file.year { json.field("year", year) }
      }
    }
    json.endArray()
    json.endObject()
  }
}
