import ExampleReports
import MarkedSources

@testable import Reports

extension FindingExample {
  static let binding = [
    FindingExample(
      "an id of a free table that is taken",
      ExampleReport().section(
        "五、存在的主要问题及改进情况",
        becomes: """
          公开的及时性有待提高。

          表：甲 {#a}

          | 网站 | 条数 |
          |---|---:|
          | 门户 | 1 |

          ⟦表：乙 {#a}⟧

          | 网站 | 条数 |
          |---|---:|
          | 门户 | 1 |
          """
      ).marked(),
      .finds(
        BindingFindings.tableID, "表的标识 a 用了不止一次，这张表的数据文件改用 a-2",
        en: "the id a is taken by a table above; the files of this one are named a-2")),
    FindingExample(
      "a section without its table",
      ExampleReport().section("四、政府信息公开行政复议、行政诉讼情况", becomes: "（无）").line(
        startingWith: "## 四、", becomes: "⟦## 四、政府信息公开行政复议、行政诉讼情况⟧"
      ).marked(),
      .finds(
        BindingFindings.missingTable, "缺少“政府信息公开行政复议、行政诉讼情况”表",
        en: "the table “Administrative reconsideration and litigation” is missing")),
    FindingExample(
      "a row left out is said at the row before it",
      ExampleReport().without(lineStartingWith: "| （一）予以公开").line(
        startingWith: "| 二、上年结转", becomes: "⟦| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |⟧"
      ).marked(),
      .finds(BindingFindings.missing, "缺少“（一）予以公开”一行", en: "the row “(1) Granted” is missing")),
    FindingExample(
      "a column left out is said once",
      ExampleReport().section(
        "四、政府信息公开行政复议、行政诉讼情况",
        becomes: """
          | 项目 | 结果维持 | 结果纠正 | 其他结果 | 总计 |
          |---|---:|---:|---:|---:|
          ⟦| 行政复议 | 0 | 0 | 0 | 0 |⟧
          | 未经复议直接起诉 | 0 | 0 | 0 | 0 |
          | 复议后起诉 | 0 | 0 | 0 | 0 |
          """
      ).marked(),
      .finds(BindingFindings.missing, "3 行缺少：尚未审结", en: "3 rows lack: Pending")),
    FindingExample(
      "a row twice: the second is told, cell by cell",
      ExampleReport().row("行政处罚", "⟪3⟫ |\n| 行政处罚 | ⟦4⟧").marked(),
      .finds(BindingFindings.doubled, "“行政处罚·本年处理决定数量”填了两次")),
    FindingExample(
      "a row twice says nothing where the second is blank",
      ExampleReport().row("行政处罚", "3 |\n| 行政处罚 |").marked()),
    FindingExample(
      "a row of one's own",
      ExampleReport().row("行政规范性文件", "0 | 0 | 0 |\n| ⟦其他主动公开文件⟧ | 3 | 0 | 3").marked(),
      .finds(
        BindingFindings.unknownRow, "表单没有“其他主动公开文件”这一行", en: "the form has no row “其他主动公开文件”")),
    FindingExample(
      "a slip in a label names the row that was meant",
      ExampleReport().line(startingWith: "| （一）予以公开", becomes: "| ⟦（一）予于公开⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |").marked(),
      .finds(
        BindingFindings.reworded, "“（一）予于公开”按“（一）予以公开”计", en: "“（一）予于公开” is taken as “(1) Granted”",
        help: "请改为“（一）予以公开”")),
    FindingExample(
      "a row that lacks a cell",
      ExampleReport().line(startingWith: "| （一）予以公开", becomes: "⟦| （一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 |⟧").marked(),
      .finds(
        BindingFindings.short, "“（一）予以公开”这一行应有 7 个数，只有 6 个，请找出漏掉的一格",
        en: "the row “(1) Granted” has 6 numbers in place of 7; find the cell that was left out")),
    FindingExample(
      "a table without its delimiter row",
      ExampleReport().section(
        "四、政府信息公开行政复议、行政诉讼情况",
        becomes: """
          ⟦| 项目 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |⟧
          | 行政复议 | 0 | 0 | 0 | 0 | 0 |
          | 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
          | 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
          """
      ).marked(),
      .finds(BindingFindings.brokenTable)),
    FindingExample(
      "a blank line in a table",
      ExampleReport().line(startingWith: "| 复议后起诉", becomes: "\n⟦| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |⟧").marked(),
      .finds(BindingFindings.brokenTable)),
    FindingExample(
      "a table twice",
      ExampleReport().line(startingWith: "| 行政处罚", becomes: "| 行政处罚 | 0 |").line(
        startingWith: "| 行政强制",
        becomes: """
          | 行政强制 | 0 |

          ⟦| 信息内容 | 本年处理决定数量 |⟧
          |---|---:|
          | 行政处罚 | 0 |
          | 行政强制 | 0 |
          """
      ).marked(),
      .finds(BindingFindings.doubledTable)),
    FindingExample(
      "a row without a label",
      ExampleReport().line(startingWith: "| 行政强制", becomes: "| 行政强制 | 0 |\n⟦|  | 5 |⟧").marked(),
      .finds(BindingFindings.unknownRow, "这一行没有名称", en: "this row has no label")),
    FindingExample(
      "a note without a blank line before it becomes a row of the table",
      ExampleReport().line(startingWith: "| 复议后起诉", becomes: "| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |\n⟦注：含上年度结转⟧").marked(),
      .finds(BindingFindings.unknownRow, help: "表格后的说明前请空一行")),
    FindingExample(
      "a column of one's own",
      ExampleReport().section(
        "四、政府信息公开行政复议、行政诉讼情况",
        becomes: """
          | 项目 | 结果维持 | 结果纠正 | 其他结果 | ⟦撤诉⟧ | 尚未审结 | 总计 |
          |---|---:|---:|---:|---:|---:|---:|
          | 行政复议 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 | 0 |
          | 复议后起诉 | 0 | 0 | 0 | 0 | 0 | 0 |
          """
      ).marked(),
      .finds(BindingFindings.unknownColumn, "表单没有“撤诉”这一列", en: "the form has no column “撤诉”")),
    FindingExample(
      "a slip in a column names the one that was meant",
      ExampleReport().line(
        startingWith: "| 信息内容 | 本年制发",
        becomes: "| 信息内容 | 本年制发件数 | ⟦本年废除件数⟧ | 现行有效件数 |"
      ).marked(),
      .finds(BindingFindings.reworded, "“本年废除件数”按“本年废止件数”计", help: "请改为“本年废止件数”")),
    FindingExample(
      "a column of another kind in place of one of the form",
      ExampleReport().line(
        startingWith: "| 信息内容 | 本年制发",
        becomes: "| 信息内容 | 本年制发件数 | ⟦备注⟧ | 现行有效件数 |"
      ).marked(),
      .finds(BindingFindings.unknownColumn, "表单没有“备注”这一列")),
    FindingExample(
      "a value in a column that the row does not have",
      ExampleReport().section(
        "二、主动公开政府信息情况",
        becomes: """
          | 项目 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 本年处理决定数量 | 本年收费金额（单位：万元） |
          |---|---:|---:|---:|---:|---:|
          | 规章 | 0 | 0 | 0 | ⟦7⟧ | |
          | 行政规范性文件 | 0 | 0 | 0 | | |
          | 行政许可 | | | | 0 | |
          | 行政处罚 | | | | 0 | |
          | 行政强制 | | | | 0 | |
          | 行政事业性收费 | | | | — | 0 |
          """
      ).marked(),
      .finds(BindingFindings.unknownColumn, "“规章”没有这一列", en: "the row “Rules” has no such column")),
    FindingExample(
      "more cells than headings",
      ExampleReport().row("行政许可", "0 | ⟦7 | 8⟧").marked(),
      .finds(BindingFindings.surplus)),
    FindingExample(
      "a form that there is not",
      ExampleReport().line(startingWith: "year:", becomes: "year: 2023\nform: ⟦cn-2012⟧").marked(),
      .finds(BindingFindings.unknownForm, "没有表单 cn-2012", en: "there is no form cn-2012", help: "是否指 cn-2014？")),
  ]

  static let groups = [
    FindingExample(
      "numbers in a group row",
      ExampleReport().row("（三）不予公开", "⟦3 | 0 | 0 | 0 | 0 | 0 | 3⟧").marked(),
      .finds(
        BindingFindings.groupValue, "“（三）不予公开”是分组行，不填数字",
        en: "“(3) Denied” is a group; it holds no numbers", help: "请删去这一行的数字")),
    FindingExample(
      "a group row of dashes holds nothing",
      ExampleReport().row("（三）不予公开", "— | — | / | / | 无 | - | —").marked()),
    FindingExample(
      "an unknown row in a group",
      ExampleReport().row("8.属于行政查询事项", "0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| ⟦9.属于其他情形⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0")
        .marked(),
      .finds(BindingFindings.unknownRow, "表单没有“9.属于其他情形”这一行")),
  ]
}
