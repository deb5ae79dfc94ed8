import Foundation
import Testing

/// The forms in the documentation are complete, and no line of the program knows them.
@Suite("Forms of other regimes, declared by a portal")
struct OwnFormPortalTests {
  private static let foia = """
    -- Content/reports/2024/rivers.md --
    ---
    title: Department of Rivers FOIA annual report 2024
    agency: rivers
    year: 2024
    published: 2025-02-14
    language: en
    ---

    This report covers fiscal year 2024.

    ## V.A. Received, Processed and Pending FOIA Requests

    | Agency / Component | Number of Requests Pending as of Start of Fiscal Year | Number of Requests Received in Fiscal Year | Number of Requests Processed in Fiscal Year | Number of Requests Pending as of End of Fiscal Year |
    |---|---:|---:|---:|---:|
    | OS | 3 | 20 | 21 | 2 |
    | Bureau of Dams | 7 | 41 | 38 | 10 |
    | AGENCY OVERALL | 10 | 61 | 59 | 12 |

    ## V.B.(1) Disposition of FOIA Requests

    | Component | Number of Full Grants | Number of Partial Grants/Partial Denials | Number of Full Denials Based on Exemptions | No Records | All Records Referred to Another Component or Agency | Request Withdrawn | Fee-Related Reason | Records not Reasonably Described | Improper FOIA Request for Other Reason | Not Agency Record | Duplicate Request | Other | Total |
    |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
    | Office of the Secretary | 8 | 6 | 2 | 3 | 0 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 21 |
    | Bureau of Dams | 12 | 11 | 4 | 6 | 2 | 1 | 0 | 1 | 0 | 0 | 1 | 0 | 38 |
    | Agency Overall | 20 | 17 | 6 | 9 | 2 | 2 | 0 | 1 | 0 | 1 | 1 | 0 | 59 |

    ## VI.A. Received, Processed and Pending Administrative Appeals

    | Component | Number of Appeals Pending as of Start of Fiscal Year | Number of Appeals Received in Fiscal Year | Number of Appeals Processed in Fiscal Year | Number of Appeals Pending as of End of Fiscal Year |
    |---|---:|---:|---:|---:|
    | Office of the Secretary | 0 | 0 | 0 | 0 |
    | Bureau of Dams | 1 | 4 | 4 | 1 |
    | Agency Overall | 1 | 4 | 4 | 1 |

    ## VI.B. Disposition of Administrative Appeals

    | Component | Number Affirmed on Appeal | Number Partially Affirmed & Partially Reversed/Remanded on Appeal | Number Completely Reversed/Remanded on Appeal | Number of Appeals Closed for Other Reasons | Total |
    |---|---:|---:|---:|---:|---:|
    | Office of the Secretary | 0 | 0 | 0 | 0 | 0 |
    | Bureau of Dams | 2 | 1 | 0 | 1 | 4 |
    | Agency Overall | 2 | 1 | 0 | 1 | 4 |

    ## VI.C.(4) Response Time for Administrative Appeals

    | Component | Median Number of Days | Average Number of Days | Lowest Number of Days | Highest Number of Days |
    |---|---:|---:|---:|---:|
    | Office of the Secretary | N/A | N/A | N/A | N/A |
    | Bureau of Dams | 18.5 | 21.25 | <1 | 44 |
    | Agency Overall | 18.5 | 21.25 | <1 | 44 |

    ## IX. FOIA Personnel and Costs

    | Component | Number of Full-Time FOIA Employees | Number of Equivalent Full-Time FOIA Employees | Total Number of Full-Time FOIA Staff | Processing Costs | Litigation-Related Costs | Total Costs |
    |---|---:|---:|---:|---:|---:|---:|
    | Office of the Secretary | 2 | 0.75 | 2.75 | $180250.40 | 0 | 180250.40 |
    | Bureau of Dams | 3 | 1.5 | 4.50 | 302100 | 18000.60 | 320100.60 |
    | Agency Overall | 5 | 2.25 | 7.25 | 482350.40 | 18000.60 | 500351 |

    ## X. Fees Collected for Processing Requests

    | Component | Total Amount of Fees Collected | Percentage of Total Costs |
    |---|---:|---:|
    | Office of the Secretary | 120 | 0.07% |
    | Bureau of Dams | 1310.50 | 0.41 |
    | Agency Overall | 1430.50 | 0.29% |

    ## XII.A. Backlogs of FOIA Requests and Administrative Appeals

    | Component | Number of Backlogged Requests as of End of Fiscal Year | Number of Backlogged Appeals as of End of Fiscal Year |
    |---|---:|---:|
    | Office of the Secretary | 0 | 0 |
    | Bureau of Dams | 3 | 0 |
    | Agency Overall | 3 | 0 |

    ## Further matters

    None.
    -- Content/agencies/rivers.md --
    ---
    name: Department of Rivers
    region: "530199"
    kind: department
    ---

    """

