internal import Markup

/// Which characters are the same for the search. The index carries these rules to the browser, so that queries are folded
/// as texts were.
enum SearchFolding {
  /// UTF-16 code units from `first` to `last` are folded to those from `target` on, or only separate words if that is 0.
  struct Rule: Equatable {
    let first: UInt16
    let last: UInt16
    let target: UInt16
  }

  static let rules: [Rule] = {
    guard let file = embeddedFiles.first(where: { $0.path == "Sources/SearchIndex/Folding/folding.txt" }) else {
      preconditionFailure("the folding of the search is not built in")
    }
    return "\(file.text)".split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      guard let rule = Rule(line) else { preconditionFailure("not a rule of folding: \(line)") }
      return rule
    }
  }()

  /// What each code unit is folded to; 0 for what only separates words. Traditional characters are folded to their
  /// simplified forms.
  static let table: [UInt16] = {
    var table = Array(UInt16.min...UInt16.max)
    for (character, simplified) in SimplifiedCharacters.pairs { table[Int(character)] = simplified }
    for rule in rules {
      for unit in rule.first...rule.last {
        table[Int(unit)] = rule.target == 0 ? 0 : rule.target + (unit - rule.first)
      }
    }
    return table
  }()
}

extension SearchFolding.Rule {
  /// - Parameter line: `FF10-FF19 0030`, or `3008-3020` for what separates words.
  init?(_ line: some StringProtocol) {
    let parts = line.split(separator: " ").flatMap { $0.split(separator: "-") }.map { UInt16($0, radix: 16) }
    guard parts.count == 2 || parts.count == 3, let first = parts[0], let last = parts[1], first <= last else {
      return nil
    }
    guard parts.count == 2 || parts[2] != nil else { return nil }
    (self.first, self.last, target) = (first, last, parts.count == 3 ? parts[2] ?? 0 : 0)
  }
}
