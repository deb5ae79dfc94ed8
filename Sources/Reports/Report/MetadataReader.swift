package import Diagnostics
package import Markup

extension ReportMetadata {
  /// Reads the front matter of a report. Errors become findings, and everything else is still read.
  package init(_ value: YAMLValue, in source: SourceFile, findings: inout [Finding]) {
    self.init()
    if value.entries?.isEmpty == true {
      findings.append(
        Finding(MetadataFindings.missing, at: source.range(ofLine: 1), MetadataFindings.missing.title))
      return
    }
    var fields = Fields(value, in: source)
    readRequired(&fields)
    readOptional(&fields)
    readLists(&fields)
    if status == .withdrawn, withdrawn == nil { _ = fields.required("withdrawn") }
    findings += fields.finish()
  }

  private mutating func readRequired(_ fields: inout Fields) {
    if let value = fields.required("title") {
      titleSpan = value.span
      title = fields.text(of: value) ?? ""
    }
    if let value = fields.required("agency") {
      agencySpan = value.span
      agency = fields.text(of: value) ?? ""
    }
    if let value = fields.required("year") {
      yearSpan = value.span
      let year = (value.integer ?? value.text.flatMap { Int($0) }).flatMap {
        CalendarDate.years.contains($0) ? $0 : nil
      }
      self.year = fields.typed(value, year, LocalizedText("年份，如 2023", en: "a year such as 2023")) ?? 0
    }
    status = fields.choice("status", Status.self) ?? .published
    // A draft may still be a blank form.
    published = status == .draft ? fields.date("published") : fields.requiredDate("published")
  }

  private mutating func readOptional(_ fields: inout Fields) {
    for key in MetadataKey.all { texts[key.name] = fields.text(key.name) }
    contact = fields.optional("contact").map { fields.mapping($0) { Contact(&$0) } }
    if let value = fields.optional("form") {
      formSpan = value.span
      form = fields.text(of: value)
    }
    if let value = fields.optional("period") {
      periodSpan = value.span
      statedPeriod = fields.mapping(value) { fields in
        let (from, to) = (fields.requiredDate("from"), fields.requiredDate("to"))
        guard let from, let to else { return nil }
        return Period(from: from, to: to)
      }
    }
    scope = fields.choice("scope", Scope.self) ?? .own
    language = fields.text("language") ?? language
    modified = fields.date("modified")
    firstPublished = fields.date("first_published")
    sourceURL = fields.webAddress("source_url")
    publishOn = fields.date("publish_on")
    original = fields.optional("original").flatMap { value in
      fields.mapping(value) { fields in
        let (file, sha256) = (fields.requiredText("file"), fields.requiredText("sha256"))
        guard let file, let sha256 else { return nil }
        return Original(file: file, sha256: sha256)
      }
    }
    withdrawn = fields.optional("withdrawn").flatMap { value in
      fields.mapping(value) { fields in
        let reason = fields.requiredText("reason") ?? ""
        return fields.requiredDate("date").map { Withdrawal(date: $0, reason: reason) }
      }
    }
  }

  private mutating func readLists(_ fields: inout Fields) {
    covers = fields.texts("covers")
    joint = fields.texts("joint")
    attachments = fields.items("attachments").compactMap { value in
      fields.mapping(value) { fields in
        let (file, title) = (fields.requiredText("file"), fields.text("title"))
        return file.map { Attachment(file: $0, title: title ?? $0, span: value.span) }
      }
    }
    accepted = fields.items("accepted").compactMap { value in
      fields.mapping(value) { fields in
        let (finding, reason) = (fields.requiredText("finding"), fields.requiredText("reason"))
        let rest = (cell: fields.text("cell"), by: fields.text("by"), date: fields.date("date"))
        guard let finding, let reason else { return nil }
        return Acceptance(
          finding: finding, cell: rest.cell, reason: reason, by: rest.by, date: rest.date, span: value.span)
      }
    }
    corrections = fields.items("corrections").compactMap { value in
      fields.mapping(value) { fields in
        let (date, reason) = (fields.requiredDate("date"), fields.requiredText("reason"))
        let place = (cell: fields.text("cell"), section: fields.text("section"))
        let change = (from: fields.scalar("from"), to: fields.scalar("to"))
        guard let date, let reason else { return nil }
        return Correction(
          date: date, cell: place.cell, section: place.section, from: change.from, to: change.to, reason: reason,
          span: value.span)
      }
    }
  }
}

extension Fields {
  /// A scalar of any type as written: an old figure may be a number, a text, or blank.
  fileprivate mutating func scalar(_ key: String) -> String? {
    optional(key).flatMap { text(of: $0) }
  }
}
