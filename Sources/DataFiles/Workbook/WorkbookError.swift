internal import CXLSXWriter
package import Diagnostics

/// Why a workbook could not be written.
package struct WorkbookError: DataFormatError, Sendable, Hashable {
  package enum Operation: Sendable, Hashable {
    case create
    case addSheet(String)
    case write(row: Int, column: Int)
    case close
  }

  package let operation: Operation
  package let path: String
  /// The error code of the library.
  package let code: Int32?
  /// The `errno` of a failed write, if known.
  package let systemCode: Int32?

  package init(_ operation: Operation, path: String, code: Int32?, systemCode: Int32? = nil) {
    self.operation = operation
    self.path = path
    self.code = code
    self.systemCode = systemCode
  }

  /// The message of the library, which is in English.
  package var detail: String {
    guard let code, let words = lxw_strerror(lxw_error(rawValue: UInt32(code))) else { return "" }
    return String(cString: words)
  }

  package var message: LocalizedText {
    let detail = detail.isEmpty ? "" : ": \(detail)"
    switch operation {
    case .create:
      return LocalizedText("无法新建工作簿“\(path)”\(detail)", en: "cannot begin the workbook '\(path)'\(detail)")
    case .addSheet(let name):
      return LocalizedText(
        "工作簿“\(path)”无法加入工作表“\(name)”\(detail)", en: "cannot add the sheet '\(name)' to the workbook '\(path)'\(detail)"
      )
    case .write(let row, let column):
      return LocalizedText(
        "工作簿“\(path)”第 \(row + 1) 行第 \(column + 1) 列无法写入\(detail)",
        en: "cannot write row \(row + 1), column \(column + 1) of the workbook '\(path)'\(detail)")
    case .close:
      return LocalizedText("无法写入工作簿“\(path)”\(detail)", en: "cannot write the workbook '\(path)'\(detail)")
    }
  }
}
