internal import Diagnostics

/// Asks for values on the terminal. An empty answer, or the end of the input, takes the proposal.
struct Questions {
  let language: MessageLanguage

  /// - Parameter read: Returns the value of an answer; `nil` if it cannot be used, and the question is asked again.
  func ask<Value>(_ question: LocalizedText, proposal: String, _ read: (String) -> Value?) -> Value? {
    while true {
      Terminal.standardOutput.write("\(question[language]) [\(proposal)] ")
      guard let line = readLine() else {
        Terminal.standardOutput.write("\n")
        return nil
      }
      let answer = String(line.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
      if answer.isEmpty { return nil }
      if let value = read(answer) { return value }
      Terminal.standardOutput.write("\(Self.again[language])\n")
    }
  }

  private static let again = LocalizedText("这样写不行，请再写一次。", en: "That cannot be used; please try again.")
}
