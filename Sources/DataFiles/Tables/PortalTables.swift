package import Languages
package import Portal
package import Reports

/// The lists in the data of the whole portal that fit into memory: what is known of agencies, regions and years.
package enum PortalTables {
  package static func all(of portal: Portal, _ forms: FormLibrary, _ strings: SiteStrings) -> [DataTable] {
    RegistryTables.all(of: portal) + [
      NamesTable.table(of: portal), FilingsTable.table(of: portal), RevisionsTable.table(of: portal),
      WithdrawnTable.table(of: portal), IndicatorsTable.table(of: forms, strings), CrosswalkTable.table(of: forms),
    ]
  }
}
