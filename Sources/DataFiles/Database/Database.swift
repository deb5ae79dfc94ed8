internal import Bytes
internal import CSQLite
package import Diagnostics
internal import Reports

/// Why a database could not be written.
package struct DatabaseError: DataFormatError, Sendable {
  package let path: String
  /// The message of SQLite, which is in English.
  package let detail: String

  package var message: LocalizedText {
    LocalizedText("无法写入数据库“\(path)”：\(detail)", en: "cannot write the database '\(path)': \(detail)")
  }
}

/// A SQLite database being written. The same calls produce the same bytes.
struct Database: ~Copyable {
  private let handle: OpaquePointer
  let path: String

  init(reading path: String) throws(DatabaseError) { try self.init(path, SQLITE_OPEN_READONLY) }

  init(at path: String) throws(DatabaseError) { try self.init(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) }

  private init(_ path: String, _ flags: Int32) throws(DatabaseError) {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let opened, code == SQLITE_OK else {
      let detail = String(cString: sqlite3_errstr(code))
      sqlite3_close(opened)
      throw DatabaseError(path: path, detail: detail)
    }
    handle = opened
    self.path = path
  }

  deinit { sqlite3_close_v2(handle) }

  /// Puts temporary files, which are unnamed, in the folder of the database.
  ///
  /// SQLite has one such setting for all databases of a process. If another thread changes it, or if the library was
  /// built without it, temporary files are elsewhere; faults there are still reported.
  func placeTemporaryFiles() throws(DatabaseError) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let quoted = folder.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    try run("PRAGMA temp_store_directory = '\(quoted)'")
  }

  func run(_ sql: String) throws(DatabaseError) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw fault() }
  }

  func prepare(_ sql: String) throws(DatabaseError) -> Statement {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw fault() }
    return Statement(statement, path: path)
  }

  /// Throws unless SQLite finds the database intact.
  func checkIntegrity() throws(DatabaseError) {
    for check in ["PRAGMA integrity_check", "PRAGMA foreign_key_check"] {
      let statement = try prepare(check)
      if let complaint = try statement.firstText(), complaint != "ok" {
        throw DatabaseError(path: path, detail: complaint)
      }
    }
  }

  private func fault() -> DatabaseError {
    DatabaseError(path: path, detail: String(cString: sqlite3_errmsg(handle)))
  }
}

/// A prepared statement that is run repeatedly with different values. Parameter indexes start at 1.
final class Statement {
  private let handle: OpaquePointer
  private let path: String
  /// The error for the first value that SQLite rejected, thrown when the statement is run.
  private var refusal = SQLITE_OK

  init(_ handle: OpaquePointer, path: String) {
    self.handle = handle
    self.path = path
  }

  deinit { sqlite3_finalize(handle) }

  private func note(_ code: Int32) {
    if refusal == SQLITE_OK { refusal = code }
  }

  func bind(_ number: Int, at place: Int32) { note(sqlite3_bind_int64(handle, place, Int64(number))) }

  func bindBlank(at place: Int32) { note(sqlite3_bind_null(handle, place)) }

  /// The text must stay valid until the statement has been run.
  func bind(_ text: UnsafeBufferPointer<UInt8>, at place: Int32) {
    // An empty text is not null.
    let empty: StaticString = ""
    let start = UnsafeRawPointer(text.baseAddress ?? empty.utf8Start).assumingMemoryBound(to: CChar.self)
    note(sqlite3_bind_text(handle, place, start, Int32(clamping: text.count), nil))
  }

  func bind(_ number: DecimalNumber, at place: Int32) {
    note(
      number.scale == 0
        ? sqlite3_bind_int64(handle, place, number.digits)
        : sqlite3_bind_double(handle, place, number.binary))
  }

  /// Runs the statement with a row of values.
  func run(_ values: [DataValue]) throws(DatabaseError) {
    var texts = ByteBuffer(capacity: 1024)
    var ranges: [(place: Int32, range: Range<Int>)] = []
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .blank: bindBlank(at: place)
      case .number(let number): bind(number, at: place)
      case .text(let text):
        let start = texts.count
        texts.append(text)
        ranges.append((place, start..<texts.count))
      }
    }
    for (place, range) in ranges { bind(UnsafeBufferPointer(rebasing: texts.bytes[range]), at: place) }
    try run()
  }

  func run() throws(DatabaseError) {
    let code = refusal == SQLITE_OK ? sqlite3_step(handle) : refusal
    defer {
      sqlite3_reset(handle)
      refusal = SQLITE_OK
    }
    if code != SQLITE_DONE && code != SQLITE_ROW {
      throw DatabaseError(path: path, detail: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
    }
  }

  fileprivate func firstText() throws(DatabaseError) -> String? {
    defer { sqlite3_reset(handle) }
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return sqlite3_column_text(handle, 0).map { String(cString: $0) }
    case SQLITE_DONE: return nil
    case let code: throw DatabaseError(path: path, detail: String(cString: sqlite3_errstr(code)))
    }
  }
}
