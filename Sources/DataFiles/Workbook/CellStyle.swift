internal import CXLSXWriter

/// The appearance of a cell in a workbook.
package struct CellStyle: Sendable, Hashable {
  package enum Alignment: Sendable, Hashable {
    case natural, left, center
  }

  package var isBold = false
  package var isWrapped = false
  package var hasBorder = false
  package var isVerticallyCentered = false
  package var alignment = Alignment.natural
  /// Indentation levels of a text.
  package var indentation = 0
  /// In points; `nil` for the default size.
  package var fontSize: Int?
  /// The smallest number of decimals shown; `nil` to show as many as the number has.
  package var decimals: Int?
  /// Whether thousands are set apart by commas.
  package var isGrouped = false
  package var isDate = false

  package init() {}

  package static let plain = CellStyle()

  /// A figure in a sheet for reading.
  package static var grouped: CellStyle {
    var style = CellStyle()
    style.isGrouped = true
    return style
  }

  /// A row of column headings.
  package static var header: CellStyle {
    var style = CellStyle()
    style.isBold = true
    style.isWrapped = true
    style.alignment = .left
    return style
  }

  /// The heading of a sheet.
  package static var title: CellStyle {
    var style = CellStyle()
    style.isBold = true
    style.fontSize = 16
    return style
  }

  /// Running text in a wide cell.
  package static var text: CellStyle {
    var style = CellStyle()
    style.isWrapped = true
    return style
  }

  /// A cell of a printed form.
  package static var form: CellStyle {
    var style = CellStyle()
    style.fontSize = 10
    style.isWrapped = true
    style.hasBorder = true
    style.isVerticallyCentered = true
    style.alignment = .center
    return style
  }
}

/// The formats of one workbook, created when a style is first used. To be used only during calls of its workbook.
final class StyleTable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    self.workbook = workbook
  }

  /// `nil` for a plain cell, as the library expects.
  subscript(style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if style == .plain { return nil }
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    formats[style] = format
    if style.isBold { format_set_bold(format) }
    if style.isWrapped { format_set_text_wrap(format) }
    if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if style.isVerticallyCentered { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)) }
    switch style.alignment {
    case .natural: break
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    if style.indentation > 0 { format_set_indent(format, UInt8(clamping: style.indentation)) }
    if let size = style.fontSize { format_set_font_size(format, Double(size)) }
    if style.isDate {
      format_set_num_format(format, "yyyy-mm-dd")
    } else if style.decimals != nil || style.isGrouped {
      let decimals = min(style.decimals ?? 0, 15)
      let whole = style.isGrouped ? "#,##0" : "0"
      format_set_num_format(format, decimals == 0 ? whole : "\(whole)." + String(repeating: "0", count: decimals))
    }
    return format
  }
}
