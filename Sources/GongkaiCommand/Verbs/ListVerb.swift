internal import ArgumentParser
internal import Bytes
internal import Diagnostics
internal import Languages
internal import Portal
internal import Publishing
internal import Reports

struct ListVerb: ParsableCommand {
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case reports, agencies, forms, routes
  }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .text("列出年报、机关、格式或网址。", en: "List reports, agencies, forms or URLs."),
    discussion: .examples([
      "gongkai list reports",
      "gongkai list agencies --json",
      "gongkai list routes -C /srv/nianbao",
    ]))

  @OptionGroup var portal: PortalOptions
  @OptionGroup var work: WorkOptions

  @Flag(help: .text("输出 JSON。", en: "Write JSON."))
  var json = false

  @Argument(help: "reports | agencies | forms | routes")
  var subject: Subject

  func run() throws {
    // The built-in forms need no portal.
    if subject == .forms, !portal.isNamed, !portal.isPortal {
      return write(formRows(FormLibrary.builtIn, portal.language(of: nil)))
    }
    let sources = try portal.sources(jobs: work.jobs)
    let rows: [Row]
    switch subject {
    case .reports:
      rows = PortalListing(sources: sources, date: work.day, jobs: work.jobs).reports.map { report in
        [
          ("path", portal.shownPath(report.path)), ("agency", report.agency), ("year", "\(report.year)"),
          ("status", report.isWithheld ? "withheld" : report.status.rawValue), ("errors", "\(report.errors)"),
          ("title", report.title),
        ]
      }
    case .agencies:
      rows = sources.registry.agencies.map {
        [("id", $0.id), ("region", $0.region), ("kind", $0.kind.rawValue), ("name", $0.name)]
      }
    case .forms: rows = formRows(sources.forms, portal.language(of: sources.site))
    case .routes:
      rows = PortalListing(sources: sources, date: work.day, jobs: work.jobs).routes.map { [("path", $0)] }
    }
    write(rows)
  }

  private typealias Row = [(key: String, value: String)]

  private func formRows(_ library: FormLibrary, _ language: MessageLanguage) -> [Row] {
    library.forms.map { form in
      [
        ("id", form.id), ("cells", "\(form.cells.count)"), ("from", form.years.from.map(String.init) ?? ""),
        ("to", form.years.to.map(String.init) ?? ""), ("title", form.title.message[language]),
      ]
    }
  }

  private func write(_ rows: [Row]) {
    if json { writeJSON(rows) } else { writeText(rows) }
  }

  private func writeText(_ rows: [Row]) {
    let rows = rows.map { $0.map { VisibleText.shown($0.value) } }
    let columns = rows.first?.count ?? 0
    // The last column has the longest texts and needs no padding.
    let widths = (0..<max(0, columns - 1)).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = row.enumerated().map { column, cell in
        column < widths.count
          ? cell + String(repeating: " ", count: widths[column] - cell.count) : cell
      }
      Terminal.standardOutput.write("\(cells.joined(separator: "  "))\n")
    }
  }

  private func writeJSON(_ rows: [Row]) {
    var json = JSONWriter()
    json.array { json in
      for row in rows {
        json.object { json in
          for (key, value) in row {
            json.key(key)
            let isNumber = ["year", "errors", "cells", "from", "to"].contains(key)
            if isNumber, let number = Int(value) { json.value(number) } else { json.value(value) }
          }
        }
      }
    }
    Terminal.standardOutput.write(TerminalText(json: json))
  }
}
