import Bytes
import Diagnostics
import Foundation
import Pages
import RenderedPortals
import Reports

extension RenderedPortal {
  /// A portal of one agency, to render reports in.
  static let ofOneAgency: RenderedPortal = {
    do { return try RenderedPortal(agencies: [("liulin", "柳林街道")]) } catch { fatalError("\(error)") }
  }()

  /// Renders a report's pages and its JSON, and expects them to be well formed.
  func expectSoundPages(of report: Report, _ findings: [Finding]) {
    let input = ReportPageInput(
      report: report, digest: String(repeating: "0", count: 64), previous: nil, next: nil,
      findings: findings.filter(\.isAccepted))
    var scratch = ByteBuffer()
    var json = JSONWriter()
    do {
      try ReportPageWriter(context: context).render(input, scratch: &scratch, json: &json) { path, bytes in
        if path.hasSuffix(".html") {
          if let fault = PageSoundness.fault(in: bytes.array()) { fatalError("\(path): \(fault)") }
        } else if path.hasSuffix(".json") {
          let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes.array()))) != nil
          expectSound(isJSON, "\(path) is not JSON")
        }
      }
    } catch {
      fatalError("\(error)")
    }
  }
}
