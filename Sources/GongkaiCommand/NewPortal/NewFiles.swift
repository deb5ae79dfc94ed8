internal import Diagnostics
internal import Publishing

/// Writes new files, and prints their paths or why there are none.
struct NewFiles {
  let language: MessageLanguage

  func refusal(_ text: LocalizedText) -> ExitStatus {
    Terminal.standardError.write("gongkai: \(text[language])\n")
    return .usage
  }

  /// Creates a file with its folders. Fails if it exists.
  func create(_ file: String, _ text: String) throws {
    if FileManagement.exists(file) {
      throw refusal(LocalizedText("\(file) 已经存在，没有改动", en: "\(file) exists; it was left as it is"))
    }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    if !FileManagement.makeFolder(folder) {
      throw refusal(LocalizedText("无法建立文件夹 \(folder)", en: "cannot make the folder \(folder)"))
    }
    do throws(SystemFault) {
      try FileManagement.create(file, text)
    } catch {
      throw refusal(
        LocalizedText("无法写入 \(file)：\(error.text.chinese)", en: "cannot write \(file): \(error.text.english)"))
    }
    Terminal.standardOutput.write("\(file)\n")
  }
}
