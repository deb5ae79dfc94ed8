internal import CWorkbookFiles
internal import CXLSXWriter

/// An Excel workbook that is written to a file.
///
///     var workbook = try Workbook(at: path, streaming: false, properties: .init(title: "年报"))
///     try workbook.addSheet("年报") { sheet throws(WorkbookError) in
///       try sheet.writeHeader(["agency", "year"], row: 0)
///       try sheet.write("liulin", row: 1, column: 0)
///       sheet.freeze(rows: 1, columns: 1)
///     }
///     try workbook.close()
///
/// The same calls produce the same bytes: the creation time is fixed, and the library adds no other time stamp.
package struct Workbook: ~Copyable {
  /// Properties of the file as a whole, shown by spreadsheet programs.
  package struct Properties: Sendable {
    package var title: String
    package var author: String?

    package init(title: String, author: String? = nil) {
      self.title = title
      self.author = author
    }
  }

  /// 1980-01-01, as in the library's own archive entries.
  private static let created = 315_532_800

  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private let styles: StyleTable
  private let path: String

  /// Starts a workbook. Nothing is written to the path before `close`. It must be filled and closed by one thread.
  ///
  /// - Parameters:
  ///   - streaming: Keeps one row at a time in memory. The rows of each sheet must be written in order and from left to
  ///     right, without merged cells and Excel tables.
  ///   - temporaryFolder: Where to put temporary files, which are unnamed; by default the folder of the workbook.
  package init(
    at path: String, streaming: Bool, temporaryFolder: String? = nil, properties: Properties
  ) throws(WorkbookError) {
    let folder =
      temporaryFolder ?? path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    // Clears a fault that an abandoned workbook may have left.
    _ = cwf_take_fault()
    let opened = withCStrings([folder]) { texts in
      var options = lxw_workbook_options(constant_memory: streaming ? 1 : 0, tmpdir: texts[0], use_zip64: 0)
      return workbook_new_opt(path, &options)
    }
    guard let workbook = opened else { throw WorkbookError(.create, path: path, code: nil) }
    let code = Self.set(properties, of: workbook)
    if code != LXW_NO_ERROR {
      lxw_workbook_free(workbook)
      throw WorkbookError(.create, path: path, code: Int32(code.rawValue))
    }
    handle = workbook
    styles = StyleTable(workbook)
    self.path = path
  }

  deinit {
    if let handle { lxw_workbook_free(handle) }
  }

  private static func set(_ properties: Properties, of workbook: UnsafeMutablePointer<lxw_workbook>) -> lxw_error {
    withCStrings([properties.title, properties.author ?? ""]) { texts in
      var values = lxw_doc_properties()
      values.title = texts[0]
      values.author = texts[1]
      values.created = created
      return workbook_set_properties(workbook, &values)
    }
  }

  /// Adds a sheet and fills it. Characters that Excel does not allow in a name are replaced, and a long name is
  /// truncated. The names in one workbook must differ by more than case.
  ///
  /// Throws the errors of `fill`, and an error if the name is taken.
  package mutating func addSheet(
    _ name: String, fill: (inout Sheet) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    var sheet = try addSheet(name)
    try fill(&sheet)
  }

  /// Adds a sheet, which must be filled before the next one is added.
  mutating func addSheet(_ name: String) throws(WorkbookError) -> Sheet {
    guard let handle, let sheet = workbook_add_worksheet(handle, Sheet.name(for: name)) else {
      throw WorkbookError(.addSheet(name), path: path, code: nil)
    }
    return Sheet(sheet, styles: styles, path: path)
  }

  /// Writes the file. Also throws if a temporary file could not be written, which the library ignores.
  package consuming func close() throws(WorkbookError) {
    guard let handle else { return }
    // The library frees the workbook whether or not it could be written.
    self.handle = nil
    let code = workbook_close(handle)
    let fault = code == LXW_NO_ERROR || cwf_fault_of_last_call() == 0 ? cwf_take_fault() : cwf_fault_of_last_call()
    if code != LXW_NO_ERROR || fault != 0 {
      throw WorkbookError(
        .close, path: path, code: code == LXW_NO_ERROR ? nil : Int32(code.rawValue),
        systemCode: fault == 0 ? nil : fault)
    }
  }
}

/// Passes texts to C for the duration of a call.
func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>]) -> Result
) -> Result {
  let copies = texts.map { text in
    let bytes = Array(text.utf8CString)
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    return copy
  }
  defer { for copy in copies { copy.deallocate() } }
  return body(copies)
}
