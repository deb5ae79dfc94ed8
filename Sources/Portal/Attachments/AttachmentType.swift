/// A file type that an office may publish with its report.
package struct AttachmentType: Sendable {
  package enum Use: Sendable {
    /// May be linked to or displayed.
    case file
    /// May only be displayed as a picture in the text, because it could do harm if opened by itself.
    case picture
    /// Only if the portal allows it.
    case onRequest
  }

  /// The file name extension, in lower case, without the dot.
  package let ending: String
  package let mediaType: String
  package let use: Use
  let content: AttachmentContent

  private init(_ ending: String, _ mediaType: String, _ content: AttachmentContent, _ use: Use = .file) {
    (self.ending, self.mediaType, self.content, self.use) = (ending, mediaType, content, use)
  }

  /// A type that the portal allows although nothing is known about it.
  init(unknown ending: String) {
    self.init(ending, "application/octet-stream", .anything, .onRequest)
  }

  // MARK: The table

  private static let openXML = "application/vnd.openxmlformats-officedocument."

  static let all: [AttachmentType] = [
    AttachmentType("pdf", "application/pdf", .signature([.pdf])),
    AttachmentType("ofd", "application/ofd", .signature([.zip])),
    AttachmentType("doc", "application/msword", .signature([.ole])),
    AttachmentType("docx", openXML + "wordprocessingml.document", .signature([.zip])),
    AttachmentType("wps", "application/vnd.ms-works", .signature([.ole, .zip])),
    AttachmentType("xls", "application/vnd.ms-excel", .signature([.ole])),
    AttachmentType("xlsx", openXML + "spreadsheetml.sheet", .signature([.zip])),
    AttachmentType("et", "application/vnd.ms-excel", .signature([.ole, .zip])),
    AttachmentType("csv", "text/csv", .text),
    AttachmentType("txt", "text/plain", .text),
    AttachmentType("zip", "application/zip", .signature([.zip, .emptyZip])),
    AttachmentType("png", "image/png", .signature([.png])),
    AttachmentType("jpg", "image/jpeg", .signature([.jpeg])),
    AttachmentType("jpeg", "image/jpeg", .signature([.jpeg])),
    AttachmentType("webp", "image/webp", .signature([.webp])),
    AttachmentType("svg", "image/svg+xml", .vectorPicture, .picture),
    AttachmentType("gif", "image/gif", .signature([.gif87, .gif89]), .onRequest),
    AttachmentType("ppt", "application/vnd.ms-powerpoint", .signature([.ole]), .onRequest),
    AttachmentType("pptx", openXML + "presentationml.presentation", .signature([.zip]), .onRequest),
    AttachmentType("dps", "application/vnd.ms-powerpoint", .signature([.ole, .zip]), .onRequest),
    AttachmentType("mp4", "video/mp4", .signature([.mp4]), .onRequest),
    AttachmentType("rar", "application/vnd.rar", .signature([.rar]), .onRequest),
    AttachmentType("7z", "application/x-7z-compressed", .signature([.sevenZip]), .onRequest),
  ]

  // MARK: What no portal allows

  /// Whether files with this extension are executed by browsers, by servers or when opened, or are taken by servers for
  /// copies of other files.
  package static func runs(_ ending: String) -> Bool {
    running.contains(ending) || ["htm", "xml", "svg"].contains { ending.firstRange(of: $0) != nil }
      || runningOnServers.contains(ending) || ["php", "jsp", "asp"].contains(where: ending.hasPrefix)
  }

  /// Whether a server may execute a file because of an extension in the middle of its name, as in `x.php.pdf`.
  static func runsOnServers(_ ending: Substring) -> Bool {
    let ending = ending.lowercased()
    return runningOnServers.contains(ending) || ["php", "pht", "jsp", "asp", "shtm"].contains(where: ending.hasPrefix)
  }

  private static let running = Set(
    """
    mht xht xsl xslt xsd dtd rdf rss atom xul xbl mml js mjs cjs jsx ts tsx wasm css less scss swf htc hta vbs vbe wsf \
    wsh ps1 bat cmd com exe scr pif msi msp dll so jar class jnlp apk appcache manifest webmanifest htaccess htpasswd \
    lnk url desktop chm reg docm xlsm xlsb pptm dotm xltm gz br zst
    """.split(separator: " ").map(String.init))

  private static let runningOnServers = Set(
    "cgi fcgi pl py rb lua sh bash phar stm cer asa ascx ashx asmx axd cshtml vbhtml cfm war inc do action".split(
      separator: " "
    ).map(String.init))
}

/// The types that a portal allows.
package struct AttachmentTypes: Sendable {
  private var byEnding: [String: AttachmentType] = [:]

  /// - Parameter endings: The extensions that the portal allows in addition to the default ones.
  package init(adding endings: [String] = []) {
    for type in AttachmentType.all where type.use != .onRequest || endings.contains(type.ending) {
      byEnding[type.ending] = type
    }
    for ending in endings where byEnding[ending] == nil && !AttachmentType.runs(ending) {
      byEnding[ending] = AttachmentType(unknown: ending)
    }
  }

  /// The type of a file according to its name; `nil` if it may not be published.
  package func type(ofFile path: String) -> AttachmentType? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last,
      !parts.dropFirst().dropLast().contains(where: AttachmentType.runsOnServers)
    else { return nil }
    return byEnding[ending.lowercased()]
  }

  /// All extensions in alphabetical order, for messages.
  package var endings: [String] { byEnding.values.filter { $0.use != .picture }.map(\.ending).sorted() }
}
