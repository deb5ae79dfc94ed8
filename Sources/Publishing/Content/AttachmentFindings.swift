internal import Diagnostics

enum AttachmentFindings {
  static let all: [FindingKind] = [unlisted, type, content]

  static let unlisted = FindingKind(
    "file-unlisted", .warning,
    title: LocalizedText("文件夹里的文件没有列出", en: "A file in a report's folder that nothing names"),
    explanation: LocalizedText(
      "与年报同名的文件夹里，只有正文链接或显示的文件和 attachments 列出的文件才会发布。其他文件不发布。",
      en:
        "Of the files in the folder of a report's name only those are published that its text links or shows, or that attachments lists. All others stay where they are."
    ),
    example: "reports/2023/liulin/caogao.docx")

  static let type = FindingKind(
    "attachment-type", .error, concession: .none,
    title: LocalizedText("不能发布的文件类型", en: "A type of files that is not published"),
    explanation: LocalizedText(
      "附件和图片只能是不会在浏览器或服务器上运行的文件：pdf、ofd、doc、docx、wps、xls、xlsx、et、csv、txt、zip、png、jpg、jpeg、webp。svg 只能作为正文中的图片，不能作为附件或链接。文件名中间也不能有程序的扩展名，如 x.php.pdf。site.yaml 的 attachments: {types: [mp4]} 可以增加类型，但网页、脚本一类的除外。",
      en:
        "Attachments and pictures are files that neither browsers nor servers run: pdf, ofd, doc, docx, wps, xls, xlsx, et, csv, txt, zip, png, jpg, jpeg, webp. SVG may be shown in the text as a picture, and neither be attached nor linked. A name has no ending of a program in its middle either, as in x.php.pdf. attachments: {types: [mp4]} in site.yaml adds types, but never pages or scripts."
    ),
    example: "attachments:\n  - {file: tujie.html, title: 图解}")

  static let content = FindingKind(
    "attachment-content", .error, concession: .none,
    title: LocalizedText("文件内容与类型不符", en: "A file is not what its name says"),
    explanation: LocalizedText(
      "文件开头的字节要与扩展名相符，文本不能像网页那样开头，作为图片的 SVG 不能含有脚本、链接、外部内容、DOCTYPE 和实体。否则浏览器可能把它当成别的东西来运行。请用原来的程序另存一次；Inkscape 可另存为“纯 SVG”。",
      en:
        "The first bytes of a file have to fit its ending, a text may not start as a page does, and an SVG picture may have no script, link, foreign content, DOCTYPE or entity: a browser might run it as something else. Save it once more with the program that made it; Inkscape can save “plain SVG”."
    ),
    example: "attachments:\n  - {file: baogao.pdf, title: 年度报告（盖章）}（baogao.pdf 其实是网页）")
}
