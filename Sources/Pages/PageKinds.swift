internal import DataFiles
internal import Languages
package import Portal
internal import Reports

/// The kinds of pages that a portal has: the one list that everything that deals with all pages walks over.
package enum PageKinds {
  package static let all: [any Page.Type] = [
    HomePage.self, YearsPage.self, AgenciesPage.self, RegionsPage.self, NotFoundPage.self, SearchPage.self,
    YearPage.self, RegionPage.self, AgencyPage.self, RowsPage.self, ComparePage.self, RowPage.self, PeersPage.self,
    RevisionsPage.self,
    ReportPage.self, DataPage.self, DictionaryPage.self, DataUsePage.self, CrosswalkPage.self,
  ]

  /// All pages of a portal.
  package static func pages(of portal: Portal) -> [any Page] {
    all.flatMap { kind -> [any Page] in kind.all(in: portal) }
  }
}
