import Foundation

// embed-files OUTPUT ROOT FILE…
// Writes a Swift file that holds the text of each FILE under its path relative to ROOT.
let arguments = CommandLine.arguments
let root = URL(filePath: arguments[2]).standardizedFileURL.path + "/"

var generated = """
  /// Files that travel inside the binary, by path, sorted.
  let embeddedFiles: [(path: String, text: StaticString)] = [

  """
for argument in arguments.dropFirst(3) {
  let file = URL(filePath: argument).standardizedFileURL
  let text = try String(contentsOf: file, encoding: .utf8)
  var fence = "#"
  while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
  let path = String(file.path.dropFirst(root.count))
  generated += "  (\"\(path)\", \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)),\n"
}
generated += "]\n"
try generated.write(to: URL(filePath: arguments[1]), atomically: true, encoding: .utf8)
