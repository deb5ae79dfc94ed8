package import Languages

extension Form {
  /// Everything in it that readers read.
  package var labels: [Translations] {
    let ofTables = tables.flatMap { table in
      [table.title] + [table.note].compactMap { $0 } + table.blocks.flatMap(\.labels)
    }
    return [title] + [basis].compactMap { $0 } + sections.map(\.label) + ofTables
  }
}

extension FormBlock {
  fileprivate var labels: [Translations] {
    [label, corner, unitColumn?.label].compactMap { $0 } + columns.labels + rows.labels
  }
}

extension FormAxis {
  fileprivate var labels: [Translations] {
    items.flatMap { [$0.label, $0.short] + [$0.definition, $0.article].compactMap { $0 } }
  }
}