  private static let rti = """
    -- Content/reports/2023/rivers.md --
    ---
    title: Ministry of Rivers RTI annual return 2023
    agency: rivers
    year: 2023
    published: 2024-06-30
    language: en
    ---

    ## Progress of Applications and Appeals

    | Progress | Opening balance | Received including cases transferred in | Transferred to other public authorities | Rejected | Accepted |
    |---|---:|---:|---:|---:|---:|
    | Requests | 4 | 120 | 11 | 9 | 98 |
    | First appeals | 0 | 12 | 0 | 3 | 8 |

    ## Provisions Invoked While Rejecting

    | Section | Times |
    |---|---:|
    | Section 8(1)(a) | 1 |
    | Section 8(1)(b) | 0 |
    | Section 8(1)(c) | 0 |
    | Section 8(1)(d) | 2 |
    | Section 8(1)(e) | 1 |
    | Section 8(1)(f) | 0 |
    | Section 8(1)(g) | 0 |
    | Section 8(1)(h) | 0 |
    | Section 8(1)(i) | 0 |
    | Section 8(1)(j) | 4 |
    | Section 9 | 0 |
    | Section 11 | 2 |
    | Section 24 | 0 |
    | Others | 0 |

    ## Charges and Penalties

    | Item | Amount |
    |---|---:|
    | Registration fee collected | 1200 |
    | Additional fee and other charges collected | 3416.50 |
    | Penalties recovered | 0 |

    ## Officers Designated and Disciplinary Action

    | Item | Number |
    |---|---:|
    | CAPIOs designated | 4 |
    | CPIOs designated | 2 |
    | Appellate authorities designated | 1 |
    | Cases of disciplinary action | 0 |
    -- Content/agencies/rivers.md --
    ---
    name: Ministry of Rivers
    region: "530199"
    kind: department
    ---

    """

  private func portal(_ form: String, _ archive: String) throws -> TemporaryPortal {
    let portal = try TemporaryPortal(archive)
    try portal.expectFewReports()
    try portal.write("Content/forms/\(form).yaml", Repository().text("docs/forms/\(form).yaml"))
    return portal
  }

  @Test func aReportInAFormOfThePortalIsPublished() throws {
    let portal = try portal("foia", Self.foia)
    let check = try portal.run("check", "--strict", "--lang", "en")
    #expect(check.exitCode == 0)
    #expect(check.stdout.contains("1 reports: 0 errors, 0 warnings, "), "agencies without a report are hints")
    #expect(try portal.run("build").exitCode == 0)
    let json = try portal.json("reports/2024/rivers.json")
    #expect(json["form"].string == "foia")
    let tables = json["tables"]
    #expect(tables["requests"]["dams"]["received"].integer == 41)
    #expect(tables["staff"]["overall"]["equivalent"].description == "2.25")
    #expect(tables["requests"]["ferries"]["received"].isNull, "an office that the report leaves out")
    let page = try portal.text("Output/reports/2024/rivers.html")
    #expect(page.contains("Bureau of Dams") && !page.contains("Bureau of Ferries"))
    #expect(page.contains("&lt;1") && page.contains("N/A"))
  }

  @Test(arguments: [
    ("| Bureau of Dams | 7 | 41 |", "| Bureau of Dams | 7 | 42 |", "foia-balance", "requests.dams.start"),
    ("| OS | 3 | 20 | 21 | 2 |", "| OS | 3 | 20 | 20 | 3 |", "foia-processed", "requests.secretary.processed"),
    ("| 1 | 0 | 38 |", "| 1 | 1 | 38 |", "foia-total", "dispositions.dams.total"),
    ("| AGENCY OVERALL | 10 |", "| AGENCY OVERALL | 11 |", "foia-overall", "requests.overall.start"),
    ("| Bureau of Dams | 3 | 0 |", "| Bureau of Dams | 11 | 0 |", "foia-backlog", "backlog.dams.requests"),
    ("| Bureau of Dams | 18.5 |", "| Bureau of Dams | 45 |", "foia-days", "appeal_days.dams.median"),
    ("| N/A | N/A | N/A | N/A |", "| N/A | 3 | N/A | N/A |", "foia-no-appeals", "appeal_days.secretary.median"),
    ("| 120 | 0.07% |", "| 120 | 107% |", "foia-share", "fees.secretary.share"),
    ("| 0.75 | 2.75 |", "| -0.75 | 1.25 |", "cell-out-of-range", "staff.secretary.equivalent"),
  ])
  func aBrokenRuleOfTheFormIsFound(_ old: String, _ new: String, _ id: String, _ cell: String) throws {
    let portal = try portal("foia", Self.foia)
    try portal.replace(old, with: new, in: "Content/reports/2024/rivers.md")
    let findings = try JSON(text: portal.run("check", "--format", "json").stdout)["findings"].items
    #expect(findings.contains { $0["id"].string == id && $0["cell"].string == cell })
  }

