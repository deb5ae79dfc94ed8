package import Bytes

/// Writes findings as SARIF 2.1.0, which code hosts and editors read.
///
/// Columns count Unicode scalars, as the log declares. Accepted findings are marked as suppressed in the source.
package struct SARIFWriter {
  let kinds: [FindingKind]
  let version: String
  let language: MessageLanguage
  let path: (String) -> String

  /// - Parameters:
  ///   - kinds: Every kind of finding, in the order of the rules of the log.
  ///   - path: Maps the path of a source to one relative to the folder that the log is about.
  package init(kinds: [FindingKind], version: String, language: MessageLanguage, path: @escaping (String) -> String) {
    self.kinds = kinds
    self.version = version
    self.language = language
    self.path = path
  }

  /// - Parameter withheld: Findings of unpublished reports, which are notes whatever their severity.
  package func write(_ findings: [Finding], withheld: [Finding], to json: inout JSONWriter) {
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          writeTool(&json)
          json.field("language", language == .english ? "en" : "zh-CN")
          json.field("columnKind", "unicodeCodePoints")
          json.key("results")
          json.array { json in
            let places = Dictionary(kinds.indices.map { (kinds[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
            for finding in findings { write(finding, rule: places[finding.kind.id], level: finding.level, &json) }
            for finding in withheld { write(finding, rule: places[finding.kind.id], level: "note", &json) }
          }
        }
      }
    }
  }

  private func writeTool(_ json: inout JSONWriter) {
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { json in
        json.field("name", "gongkai")
        json.field("semanticVersion", version)
        json.key("rules")
        json.array { json in
          for kind in kinds { write(kind, &json) }
        }
      }
    }
  }

  private func write(_ kind: FindingKind, _ json: inout JSONWriter) {
    json.object { json in
      json.field("id", kind.id)
      Self.write("shortDescription", kind.title[language], &json)
      Self.write("fullDescription", kind.explanation[language], &json)
      // Viewers of SARIF have no language setting, so the help is in both languages.
      let example = kind.example.isEmpty ? "" : "\n\n例 Example:\n\(kind.example)"
      let source = kind.source.map { "\n\n依据 Source: \($0.chinese) \($0.english)" } ?? ""
      Self.write("help", "\(kind.explanation.chinese)\n\n\(kind.explanation.english)\(example)\(source)", &json)
      json.key("defaultConfiguration")
      json.object { $0.field("level", Self.level(of: kind.severity)) }
    }
  }

  private func write(_ finding: Finding, rule: Int?, level: String, _ json: inout JSONWriter) {
    json.object { json in
      json.field("ruleId", finding.kind.id)
      if let rule { json.field("ruleIndex", rule) }
      json.field("level", level)
      let help = finding.help.map { "\n\($0[language])" } ?? ""
      Self.write(message: finding.message[language] + help, &json)
      json.key("locations")
      json.array { json in
        if let range = finding.range {
          json.object { json in
            writeLocation(range, &json)
            if let cell = finding.cell {
              json.key("logicalLocations")
              json.array { json in
                json.object { json in
                  json.field("fullyQualifiedName", cell)
                  json.field("kind", "member")
                }
              }
            }
          }
        }
      }
      if !finding.related.isEmpty {
        json.key("relatedLocations")
        json.array { json in
          for (number, related) in finding.related.enumerated() {
            json.object { json in
              json.field("id", number + 1)
              writeLocation(related.range, &json)
              Self.write(message: related.message[language], &json)
            }
          }
        }
      }
      if let acceptance = finding.acceptance { write(acceptance, &json) }
      if let fix = finding.fix { write(fix, &json) }
    }
  }

  private func writeLocation(_ range: SourceRange, _ json: inout JSONWriter) {
    json.key("physicalLocation")
    json.object { json in
      writeArtifact(range.file, &json)
      json.key("region")
      Self.write(range, &json)
    }
  }

  private func writeArtifact(_ file: String, _ json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object { $0.field("uri", Self.uri(path(file))) }
  }

  private func write(_ acceptance: Finding.Acceptance, _ json: inout JSONWriter) {
    json.key("suppressions")
    json.array { json in
      json.object { json in
        json.field("kind", "inSource")
        json.field("status", "accepted")
        let signature = acceptance.signature.map { " (\($0))" } ?? ""
        json.field("justification", acceptance.reason + signature)
      }
    }
  }

  private func write(_ fix: Fix, _ json: inout JSONWriter) {
    guard let file = fix.replacements.first?.range.file else { return }
    json.key("fixes")
    json.array { json in
      json.object { json in
        json.key("artifactChanges")
        json.array { json in
          json.object { json in
            writeArtifact(file, &json)
            json.key("replacements")
            json.array { json in
              for replacement in fix.replacements {
                json.object { json in
                  json.key("deletedRegion")
                  Self.write(replacement.range, &json)
                  Self.write("insertedContent", replacement.text, &json)
                }
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ range: SourceRange, _ json: inout JSONWriter) {
    json.object { json in
      json.field("startLine", range.line)
      json.field("startColumn", range.column)
      json.field("endLine", range.endLine)
      json.field("endColumn", range.endColumn)
    }
  }

  /// Writes a message. Text that looks like a link is escaped, because viewers turn `[text](address)` into a link.
  private static func write(message text: String, _ json: inout JSONWriter) {
    let isLinkLike = text.contains("](")
    write(
      "message",
      isLinkLike ? text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]") : text,
      &json)
  }

  /// Writes a message or content: an object with a text.
  private static func write(_ key: StaticString, _ text: String, _ json: inout JSONWriter) {
    json.key(key)
    json.object { $0.field("text", text) }
  }

  fileprivate static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "note"
    }
  }

  /// A path as a relative URI reference: everything but letters, digits and unreserved characters is percent-encoded.
  private static func uri(_ path: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: "") { uri, byte in
      let character = Character(UnicodeScalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "/-._~".contains(character) {
        uri.append(character)
      } else {
        uri += "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
      }
    }
  }
}

extension Finding {
  fileprivate var level: String { SARIFWriter.level(of: severity) }
}
