/// The parts of a Word file that are the same for each report.
enum WordParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  static let namespaces = "xmlns:w=\"\(main)\" xmlns:r=\"\(office)\""

  static func escaped(_ text: String) -> String {
    let allowed = text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" || $0 == "\n" }
    return HTMLFragment.escaped(String(String.UnicodeScalarView(allowed)))
  }

  static let contentTypes: String = {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let overrides = [
      ("word/document.xml", "\(word).document.main+xml"), ("word/styles.xml", "\(word).styles+xml"),
      ("word/numbering.xml", "\(word).numbering+xml"), ("word/footer1.xml", "\(word).footer+xml"),
      ("word/fontTable.xml", "\(word).fontTable+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
      ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
    ].map { "<Override PartName=\"/\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined()
    return """
      \(declaration)<Types xmlns="\(package)/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
      ContentType="application/xml"/>\(overrides)</Types>
      """
  }()

  private static func relationships(_ targets: [(type: String, target: String)]) -> String {
    let items = targets.enumerated().map { index, item in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(item.type)\" Target=\"\(item.target)\"/>"
    }
    return "\(declaration)<Relationships xmlns=\"\(package)/relationships\">\(items.joined())</Relationships>"
  }

  static let relations = relationships([
    ("\(office)/officeDocument", "word/document.xml"),
    ("\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
    ("\(office)/custom-properties", "docProps/custom.xml"),
  ])

  static let documentRelations = relationships([
    ("\(office)/styles", "styles.xml"), ("\(office)/numbering", "numbering.xml"), ("\(office)/footer", "footer1.xml"),
    ("\(office)/fontTable", "fontTable.xml"),
  ])

  // MARK: Styles

  private static func style(
    _ id: String, _ name: String, _ paragraph: String, _ font: String, _ size: Int, bold: Bool = false
  )
    -> String
  {
    """
    <w:style w:type="paragraph" w:styleId="\(id)"><w:name w:val="\(name)"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>\
    <w:pPr>\(paragraph)</w:pPr><w:rPr><w:rFonts w:eastAsia="\(font)"/>\(bold ? "<w:b/>" : "")<w:sz w:val="\(size)"/></w:rPr></w:style>
    """
  }

  private static let exact = "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/>"
  private static let indented = "\(exact)<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"

  static let styles = """
    \(declaration)<w:styles \(namespaces)><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" \
    w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>\
    </w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>\
    <w:pPr>\(indented)<w:jc w:val="both"/></w:pPr></w:style>\
    \(style("Title", "Title", "<w:spacing w:after=\"560\" w:line=\"600\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/>", "方正小标宋简体", 44))\
    \(style("Heading1", "heading 1", "<w:keepNext/>\(indented)<w:outlineLvl w:val=\"0\"/>", "黑体", 32))\
    \(style("Heading2", "heading 2", "<w:keepNext/>\(indented)<w:outlineLvl w:val=\"1\"/>", "楷体_GB2312", 32))\
    \(style("List", "List", exact, "仿宋_GB2312", 32))\
    \(style("Caption", "caption", "<w:keepNext/>\(exact)<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/><w:jc w:val=\"center\"/>", "黑体", 24))\
    \(style("TableText", "Table Text", "<w:spacing w:line=\"280\" w:lineRule=\"atLeast\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>", "仿宋_GB2312", 21))\
    <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>\
    \(["top", "left", "bottom", "right", "insideH", "insideV"].map { "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>" }.joined())\
    </w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>\
    </w:style></w:styles>
    """

  /// Where a font is missing, that which looks most like it takes its place.
  static let fonts: String = {
    let replacements = [("方正小标宋简体", "宋体"), ("仿宋_GB2312", "仿宋"), ("楷体_GB2312", "楷体"), ("黑体", "SimHei")]
    let items = replacements.map { "<w:font w:name=\"\($0.0)\"><w:altName w:val=\"\($0.1)\"/></w:font>" }
    return "\(declaration)<w:fonts \(namespaces)>\(items.joined())</w:fonts>"
  }()

  // MARK: Lists

  /// One list of bullets, and an ordered one for each first number.
  static func numbering(starts: [Int]) -> String {
    func level(_ index: Int, _ format: String, _ text: String, start: Int) -> String {
      """
      <w:lvl w:ilvl="\(index)"><w:start w:val="\(start)"/><w:numFmt w:val="\(format)"/><w:lvlText w:val="\(text)"/>\
      <w:pPr><w:ind w:left="\(640 + 420 * index)" w:hanging="420"/></w:pPr></w:lvl>
      """
    }
    var abstract =
      "<w:abstractNum w:abstractNumId=\"0\">\((0..<9).map { level($0, "bullet", "•", start: 1) }.joined())</w:abstractNum>"
    var numbers = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    for (index, start) in starts.enumerated() {
      let levels = (0..<9).map { level($0, "decimal", "%\($0 + 1).", start: start) }.joined()
      abstract += "<w:abstractNum w:abstractNumId=\"\(index + 1)\">\(levels)</w:abstractNum>"
      numbers += "<w:num w:numId=\"\(index + 2)\"><w:abstractNumId w:val=\"\(index + 1)\"/></w:num>"
    }
    return "\(declaration)<w:numbering \(namespaces)>\(abstract)\(numbers)</w:numbering>"
  }

  /// `— 1 —`, as official documents have it.
  static let footer = """
    \(declaration)<w:ftr \(namespaces)><w:p><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>\
    <w:r><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r>\
    <w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple>\
    <w:r><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
    """

  // MARK: Properties

  static func core(title: String, author: String) -> String {
    """
    \(declaration)<cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(escaped(title))</dc:title><dc:creator>\(escaped(author))</dc:creator>\
    </cp:coreProperties>
    """
  }

  /// What the source of the report says besides its text, for importing it again.
  static func custom(frontMatter: String) -> String {
    """
    \(declaration)<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
    xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property \
    fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="gongkai-front-matter"><vt:lpwstr>\(escaped(frontMatter))\
    </vt:lpwstr></property></Properties>
    """
  }
}