  /// A form belongs to the operator, but its text is not markup.
  @Test(arguments: [false, true])
  func aUnitIsEscaped(_ hasColumn: Bool) throws {
    let portal = try portal("rti", Self.rti)
    let (unit, escaped) = ("R\"<img src=x onerror=alert(1)>", "R&quot;&lt;img src=x onerror=alert(1)&gt;")
    try portal.replace("unit: Rs", with: "unit: '\(unit)'", in: "Content/forms/rti.yaml")
    try portal.replace("Amount (Rs)", with: "Amount", in: "Content/forms/rti.yaml")
    if hasColumn {
      try portal.replace(
        "corner: Item\n        columns: [{id: amount",
        with: "corner: Item\n        unit_column: {label: Unit}\n        columns: [{id: amount",
        in: "Content/forms/rti.yaml")
    }
    let build = try portal.run("build")
    #expect(build.exitCode == 0, "\(build.stdout + build.stderr)")
    let files = try portal.files().filter {
      $0.key.hasSuffix(".html") || $0.key.hasSuffix(".svg") || $0.key.hasSuffix(".xml")
    }
    #expect(files.holding("<img src=x") == [])
    let page = try portal.text("Output/reports/2023/rivers.html")
    #expect(page.contains(hasColumn ? "<td class=\"unit\"" : "（单位：\(escaped)）") && page.contains(escaped))
  }

  /// The tables of the form, tables added by the author, and footnotes each number their ids.
  @Test func idsAreUniqueOnThePageOfAFormWithManyTables() throws {
    let portal = try portal("foia", Self.foia)
    try portal.replace(
      "None.",
      with: "See the note.[^1]\n\nOffices: {#offices}\n\n| Office | Staff |\n|---|---:|\n| Dams | 3 |\n\n[^1]: A note.",
      in: "Content/reports/2024/rivers.md")
    let run = try portal.run("build")
    #expect(run.exitCode == 0, "\(run.stdout)")
    let page = try portal.text("Output/reports/2024/rivers.html")
    let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(ids.count > 100 && page.contains("class=\"free\"") && page.contains("class=\"footnotes\""))
    let twice = Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted()
    #expect(twice.isEmpty)
  }

  @Test func explainKnowsTheRulesOfThePortal() throws {
    let portal = try portal("foia", Self.foia)
    #expect(try portal.run("explain", "foia-balance", "--lang", "en").stdout.contains("pending at the end"))
    #expect(try portal.run("explain").stdout.contains("foia-overall"))
    let elsewhere = try TemporaryPortal(hasRegistry: false)
    #expect(try elsewhere.run("explain", "foia-balance").exitCode == 2)
    #expect(try elsewhere.run("explain", "foia-balance", "-C", portal.folder.path).exitCode == 0)
  }

  @Test func theReturnOfIndiaIsCheckedByItsRules() throws {
    let portal = try portal("rti", Self.rti)
    let check = try portal.run("check", "--strict")
    #expect(check.exitCode == 0, "\(check.stdout)")
    #expect(try portal.run("build").exitCode == 0)
    #expect(
      try portal.json("reports/2023/rivers.json")["tables"]["charges"]["additional"]["amount"].description == "3416.5")
    try portal.replace("| 11 | 9 | 98 |", with: "| 11 | 29 | 98 |", in: "Content/reports/2023/rivers.md")
    let found = try portal.run("check", "--lang", "en").stdout
    #expect(found.contains("[rti-handled]") && found.contains("[rti-provisions]"))
  }

  @Test(arguments: ["foia", "rti"])
  func aBlankReportIsBound(_ form: String) throws {
    let portal = try portal(form, form == "foia" ? Self.foia : Self.rti)
    #expect(try portal.run("new", "report", "rivers", "2022", "--form", form).exitCode == 0)
    let report = try portal.text("Content/reports/2022/rivers.md")
    #expect(report.contains("## "))
    #expect(try portal.run("check").exitCode == 0)
  }
}

@Suite("A report without tables")
struct ReportWithoutTablesTests {
  @Test func isPublishedAndCountedAsSuch() throws {
    let portal = try TemporaryPortal(
      PortalArchive.report("caizheng", 2015, "form: none").replacingOccurrences(of: "@form", with: "")
        + """
        -- Content/reports/2015/liulin.md --
        ---
        title: 柳林镇2015年政府信息公开工作年度报告
        agency: liulin
        year: 2015
        published: 2016-03-01
        form: none
        attachments:
          - {file: report.pdf, title: 原件}
        ---

        ## 概述

        原件见附件。

        | 甲 | 乙 |
        |---|---|
        | 1 | 2 |
        -- Content/reports/2015/liulin/report.pdf --
        %PDF-1.4
        """)
    #expect(try portal.run("check", "--strict").exitCode == 0)
    #expect(try portal.run("build").exitCode == 0)
    let json = try portal.json("reports/2015/liulin.json")
    #expect(json["form"].string == "none")
    #expect(json["free_tables"].items.count == 1)
    let page = try portal.text("Output/reports/2015/liulin.html")
    #expect(page.contains("<h2") && page.contains("原件见附件。") && page.contains("report.pdf"))
    #expect(try portal.json("years/2015/index.json")["totals"]["without_tables"].integer == 2)
    #expect(try portal.text("Output/years/2015/index.html").contains("无统一表格的报告"))
  }
}
