import ExampleReports
import MarkedSources

@testable import Reports

extension FindingExample {
  static let prose = [
    FindingExample(
      "a paragraph that Markdown would take for code",
      ExampleReport().saying("    ⟦全年公开信息20条。⟧").marked(),
      .finds(
        IndentedText.kind, "段首空了四格以上，按段落发布", en: "this starts with four spaces and is published as a paragraph",
        help: "请去掉段首的空格")),
    FindingExample(
      "asterisks that were meant as signs of multiplication",
      ExampleReport().saying("⟦场地长*宽*高如下。⟧").marked(),
      .finds(
        EmphasisInWord.kind, "“宽”两边的星号是斜体记号，不会显示",
        en: "the asterisks around “宽” make it italic and are not shown")),
    FindingExample(
      "a line of dashes below a sentence",
      ExampleReport().saying("⟦依法公开信息，答复及时。⟧\n---").marked(), .finds(UnderlinedText.kind)),
    FindingExample(
      "a link that runs a script",
      ExampleReport().saying("⟦[点击](javascript:alert(1))⟧").marked(),
      .finds(
        UnsafeLink.kind, "不允许的链接：javascript:alert(1)", en: "this link is not allowed: javascript:alert(1)")),
    FindingExample(
      "embedded data, files of a machine, and schemes in disguise",
      ExampleReport().saying(
        """
        ⟦![图](data:image/png;base64,AAAA)⟧

        ⟦[文件](file:///etc/passwd)⟧

        ⟦[点击](&#x6A;avascript&colon;alert(1))⟧

        ⟦[点击](JavaScript:alert)⟧
        """
      ).marked(),
      .finds(UnsafeLink.kind), .finds(UnsafeLink.kind), .finds(UnsafeLink.kind), .finds(UnsafeLink.kind)),
    FindingExample(
      "in the line of a paragraph where it stands",
      ExampleReport().saying(
        """
        第一行。
        ⟦第二行[点击](javascript:a)。⟧
        第三行。
        ⟦**第四行<b>**。⟧

        > 引用的
        ⟦> 第二行![](a.png)⟧
        """
      ).marked(),
      .finds(UnsafeLink.kind), .finds(RawHTML.kind), .finds(PictureText.kind)),
    FindingExample(
      "links that are fine",
      ExampleReport().saying(
        "[网页](https://www.example.gov.cn/a:b)、[信](mailto:a@example.gov.cn)、[电话](tel:0871-00000000)、[附件](liulin/a.pdf)、[节](#a:b)"
      ).marked()),
    FindingExample(
      "HTML, said once a block",
      ExampleReport().saying("⟦<font color=red>重要</font>⟧\n\n⟦<div>⟧\n文字\n</div>").marked(),
      .finds(
        RawHTML.kind, "HTML 会原样显示为文字：<font color=red>", en: "this HTML is shown as text: <font color=red>"),
      .finds(RawHTML.kind, "HTML 会原样显示为文字：<div>")),
    FindingExample(
      "a picture without words",
      ExampleReport().saying("⟦![](liulin/tujie.png)⟧\n\n![图解](liulin/tujie.png)").marked(),
      .finds(PictureText.kind, "图片没有替代文字", en: "this picture has no alternative text")),
    FindingExample(
      "pictures and links in a cell of a free table",
      ExampleReport().saying("表：网站\n\n| 名称 | 网址 |\n|---|---|\n⟦| 甲 | [乙](javascript:a) |⟧").marked(),
      .finds(UnsafeLink.kind)),
  ]
}
