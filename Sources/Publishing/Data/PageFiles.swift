internal import Bytes
internal import DataFiles
internal import Pages

extension StagingWriter {
  /// Writes an index page and the files beside it.
  mutating func write(_ page: any IndexPage, of pages: PortalPages, scratch: inout ByteBuffer) throws {
    try pages.render(page, scratch: &scratch) { path, bytes in
      try write(path, bytes.bytes)
    } workbook: { path, table in
      try writeData(path) { try table.writeWorkbook(at: $0, author: pages.publisher, strings: pages.strings) }
    }
  }
}
