package import Bytes
package import Languages
package import Portal
internal import Reports

/// The catalogues that describe the data of the whole portal to programs.
package struct CatalogueFiles {
  let site: Site
  let strings: SiteStrings
  let portal: Portal
  let files: [PublishedFile]

  package init(site: Site, strings: SiteStrings, portal: Portal, files: [PublishedFile]) {
    self.site = site
    self.strings = strings
    self.portal = portal
    self.files = files
  }

  package func write(to sink: FileSink) throws {
    func file(_ path: String, _ write: (inout JSONWriter) -> Void) throws {
      var json = JSONWriter(buffer: ByteBuffer(capacity: 64 << 10))
      write(&json)
      try sink(path, json.buffer)
    }
    let version = DataVersion(of: files, portal)
    try file("datapackage.json") {
      DataPackage(site: site, strings: strings, files: files, version: version).write(to: &$0)
    }
    try file("catalog.jsonld") {
      DataCatalogue(site: site, strings: strings, portal: portal, files: files, version: version).write(to: &$0)
    }
    var citation = ByteBuffer(capacity: 2048)
    citation.append(CitationFile(site: site, version: version).text)
    try sink("CITATION.cff", citation)
  }
}
