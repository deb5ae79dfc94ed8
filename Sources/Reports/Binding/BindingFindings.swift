package import Diagnostics

/// Problems with binding the tables of a report to its form.
package enum BindingFindings {
  package static let all: [FindingKind] = [
    missingTable, brokenTable, missing, doubled, doubledTable, unknownRow, unknownColumn, reworded, groupValue, surplus,
    short, tableID, unknownForm, formYear,
  ]

  package static let missingTable = FindingKind(
    "table-missing", .error, concession: .acceptance,
    title: LocalizedText("缺少法定表格", en: "A statutory table is missing"),
    explanation: LocalizedText(
      "这一部分应有一张法定表格，但没有找到。表格必须是文字表格，不能是图片；表前有“表：”一行的表格是自由表格，不绑定到表单。",
      en:
        "This section owns a statutory table and none was found. It must be a table, not a picture; a table with a line `表：` before it is a free table and is not bound to the form."
    ),
    example: "## 四、政府信息公开行政复议、行政诉讼情况\n\n（无）")

  package static let missing = FindingKind(
    "cell-missing", .error, concession: .acceptance,
    title: LocalizedText("缺少单元格", en: "Cells are missing"),
    explanation: LocalizedText(
      "表单的每个单元格都要恰好填写一次。缺少的多半是漏掉的一行，或者写错名称的一行。",
      en:
        "Every cell of the form has to be filled in exactly once. What is missing is mostly a row that was left out, or one whose label is wrong."
    ),
    example: "| （一）予以公开 | …\n（没有“（二）部分公开”一行）")

  package static let doubled = FindingKind(
    "cell-doubled", .error, concession: .acceptance,
    title: LocalizedText("同一单元格填了两次", en: "A cell is filled in twice"),
    explanation: LocalizedText(
      "两行（或两列）的名称指的是表单的同一行（列），无法知道哪个数字是对的。",
      en:
        "Two rows or columns of the tables mean the same row or column of the form; which number is right cannot be known."
    ),
    example: "| 1.属于国家秘密 | 0 | …\n| 1.属于国家秘密 | 1 | …")

  package static let brokenTable = FindingKind(
    "table-broken", .error, concession: .none,
    title: LocalizedText("像是表格，但读不出来", en: "Text that looks like a table and is none"),
    explanation: LocalizedText(
      "表格由表头、分隔行（|---|---:|）和各行组成，每格之间用半角竖线“|”，中间不能有空行，表头和分隔行的格数要相同。从文字处理软件或网页粘贴来的表格往往用制表符、全角竖线或 HTML。这里的数字都没有读到。缺少分隔行、中间有空行、用制表符或全角竖线的，gongkai fix 可以改正。",
      en:
        "A table has a header, a delimiter row (|---|---:|) and rows, with | between the cells, no blank line inside, and as many cells in the header as in the delimiter row. Tables pasted from a word processor or a page often have tabs, pipes of full width or HTML. None of the numbers here was read. `gongkai fix` puts right a delimiter row that is missing, a blank line inside, tabs and pipes of full width."
    ),
    example: "| 项目 | 结果维持 | …\n| 行政复议 | 0 | …\n（没有 |---|---:| 一行）")

  package static let doubledTable = FindingKind(
    "table-doubled", .error, concession: .acceptance,
    title: LocalizedText("同一张表写了两次", en: "A table stands twice"),
    explanation: LocalizedText(
      "一张表的每一格前面都已经填过，多半是粘贴了两次。完全相同的，gongkai fix 会删去后一张。",
      en:
        "Every cell of a table was filled in by one above it; mostly it was pasted twice. `gongkai fix` removes the second when it is the same to the letter."
    ),
    example: "| 信息内容 | 本年处理决定数量 |\n|---|---:|\n| 行政许可 | 3 |\n（又一张同样的表）")

  package static let reworded = FindingKind(
    "label-wording", .warning,
    title: LocalizedText("名称与格式不同", en: "A label in other words"),
    explanation: LocalizedText(
      "行或列的名称与统一格式不同，按最相近的一个识别，数字照常发布。请核对是否就是它，并改用格式中的名称。",
      en:
        "A row or column has a label in other words than those of the form. It is taken for the one that is most like it, and its numbers are published. Check that it is the one, and use the label of the form."
    ),
    example: "| 3.危及三安全一稳定 | 0 | …")

  package static let short = FindingKind(
    "row-short", .error, concession: .none,
    title: LocalizedText("一行少了单元格", en: "A row lacks a cell"),
    explanation: LocalizedText(
      "这一行的数字比表单少，多半漏写了一格，后面的数字因此都错了位。漏的是哪一格无法知道，所以整行不读，gongkai fix 也不会补。",
      en:
        "The row has fewer numbers than the form: mostly a cell was left out, and all numbers behind it moved. Which one cannot be known, so that nothing of the row is read, and `gongkai fix` adds nothing."
    ),
    example: "| （一）予以公开 | 2 | 1 | 0 | 0 | 0 | 3 |")

  package static let unknownRow = FindingKind(
    "row-unknown", .error, concession: .acceptance,
    title: LocalizedText("表单没有的行", en: "A row that the form does not have"),
    explanation: LocalizedText(
      "这一行的名称在表单中找不到。名称中的空格、标点全半角、序号写法不同都没有关系。自己增加的内容请放进自由表格（表前加“表：标题”一行）。",
      en:
        "The label of this row is not in the form. Blanks, the width of punctuation and the style of numbering do not matter. Put content of your own into a free table, with a line `表：caption` before it."
    ),
    example: "| 其他主动公开文件 | 3 | 0 | 3 |")

  package static let unknownColumn = FindingKind(
    "column-unknown", .error, concession: .acceptance,
    title: LocalizedText("表单没有的列", en: "A column that the form does not have"),
    explanation: LocalizedText(
      "这一列的名称在表单中找不到，或者这一行没有这一列。",
      en: "The label of this column is not in the form, or this row has no such column."),
    example: "| 项目 | 自然人 | 外国企业 | …")

  package static let groupValue = FindingKind(
    "group-has-values", .error, concession: .acceptance,
    title: LocalizedText("分组行里有数字", en: "A group row holds numbers"),
    explanation: LocalizedText(
      "“三、本年度办理结果”“（三）不予公开”等是分组行，在统一格式中没有单元格，只填其下各行。",
      en:
        "Rows such as 三、本年度办理结果 and （三）不予公开 are groups without cells of their own; only the rows below them are filled in."
    ),
    example: "| （三）不予公开 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |")

  package static let surplus = FindingKind(
    "row-surplus", .error, concession: .acceptance,
    title: LocalizedText("一行的单元格多于表头", en: "A row has more cells than the header"),
    explanation: LocalizedText(
      "Markdown 表格会丢弃多出的单元格。多半是多写了一个 |，或少写了一列表头。",
      en: "Markdown drops the cells behind the last column. Mostly one | too many was written, or a heading is missing."
    ),
    example: "| 项目 | 总计 |\n|---|---:|\n| 行政复议 | 0 | 0 |")

  package static let tableID = FindingKind(
    "table-id", .warning,
    title: LocalizedText("自由表格的标识重复或过长", en: "The id of a free table is taken or too long"),
    explanation: LocalizedText(
      "自由表格的标识（表：标题 {#标识}）是其数据文件名的一部分，在一份年报中只能用一次，不超过 64 个字符。否则工具另取一个标识；改正之前，数据文件的地址会随表格的次序变动。",
      en:
        "The id of a free table (表：caption {#id}) is part of the names of its data files. It may be used once in a report and have 64 characters at most; otherwise another id is given, and the addresses of the files depend on the order of the tables until it is put right."
    ),
    example: "表：网站访问量 {#visits}\n…\n表：公众号阅读量 {#visits}")

  package static let unknownForm = FindingKind(
    "form-unknown", .error, concession: .none,
    title: LocalizedText("没有这个表单", en: "There is no such form"),
    explanation: LocalizedText(
      "form 写的是表单编号，例如 cn-2021。gongkai list forms 列出所有表单。",
      en: "`form` takes the id of a form such as cn-2021. `gongkai list forms` lists them all."),
    example: "form: cn-2012")

  package static let formYear = FindingKind(
    "form-year", .warning,
    title: LocalizedText("表单不是这一年的", en: "A form of another year"),
    explanation: LocalizedText(
      "表单按表格里的名称识别，与年份和正文引用的文件无关。2019、2020 年的年报用 cn-2019，2021 年起用 cn-2021。用错格式的年报仍按它所用的格式发布数据。",
      en:
        "A form is told by the labels of its tables, whatever the year and the circular that the text cites. Reports for 2019 and 2020 are written in cn-2019, those from 2021 on in cn-2021. One written in the wrong form is published by the form that it has."
    ),
    example: "year: 2022\n…\n| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |",
    source: LocalizedText(
      "国办公开办函〔2019〕60号、〔2021〕30号", en: "circulars [2019] No. 60 and [2021] No. 30"))
}
