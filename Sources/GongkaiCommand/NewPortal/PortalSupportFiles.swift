/// Files of a new portal besides its content: what is not kept under version control, how editors save files, what a CI
/// server does, and what the office has to know.
struct PortalSupportFiles {
  let portal: NewPortal

  var all: [(path: String, text: String)] {
    [
      (".gitignore", "/Output/\n/.Output.gongkai-*\n"), (".editorconfig", Self.editorSettings),
      (".github/workflows/portal.yml", workflow), ("README.md", readme),
    ]
  }

  private static let editorSettings = """
    root = true

    [*]
    charset = utf-8
    end_of_line = lf
    insert_final_newline = true

    [*.{md,yaml}]
    indent_style = space
    indent_size = 2

    """

  /// Checks every change, and publishes the main branch from a machine of the office on which gongkai is installed.
  private var workflow: String {
    """
    # \(portal.said("每次改动都检查；主分支通过检查后发布。运行器上要装有 gongkai。", "Checks each change and publishes the main branch, on a runner with gongkai installed."))
    name: portal
    on: [push, pull_request]
    jobs:
      check:
        runs-on: self-hosted
        steps:
          - uses: actions/checkout@v4
          - run: gongkai check --format github
      publish:
        if: github.ref == 'refs/heads/main'
        needs: check
        runs-on: self-hosted
        steps:
          - uses: actions/checkout@v4
          - run: gongkai build --output "${PORTAL_OUTPUT:?\(portal.said("请在运行器上设定网站的文件夹", "set the folder of the site on the runner"))}"

    """
  }

  private var readme: String {
    portal.said(
      """
      # \(portal.name)

      各机关的政府信息公开工作年度报告，用 gongkai 检查并发布。

      | 做什么 | 命令 |
      |---|---|
      | 登记一个机关 | `gongkai new agency 标识 --name 名称 --region \(portal.region.id)` |
      | 写一份空白年报 | `gongkai new report 标识 \(portal.year)` |
      | 导入已有的年报（Word、Excel、网页、PDF） | `gongkai import 文件` |
      | 检查 | `gongkai check` |
      | 机械改正写法 | `gongkai fix --write` |
      | 发布到 Output | `gongkai build` |

      - `Content/reports/年度/机关标识.md`：一份年报一个文件。没有发生的填 0，不要留空。
      - 写完后删去文首的 `status: draft`，写上 `published: 日期`，再检查、发布。
      - `Content/site.yaml`：门户名称、网址、主办单位；`Content/regions.yaml`：地区；`Content/agencies/`：机关。

      """,
      """
      # \(portal.name)

      The annual reports on information disclosure of our offices, checked and published with gongkai.

      | to do | command |
      |---|---|
      | register an agency | `gongkai new agency ID --name NAME --region \(portal.region.id)` |
      | write a blank report | `gongkai new report ID \(portal.year)` |
      | import a report (Word, Excel, web page, PDF) | `gongkai import FILE` |
      | check | `gongkai check` |
      | correct mechanical mistakes | `gongkai fix --write` |
      | publish to Output | `gongkai build` |

      - `Content/reports/YEAR/ID.md`: one file for each report. Write 0 for what did not happen; leave no cell blank.
      - When a report is finished, remove `status: draft`, add `published: DAY`, check and publish.
      - `Content/site.yaml`: name, URL and publisher of the portal; `Content/regions.yaml`: regions; `Content/agencies/`: agencies.

      """)
  }
}
