import MarkedSources
import Testing

@testable import Markup

@Suite("GitHub-flavoured Markdown")
struct MarkdownTests {
  @Test(arguments: [
    ("# 标题\n\n文字\n续行", "h1(标题)p(文字⏎续行)"), ("一  \n二\\\n三", "p(一↵二↵三)"), ("标题\n===\n\n次级\n---", "h1(标题)h2(次级)"),
    ("*重点*和**强调**、_重点_、__强调__、a_b_c", "p(em(重点)和strong(强调)、em(重点)、strong(强调)、a_b_c)"),
    ("***两者***", "p(em(strong(两者)))"),
    ("`代码 <b>`", "p(code(代码 <b>))"), ("```sh\ngongkai build\n```", "pre:sh(gongkai build)"),
    ("    code\n", "pre:(code)"),
    ("> 引用\n> > 再引", "quote(p(引用)quote(p(再引)))"), ("一\n\n---\n\n二", "p(一)hrp(二)"),
    ("&amp;&#x4E2D;&copy;\\*", "p(&中©*)"),
  ])
  func blocksAndEmphasis(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }

  @Test(arguments: [
    ("- 甲\n- 乙\n  - 丙", "ul(li(p(甲))li(p(乙)ul(li(p(丙)))))"), ("1. 甲\n2. 乙", "ol1(li(p(甲))li(p(乙)))"),
    ("3) 甲", "ol3(li(p(甲)))"),
    ("- 甲\n\n- 乙", "ul~(li(p(甲))li(p(乙)))"),
    ("- [ ] 待办\n- [x] 已办\n- [X] 已办\n- [y] 文字", "ul(li[ ](p(待办))li[x](p(已办))li[x](p(已办))li(p([y] 文字)))"),
    ("- [x]没有空格\n- 文 [x] 字", "ul(li(p([x]没有空格))li(p(文 [x] 字)))"), ("1. [ ] 有序", "ol1(li[ ](p(有序)))"),
    ("[ ] 段落", "p([ ] 段落)"),
    ("- | a |\n  |---|\n  | 1 |", "ul(li(table(a;1)))"), ("- # 标题", "ul(li(h1(标题)))"), ("-\n- 空", "ul(li()li(p(空)))"),
  ])
  func listsAndTasks(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }

  @Test(arguments: [
    ("[网站](https://www.example.gov.cn \"首页\")", "p(a:https://www.example.gov.cn “首页”(网站))"),
    ("![图解](liulin/a.png)", "p(img:liulin/a.png(图解))"),
    ("[甲][a]\n\n[a]: /b '丙'", "p(a:/b “丙”(甲))"), ("<https://a.cn/b>", "p(a:https://a.cn/b(https://a.cn/b))"),
    ("<a@b.cn>", "p(a:mailto:a@b.cn(a@b.cn))"),
    ("[a b](<c d>)", "p(a:c d(a b))"), ("[中文](路径/文件.pdf)", "p(a:路径/文件.pdf(中文))"), ("[未定义][x]", "p([未定义][x])"),
    ("[![图](a.png)](b.html)", "p(a:b.html(img:a.png(图)))"),
  ])
  func linksAndPictures(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }

  @Test(arguments: [
    ("~~废止~~", "p(del(废止))"), ("~废止~", "p(~废止~)"), ("文~~~三个~~~文", "p(文~~~三个~~~文)"),
    ("一~~二**三**四~~五", "p(一del(二strong(三)四)五)"),
    ("**一~~二~~三**", "p(strong(一del(二)三))"), ("~~一~二~~", "p(del(一~二))"), ("~~不成对", "p(~~不成对)"),
    ("~~ 空格 ~~", "p(~~ 空格 ~~)"),
    ("1~2件，3~4件", "p(1~2件，3~4件)"), ("`~~代码~~`", "p(code(~~代码~~))"),
    ("[~~链接~~](a)", "p(a:a(del(链接)))"), ("# ~~标题~~", "h1(del(标题))"), ("~~一~~~~二~~", "p(del(一~~~~二))"),
    ("|~~a~~|\n|-|\n|~~b~~ c|", "table(del(a);del(b) c)"),
    ("~~跨\n行~~", "p(del(跨⏎行))"), ("*~~一*二~~", "p(em(~~一)二~~)"),
  ])
  func strikethrough(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }

