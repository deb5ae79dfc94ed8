/// A label in the form used for comparison: without blanks, character width, traditional forms and enumerator.
package struct Label: Sendable, Hashable {
  /// The remaining words.
  package private(set) var words = ""
  /// The number in front, without its punctuation: `三` in `（三）不予公开`, `1` in `1.属于国家秘密`.
  package var enumerator: String?
  /// Whether that number is in brackets.
  private(set) var isBracketed = false

  package init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      if let folded = Self.fold(scalar) { scalars.append(folded) }
    }
    let (number, end) = Self.enumerator(of: scalars)
    enumerator = number.map { Self.string($0[...]) }
    isBracketed = end > 0 && scalars[end - 1] == ")"
    words = Self.string(scalars[end...])
  }

  /// The label without the explanation in brackets at its end, as in `行政规范性文件（有文号的）`.
  package var withoutGuide: Label? {
    guard words.hasSuffix(")"), let open = words.firstIndex(of: "("), open > words.startIndex else { return nil }
    var label = self
    label.words = String(words[..<open])
    return label
  }

  /// The parts of a label that includes its group: `（三）不予公开 / 1.属于国家秘密`, `行政复议·结果维持`.
  package static func path(_ text: String) -> [String] {
    text.split { "/／:：·・|".contains($0) }
      .map { String($0) }
      .filter { $0.contains { !$0.isWhitespace } }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * scalars.count)
    for scalar in scalars {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The scalar used for comparison; `nil` for a blank.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: nil
    case 0xFF01...0xFF5E: fold(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    case 0x2F00..<0x2F00 + UInt32(radicals.count): radicals[Int(scalar.value - 0x2F00)]
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    case 0x4E00..<0xA000: simplified[Int(scalar.value - 0x4E00)]
    default:
      switch scalar {
      case "“", "”", "„", "‟", "「", "」", "『", "』", "'", "‘", "’": "\""
      case "〔", "【", "[", "〖": "("
      case "〕", "】", "]", "〗": ")"
      case "、", "､": ","
      default: scalar
      }
    }
  }

  /// The number at the start of folded scalars, and the index at which the words start.
  static func enumerator(of scalars: [Unicode.Scalar]) -> (number: [Unicode.Scalar]?, end: Int) {
    var number: [Unicode.Scalar]?
    var end = 0
    // In 三、（三）不予公开, the last number is that of the label.
    while true {
      let count = enumeratorLength(scalars[end...])
      guard count > 0 else { return (number, end) }
      number = scalars[end..<end + count].filter { isNumeral($0) }
      end += count
    }
  }

  /// The length of an enumerator at the start, in scalars: `一、`, `（一）`, `1.`, `1、`, `(1)`.
  private static func enumeratorLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    let isBracketed = scalars.first == "("
    let number = scalars.dropFirst(isBracketed ? 1 : 0).prefix { isNumeral($0) }
    guard !number.isEmpty, number.endIndex < scalars.endIndex else { return 0 }
    let closer = scalars[number.endIndex]
    guard isBracketed ? closer == ")" : closer == "." || closer == "," else { return 0 }
    return number.endIndex + 1 - scalars.startIndex
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  /// The compatibility decompositions of the Kangxi radicals from U+2F00 on, which PDF files contain instead of the
  /// characters.
  private static let radicals = Array(
    "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠"
      .unicodeScalars)

  /// The simplified form of each ideograph from U+4E00 on. It differs from the ideograph only for the traditional
  /// characters that occur in labels.
  private static let simplified: [Unicode.Scalar] = {
    var forms = (UInt32(0x4E00)..<0xA000).compactMap(Unicode.Scalar.init)
    let pairs = Array(
      "總总體体況况動动開开處处請请復复議议訟讼訴诉問问題题進进項项報报規规範范許许罰罚強强業业費费數数發发廢废現现決决額额單单萬万構构機机會会組组織织務务計计結结轉转辦办區区這这種种屬属於于國国穩稳護护權权類类內内過过執执詢询無无關关沒没補补後后確确訪访舉举當当獲获認认繳缴納纳續续維维糾纠審审終终據据條条員员應应與与準准實实徵征監监製制"
        .unicodeScalars)
    for pair in stride(from: 0, to: pairs.count, by: 2) { forms[Int(pairs[pair].value - 0x4E00)] = pairs[pair + 1] }
    return forms
  }()
}
