internal import Bytes

extension HTMLWriter {
  /// Begins a file of XML.
  static func xml(capacity: Int = 4096) -> HTMLWriter {
    var xml = HTMLWriter(capacity: capacity)
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    return xml
  }
}