  @Test(arguments: [
    ("见https://www.example.gov.cn/a。请看", "p(见a:https://www.example.gov.cn/a(https://www.example.gov.cn/a)。请看)"),
    ("（http://a.cn）", "p(（a:http://a.cn(http://a.cn)）)"), ("网址www.a.cn，", "p(网址a:http://www.a.cn(www.a.cn)，)"),
    ("信箱a_b@c.gov.cn。", "p(信箱a:mailto:a_b@c.gov.cn(a_b@c.gov.cn)。)"),
    ("https://a.cn/(b)", "p(a:https://a.cn/(b)(https://a.cn/(b)))"),
    ("(https://a.cn/b)", "p((a:https://a.cn/b(https://a.cn/b)))"),
    ("https://a.cn/b.", "p(a:https://a.cn/b(https://a.cn/b).)"),
    ("https://a.cn/?a=1&b=2", "p(a:https://a.cn/?a=1&b=2(https://a.cn/?a=1&b=2))"),
    ("xhttps://a.cn", "p(xhttps://a.cn)"), ("https://", "p(https://)"),
    ("`https://a.cn`", "p(code(https://a.cn))"), ("[https://a.cn](b)", "p(a:b(https://a.cn))"), ("@用户", "p(@用户)"),
    ("a@b", "p(a@b)"),
    ("**https://a.cn**", "p(strong(a:https://a.cn(https://a.cn)))"),
    ("https://a.cn https://b.cn", "p(a:https://a.cn(https://a.cn) a:https://b.cn(https://b.cn))"),
    ("|网址|\n|-|\n|https://a.cn|", "table(网址;a:https://a.cn(https://a.cn))"), ("ftp://a.cn", "p(ftp://a.cn)"),
    ("javascript:alert(1)", "p(javascript:alert(1))"),
    ("https://a.cn/~~b~~ c", "p(a:https://a.cn/~~b(https://a.cn/~~b)~~ c)"),
    ("<b>https://a.cn</b>", "p(html(<b>)a:https://a.cn(https://a.cn)html(</b>))"),
  ])
  func bareAddresses(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }

  @Test(arguments: [
    ("甲[^1]，乙[^b]，又甲[^1]。\n\n[^b]: 二\n\n[^1]: 一", "p(甲ref1.1，乙ref2.1，又甲ref1.2。)note1×2(p(一))note2×1(p(二))"),
    ("没有[^x]。", "p(没有[^x]。)"), ("[^1]: 无人引用\n\n文", "p([^1]: 无人引用)p(文)"),
    ("甲[^1]\n\n[^1]: 一\n\n    二段", "p(甲ref1.1)note1×1(p(一)p(二段))"),
    ("|甲[^1]|\n|-|\n|乙|\n\n[^1]: 注", "table(甲ref1.1;乙)note1×1(p(注))"),
  ])
  func footnotes(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }

  @Test(arguments: [
    ("<div>\n文\n</div>", "html(<div>\n文\n</div>)"), ("甲<br>乙<BR/>丙", "p(甲↵乙↵丙)"),
    ("<script>alert(1)</script>", "html(<script>alert(1)</script>)"),
    ("<!-- 注释 -->", "html(<!-- 注释 -->)"), ("1 < 2 > 0", "p(1 < 2 > 0)"),
  ])
  func rawHTMLStaysApart(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }

  /// In CommonMark, asterisks between punctuation and a character of another kind are none.
  @Test(arguments: [
    ("**（一）公开。**2024年", "p(strong(（一）公开。)2024年)"), ("加强**“三审”**制度", "p(加强strong(“三审”)制度)"),
    ("**甲，**乙**丙。**丁", "p(strong(甲，)乙strong(丙。)丁)"), ("**(1)**平台", "p(strong((1))平台)"), ("**a.**b", "p(**a.**b)"),
    ("**甲：**\n乙", "p(strong(甲：)⏎乙)"), ("`**甲。**`乙", "p(code(**甲。**)乙)"), ("*《条例》*要求", "p(em(《条例》)要求)"),
    ("|**甲：**乙|\n|-|\n|**丙。**丁|", "table(strong(甲：)乙;strong(丙。)丁)"),
    ("**[甲](a)。**乙", "p(strong(a:a(甲)。)乙)"),
  ])
  func emphasisBesideChinesePunctuation(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }

  @Test(arguments: [
    ("2*3*4米", "p(2*3*4米)"), ("第3*项与第5*项", "p(第3*项与第5*项)"), ("１*２*３", "p(１*２*３)"), ("*3件*", "p(em(3件))"),
    ("`2*3*4`", "p(code(2*3*4))"), ("[2*3*4](a*b*c)", "p(a:a*b*c(2*3*4))"),
  ])
  func anAsteriskBehindADigitIsText(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }

  @Test(arguments: [
    ("[2021]: 附注", "p([2021]: 附注)"), ("见[2021]号\n\n[2021]: 附注", "p(见[2021]号)p([2021]: 附注)"),
    ("[甲]: a.pdf", "p([甲]: a.pdf)"), ("见[甲]\n\n[甲]: a.pdf", "p(见a:a.pdf(甲))"),
  ])
  func aTargetThatNothingLeadsToIsText(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }

  @Test(arguments: [
    ("    全年公开20条。", "p(全年公开20条。)"), ("\t甲\n\t乙", "p(甲⏎乙)"), ("- 甲\n\n    乙", "ul~(li(p(甲)p(乙)))"),
    ("```\n    甲\n```", "pre:(    甲)"), ("甲\n    乙", "p(甲⏎乙)"), ("    | 甲 |\n    |---|\n    | 1 |", "table(甲;1)"),
  ])
  func indentedChineseIsAParagraph(_ text: String, _ outline: String) throws {
    #expect(try Outline(text).description == outline)
  }
}
