package import Diagnostics

/// Problems with the content of a single cell.
package enum CellFindings {
  package static let all: [FindingKind] = [notANumber, notADate, outOfRange, style, unit, missingUnit]

  package static let notANumber = FindingKind(
    "cell-not-a-number", .error, concession: .acceptance,
    title: LocalizedText("单元格里不是数字", en: "A cell holds no number"),
    explanation: LocalizedText(
      "单元格应是数字。没有发生的填 0；确实不适用的可写 — 或 /。数字后的说明请放进括号：22（其中修订 16 件）。",
      en:
        "A cell holds a number. Write 0 for what did not happen; — or / where it does not apply. A remark goes into brackets: 22（其中修订 16 件）."
    ),
    example: "| 行政许可 | 1.2万 |")

  package static let notADate = FindingKind(
    "cell-not-a-date", .error,
    title: LocalizedText("单元格里不是日期", en: "A cell holds no date"),
    explanation: LocalizedText(
      "表单的这个单元格是日期，写成 2024-01-30。不适用的写 N/A。",
      en: "This cell of the form is a date, written as 2024-01-30. Write N/A where it does not apply."),
    example: "| 最早一件的收到日期 | 年初 |")

  package static let outOfRange = FindingKind(
    "cell-out-of-range", .error,
    title: LocalizedText("数字超出允许的范围", en: "A number out of range"),
    explanation: LocalizedText(
      "件数是不小于 0 的整数；只有金额可以有小数，只有“本年增/减”可以是负数。",
      en:
        "Counts are whole numbers of at least 0; only amounts of money may have decimals, and only 本年增/减 may be negative."
    ),
    example: "| 行政处罚 | -3 |")

  package static let style = FindingKind(
    "cell-style", .hint,
    title: LocalizedText("数字的写法不规范", en: "A number written in an unusual way"),
    explanation: LocalizedText(
      "全角数字、千分位逗号、正号和单位都能识别，发布的数据里是普通数字。请直接写阿拉伯数字。",
      en:
        "Full-width digits, thousands separators, plus signs and units are understood, and the data holds plain numbers. Plain digits are better."
    ),
    example: "| 行政许可 | 1,234 件 |")

  package static let unit = FindingKind(
    "cell-unit", .warning,
    title: LocalizedText("单位与表单不同", en: "A unit other than that of the form"),
    explanation: LocalizedText(
      "表单以万元计，单元格写的是元。已按 1 万元＝10000 元准确换算；原文保留。请确认后改写为万元。",
      en:
        "The form counts in 万元 (10,000 yuan) and the cell says 元. It is converted exactly and what was written is kept. Check it and write 万元."
    ),
    example: "| 行政事业性收费 | 251000元 |")

  package static let missingUnit = FindingKind(
    "amount-without-unit", .hint,
    title: LocalizedText("金额没有单位", en: "An amount without its unit"),
    explanation: LocalizedText(
      "表单没有规定这个金额的单位，各机关有的写元，有的写万元。没有写明单位的，数据里也没有单位，不作猜测。请在数字后或列名后写明：251000元、采购总金额（万元）。",
      en:
        "The form fixes no unit for this amount; some authorities write 元, some 万元. Where none is stated the data has none: it is not guessed. State it behind the number or in the heading: 251000元, 采购总金额（万元）."
    ),
    example: "| 政府集中采购 | 3 | 477.35 |")
}

extension CellReader.Reading {
  /// - Parameter isVerbatim: Whether the range holds exactly the text that was read, so that it can be replaced.
  func findings(
    for cell: Int, written: String, isVerbatim: Bool, in form: Form, at range: SourceRange
  ) -> [Finding] {
    let kind = form.cells[cell].kind
    func finding(_ id: FindingKind, _ message: LocalizedText, corrected: String? = nil) -> Finding {
      Finding(
        id, at: range, message, cell: form.cells[cell].id,
        fix: isVerbatim ? corrected.map { Fix(replacing: range, with: $0) } : nil)
    }
    switch status {
    case .blank, .notApplicable, .missing: return []
    case .text where kind == .text || isUnmeasured: return []
    case .text where kind == .date:
      if CalendarDate(written) != nil { return [] }
      return [finding(CellFindings.notADate, LocalizedText("“\(written)”不是日期", en: "“\(written)” is not a date"))]
    case .text:
      let corrected = CellCorrection.separated(written, kind: kind, unit: form.cells[cell].unit)
      var found = finding(
        CellFindings.notANumber, LocalizedText("“\(written)”不是数字", en: "“\(written)” is not a number"),
        corrected: corrected)
      found.help = corrected.map { LocalizedText("说明请放进括号：\($0)", en: "put the remark into brackets: \($0)") }
      return [found]
    case .number, .zero: break
    }
    var findings: [Finding] = []
    if value.isNegative, !kind.mayBeNegative {
      findings.append(
        finding(CellFindings.outOfRange, LocalizedText("\(value) 小于 0", en: "\(value) is less than 0")))
    } else if !kind.mayHaveDecimals, !value.isInteger {
      findings.append(
        finding(CellFindings.outOfRange, LocalizedText("\(value) 不是整数", en: "\(value) is not a whole number")))
    }
    if lacksUnit {
      findings.append(
        finding(CellFindings.missingUnit, LocalizedText("\(value) 没有写明单位", en: "\(value) is stated without a unit")))
    }
    if isConverted {
      findings.append(
        finding(
          CellFindings.unit,
          LocalizedText("写的是 \(written)，按 \(value) 万元计", en: "\(written) is taken as \(value) ×10,000 yuan")))
    } else if isIrregular {
      findings.append(
        finding(
          CellFindings.style, LocalizedText("“\(written)”按 \(value) 计", en: "“\(written)” is taken as \(value)"),
          corrected: CellCorrection.plain(self, written: written)))
    }
    return findings
  }
}
