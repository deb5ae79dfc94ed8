package import Diagnostics

package enum AcceptanceFindings {
  package static let all: [FindingKind] = [unused]

  package static let unused = FindingKind(
    "acceptance-unused", .warning,
    title: LocalizedText("认可的问题并不存在", en: "An acceptance of a finding that is not there"),
    explanation: LocalizedText(
      "文首信息的 accepted: 列出带着问题发布的理由：finding 是规则编号，cell 是单元格编号（可不写，不写则认可本年报的所有这类问题），还有 reason、by、date。认可的问题如果已经改正，请删去这一条；编号写错的，请改正。读不懂的来源、登记有误、危险链接等问题不能认可。",
      en:
        "accepted: in the front matter says why a report is published with a finding: finding is the id of the rule, cell that of the cell (left out, it stands for all findings of that rule in the report), then reason, by and date. Remove an entry when what it accepts was put right, and correct a misspelt id. Sources that cannot be understood, faults of the registry and dangerous links cannot be accepted."
    ),
    example: "accepted:\n  - {finding: requests-balance, cell: requests.new.total, reason: 原件如此}")
}
