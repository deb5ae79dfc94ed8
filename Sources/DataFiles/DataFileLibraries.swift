internal import CSQLite
internal import CXLSXWriter
package import Diagnostics

/// The libraries that write data files.
package enum DataFileLibraries {
  package static var versions: [LibraryVersion] {
    [
      LibraryVersion("SQLite", String(cString: sqlite3_libversion())),
      LibraryVersion("libxlsxwriter", String(cString: lxw_version())),
    ]
  }
}
