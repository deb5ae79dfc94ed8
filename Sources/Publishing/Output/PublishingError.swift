package import Diagnostics

/// Why a tree was not published or not removed.
package enum PublishingError: Error, Sendable, Hashable {
  /// The operation that failed.
  package enum Operation: String, Sendable {
    case create, write, read, list, rename, remove, lock, synchronize
  }

  /// Another build holds the lock. `holder` names its process and machine.
  case locked(output: String, holder: LocalizedText)
  /// Files of the output that its manifest does not list, relative to the output, in byte order. At most the first
  /// thousand found.
  case foreignFiles(output: String, [String])
  /// The manifest of the output is truncated or of another version.
  case unreadableManifest(path: String)
  case notWritable(path: String, SystemFault)
  /// The output is in a folder that the build reads, or contains one.
  case overlapsInput(output: String, input: String)

  /// The name of the output is too long to derive names for the lock and the staging tree from it.
  case nameTooLong(output: String, longest: Int)

  /// The folder to be verified has no `SHA256SUMS`.
  case noChecksums(folder: String)
  /// `SHA256SUMS` is empty or not in the published format.
  case unreadableChecksums(folder: String)

  case inputOutput(Operation, path: String, SystemFault)
  /// A device, a pipe or a folder where a file to be copied was expected.
  case notAFile(path: String)
  /// A path that leads out of the tree, or that no web server could serve. A mistake of the caller.
  case invalidPath(String)
  /// A path was produced twice, or is both a file and a folder. A mistake of the caller.
  case conflictingPath(String)

  /// Whether the operation was refused before any work was done (exit code 2) or failed during work (exit code 3).
  package var isRefusal: Bool {
    switch self {
    case .locked, .foreignFiles, .unreadableManifest, .notWritable, .overlapsInput, .nameTooLong, .noChecksums:
      true
    case .unreadableChecksums, .inputOutput, .notAFile, .invalidPath, .conflictingPath: false
    }
  }
}

extension PublishingError {
  package var message: LocalizedText {
    switch self {
    case .locked(let output, let holder):
      LocalizedText(
        "另一个构建正在写入“\(output)”（\(holder.chinese)），请等它结束后再试",
        en: "another build is writing to '\(output)' (\(holder.english)); try again when it has finished")
    case .foreignFiles(let output, let paths):
      foreignFilesMessage(output: output, paths: paths)
    case .unreadableManifest(let path):
      LocalizedText(
        "文件清单“\(path)”已损坏或由其他版本写成，无法判断哪些文件由本工具生成；确认目录可以整个替换后，请用 --force",
        en: "the manifest '\(path)' is damaged or of another version, so it is not known which files were"
          + " generated; use --force when the whole folder may be replaced")
    case .notWritable(let path, let fault):
      LocalizedText(
        "无法写入“\(path)”：\(fault.text.chinese)", en: "cannot write to '\(path)': \(fault.text.english)")
    case .overlapsInput(let output, let input):
      LocalizedText(
        "输出目录“\(output)”与来源目录“\(input)”重叠，请另选输出目录",
        en: "the output '\(output)' overlaps the source folder '\(input)'; choose another output folder")
    case .nameTooLong(let output, let longest):
      LocalizedText(
        "输出目录的名称过长：“\(output)”最多可以有 \(longest) 个字节，请另选名称",
        en: "the name of the output '\(output)' is too long: it may have \(longest) bytes at most; choose another name")
    case .noChecksums(let folder):
      LocalizedText("“\(folder)”里没有 SHA256SUMS，无法核对", en: "'\(folder)' has no SHA256SUMS to check it against")
    case .unreadableChecksums(let folder):
      LocalizedText(
        "“\(folder)”里的 SHA256SUMS 是空的或已损坏，核对不通过",
        en: "the SHA256SUMS in '\(folder)' is empty or damaged: the site is not sound")
    case .inputOutput(let operation, let path, let fault):
      LocalizedText(
        "\(operation.words.chinese)“\(path)”失败：\(fault.text.chinese)",
        en: "cannot \(operation.words.english) '\(path)': \(fault.text.english)")
    case .notAFile(let path):
      LocalizedText("“\(path)”不是普通文件，未复制", en: "'\(path)' is not a regular file and was not copied")
    case .invalidPath(let path):
      LocalizedText("内部错误：不可用的发布路径“\(path)”", en: "internal fault: unusable path '\(path)'")
    case .conflictingPath(let path):
      LocalizedText(
        "内部错误：发布路径“\(path)”重复，或既是文件又是目录",
        en: "internal fault: the path '\(path)' was produced twice, or is both a file and a folder")
    }
  }

  private func foreignFilesMessage(output: String, paths: [String]) -> LocalizedText {
    let shown = paths.prefix(8)
    let isCut = paths.count > shown.count
    return LocalizedText(
      "输出目录“\(output)”里有不是本工具生成的文件：\(shown.joined(separator: "、"))\(isCut ? " 等" : "")。"
        + "请移走，或用 --force 替换整个目录（这些文件会被删除）",
      en: "the output '\(output)' holds files that were not generated: \(shown.joined(separator: ", "))"
        + "\(isCut ? " and others" : ""). Move them away, or use --force to replace the whole folder"
        + " (they will be deleted)")
  }
}

extension PublishingError.Operation {
  fileprivate var words: LocalizedText {
    switch self {
    case .create: LocalizedText("创建", en: "create")
    case .write: LocalizedText("写入", en: "write")
    case .read: LocalizedText("读取", en: "read")
    case .list: LocalizedText("列出", en: "list")
    case .rename: LocalizedText("移动", en: "move")
    case .remove: LocalizedText("删除", en: "remove")
    case .lock: LocalizedText("锁定", en: "lock")
    case .synchronize: LocalizedText("同步", en: "synchronize")
    }
  }
}
