/// The header and footer of the site that a portal is embedded in, which replace its own.
package struct HostFrame: Sendable {
  package let header: [UInt8]
  package let footer: [UInt8]

  package init(header: [UInt8] = [], footer: [UInt8] = []) {
    self.header = header
    self.footer = footer
  }
}
