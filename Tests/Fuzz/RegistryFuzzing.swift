import Diagnostics
import Markup
import Pages
import Portal

enum RegistryFuzzing {
  /// Site, regions and an agency, separated by a record separator.
  static func run(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: UInt8(ascii: "\u{1E}"), maxSplits: 2, omittingEmptySubsequences: false)
    func source(_ index: Int, _ path: String) -> SourceFile {
      SourceFile(path: path, bytes: index < parts.count ? Array(parts[index]) : [])
    }
    var findings: [Finding] = []
    let (siteSource, regionSource) = (source(0, "site.yaml"), source(1, "regions.yaml"))
    let site = YAMLReader.read(siteSource, findings: &findings).map { Site($0, in: siteSource, findings: &findings) }
    let regions = YAMLReader.read(regionSource, findings: &findings).map {
      RegionTree($0, in: regionSource, findings: &findings)
    }
    let agency = MarkupParser().parse(source(2, "agencies/liulin.md"), findings: &findings)
      .flatMap { Agency($0, findings: &findings) }
    let registry = Registry(
      regions: regions ?? RegionTree(), agencies: [agency].compactMap { $0 }, findings: &findings)
    let portal = Portal(site: site ?? Site(), registry: registry, reports: [], statistics: Statistics([]))
    _ = PageKinds.pages(of: portal)
  }
}
