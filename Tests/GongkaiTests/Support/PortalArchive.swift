/// The files of a portal in one text, each starting with a line `-- path --`.
///
/// A line `@form` stands for the six sections of a valid report in which everything is 0, and `@form 3` for those of a
/// report with three requests from natural persons, all of them granted.
struct PortalArchive {
  private(set) var files: [(path: String, text: String)] = []

  init(_ archive: String) {
    let text = archive.hasSuffix("\n") ? archive.dropLast() : archive[...]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += "\(Self.expanded(line))\n"
      }
    }
  }

  private static func expanded(_ line: Substring) -> String {
    guard line.hasPrefix("@form") else { return String(line) }
    return sections(requests: Int(line.dropFirst("@form ".count)) ?? 0)
  }

  /// The site, regions and three agencies that most tests start with.
  static let registry = """
    -- Content/site.yaml --
    name: 云溪区政府信息公开年报
    base_url: https://www.example.gov.cn/nb/
    languages: [zh-Hans, en]
    government_site: {name: 云溪区人民政府, code: "5301990001", column: {description: 年报, keywords: [年报]}}
    -- Content/regions.yaml --
    - {code: "530100", name: 昆明市}
    - {code: "530199", name: 云溪区, parent: "530100"}
    -- Content/agencies/liulin.md --
    ---
    name: 云溪区柳林街道办事处
    region: "530199"
    kind: dispatched
    ---
    -- Content/agencies/caizheng.md --
    ---
    name: 云溪区财政局
    region: "530199"
    kind: department
    ---
    -- Content/agencies/yunxi.md --
    ---
    name: 云溪区人民政府
    region: "530199"
    kind: government
    ---

    """

  /// A report as a file of an archive, with additional lines of front matter.
  static func report(_ agency: String, _ year: Int, requests: Int = 0, _ frontMatter: String = "") -> String {
    """
    -- Content/reports/\(year)/\(agency).md --
    ---
    title: \(agency)单位\(year)年政府信息公开工作年度报告
    agency: \(agency)
    year: \(year)
    published: \(year + 1)-01-30
    \(frontMatter.isEmpty ? "" : frontMatter + "\n")---
    @form \(requests)

    """
  }

  static func sections(requests: Int) -> String {
    func row(_ label: String, _ person: Int = 0) -> String {
      "| \(label) | \(person) | 0 | 0 | 0 | 0 | 0 | \(person) |\n"
    }
    let refused = [
      "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息",
      "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
      "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
      "5.要求行政机关确认或重新出具已获取信息", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他",
    ]
    return """
      ## 一、总体情况

      本年按规定公开了政府信息。开展了工作考核和社会评议，没有需要追究责任的情形。统计期限为1月1日至12月31日。

      ## 二、主动公开政府信息情况

      | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
      |---|---:|---:|---:|
      | 规章 | 0 | 0 | 0 |
      | 行政规范性文件 | 0 | 0 | 0 |

      | 信息内容 | 本年处理决定数量 |
      |---|---:|
      | 行政许可 | 0 |

      | 信息内容 | 本年处理决定数量 |
      |---|---:|
      | 行政处罚 | 0 |
      | 行政强制 | 0 |

      | 信息内容 | 本年收费金额（单位：万元） |
      |---|---:|
      | 行政事业性收费 | 0 |

      ## 三、收到和处理政府信息公开申请情况

      | 项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
      |---|---:|---:|---:|---:|---:|---:|---:|
      \(row("一、本年新收政府信息公开申请数量", requests))\(row("二、上年结转政府信息公开申请数量"))\(row("（一）予以公开", requests))\
      \(row("（二）部分公开"))\(refused.map { row($0) }.joined())\(row("（七）总计", requests))\(row("四、结转下年度继续办理"))
      ## 四、政府信息公开行政复议、行政诉讼情况

      | 项目 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
      |---|---:|---:|---:|---:|---:|
      | 行政复议 | 0 | 0 | 0 | 0 | 0 |
      | 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
      | 复议后起诉 | 0 | 0 | 0 | 0 | 0 |

      ## 五、存在的主要问题及改进情况

      公开的及时性有待提高。

      ## 六、其他需要报告的事项

      本年未收取信息处理费。

      """
  }
}
