package import Bytes
package import Languages
package import Portal
package import Reports

/// `data/dictionary.json`: the meaning of every column and every code in the data files.
package struct DataDictionary {
  let site: Site
  let strings: SiteStrings
  let forms: FormLibrary
  let files: [PublishedFile]

  package init(site: Site, strings: SiteStrings, forms: FormLibrary, files: [PublishedFile]) {
    self.site = site
    self.strings = strings
    self.forms = forms
    self.files = files
  }

  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.field("$schema", site.absolute("schema/dictionary-1.json"))
    json.field("id", site.absolute(Route.dictionary.path))
    json.key("tables")
    json.beginArray()
    for file in files.tables { write(file, &json) }
    json.endArray()
    json.key("derived")
    json.beginArray()
    for form in forms.forms { writeDerived(of: form, &json) }
    json.endArray()
    json.key("forms")
    json.beginArray()
    for form in forms.forms { write(form, &json) }
    json.endArray()
    json.endObject()
  }

  private func write(_ file: PublishedFile, _ json: inout JSONWriter) {
    json.object { json in
      json.field("name", file.tableName)
      json.field("file", file.file.name)
      json.field("title", file.file.title, in: strings)
      json.key("columns")
      json.beginArray()
      for column in file.columns {
        json.object { json in
          json.field("id", column.id)
          json.field("label", column.label, in: strings)
          json.field("definition", column.definition, in: strings)
          json.field("type", Self.type(of: column.kind))
          json.field("unit", ifPresent: column.unit)
          if case .choice(let codes) = column.kind { write(codes, &json) }
        }
      }
      json.endArray()
    }
  }

  private func write(_ codes: [DataColumn.Code], _ json: inout JSONWriter) {
    json.field("values", codes.map(\.code))
    json.key("codes")
    json.array { json in
      for code in codes {
        json.object { json in
          json.field("code", code.code)
          json.field("label", code.label, in: strings)
        }
      }
    }
  }

  /// Figures that are computed from cells, with their formulas.
  private func writeDerived(of form: Form, _ json: inout JSONWriter) {
    func write(_ id: String, _ label: Text, unit: String, formula: String) {
      json.object { json in
        json.field("id", id)
        json.field("form", form.id)
        json.field("label", label, in: strings)
        json.field("unit", unit)
        json.field("formula", formula)
      }
    }
    for figure in form.derivedFigures {
      write(
        figure.id, figure.label, unit: figure.unit,
        formula: figure.cells.map { form.cells[$0].id }.joined(separator: " + "))
    }
    for share in DerivedShare.all where share.applies(to: form) {
      write(share.id, share.label, unit: "%", formula: share.formula)
    }
  }

  package static func type(of kind: DataColumn.Kind) -> String {
    switch kind {
    case .text: "text"
    case .code, .choice: "code"
    case .integer: "integer"
    case .decimal: "decimal"
    case .date: "date"
    case .address: "url"
    }
  }

  private func write(_ form: Form, _ json: inout JSONWriter) {
    json.object { json in
      json.field("id", form.id)
      json.field("title", form.title, in: strings)
      if let basis = form.basis { json.field("basis", basis, in: strings) }
      json.key("first_year")
      if let year = form.years.from { json.value(year) } else { json.null() }
      json.key("last_year")
      if let year = form.years.to { json.value(year) } else { json.null() }
      json.key("cells")
      json.beginArray()
      for (index, cell) in form.cells.enumerated() {
        let table = form.tables[cell.table]
        json.object { json in
          json.field("id", cell.id)
          json.field("table", table.id)
          let (row, column) = (form.label(ofRow: index), form.label(ofColumn: index))
          json.field("row", row.id)
          json.field("column", column.id)
          json.field("row_label", row.label, in: strings)
          json.field("column_label", column.label, in: strings)
          if let definition = row.definition { json.field("definition", definition, in: strings) }
          if let article = form.article(of: index) { json.field("article", article, in: strings) }
          json.field("kind", cell.kind.rawValue)
          json.field("unit", cell.unit)
        }
      }
      json.endArray()
    }
  }
}
