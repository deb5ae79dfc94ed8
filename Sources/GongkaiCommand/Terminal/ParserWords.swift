internal import Diagnostics

/// The words that the argument parser adds to help and errors. It knows English only.
enum ParserWords {
  /// Replaces them by words of another language; names of options and values stay.
  static func translated(_ message: String, to language: MessageLanguage) -> String {
    language == .simplifiedChinese ? errors(in: help(in: message)) : message
  }

  private static func help(in message: String) -> String {
    var text = message
    text.replace(#/(?m)^OVERVIEW: /#, with: "")
    text.replace(#/(?m)^(USAGE|Usage): /#, with: "用法：")
    text.replace(#/(?m)^ARGUMENTS:/#, with: "参数：")
    text.replace(#/(?m)^OPTIONS:/#, with: "选项：")
    text.replace(#/(?m)^SUBCOMMANDS:/#, with: "命令：")
    text.replace(#/(?m)^Help: +/#, with: "说明：")
    text.replace("Show the version.", with: "显示版本。")
    text.replace("Show help information.", with: "显示本说明。")
    text.replace("Show subcommand help information.", with: "显示一条命令的说明。")
    text.replace("<subcommand>", with: "<命令>")
    text.replace(#/See '([^']*)' for detailed help\./#) { "详细说明：\($0.1)" }
    text.replace(#/See '([^']*)' for more information\./#) { "更多说明：\($0.1)" }
    text.replace(#/ ?\(values: ([^;)]*);\s+default:\s+([^)]*)\)/#) { "（可用：\($0.1)；默认：\($0.2)）" }
    text.replace(#/ ?\(values: ([^)]*)\)/#) { "（可用：\($0.1)）" }
    text.replace(#/ ?\(default:\s+([^)]*)\)/#) { "（默认：\($0.1)）" }
    return text
  }

  private static func errors(in message: String) -> String {
    var text = message
    text.replace(#/(?m)^Error: /#, with: "错误：")
    text.replace(#/Unknown option '([^']*)'\. Did you mean '([^']*)'\?/#) { "没有选项 \($0.1)，是否指 \($0.2)？" }
    text.replace(#/Unknown option '([^']*)'/#) { "没有选项 \($0.1)" }
    text.replace(#/Missing value for '([^']*)'/#) { "\($0.1) 缺少值" }
    text.replace(#/Missing expected argument '([^']*)'/#) { "缺少参数 \($0.1)" }
    text.replace(#/The value '([^']*)' is invalid for '([^']*)'\. Please provide one of ([^\n]*)\./#) {
      "\($0.2) 不能是“\($0.1)”，可用：\($0.3)"
    }
    text.replace(#/The value '([^']*)' is invalid for '([^']*)'/#) { "\($0.2) 不能是“\($0.1)”" }
    text.replace(#/Unexpected argument '([^']*)'/#) { "多余的参数 \($0.1)" }
    text.replace(#/[0-9]+ unexpected arguments: ([^\n]*)/#) { "多余的参数：\($0.1)" }
    return text
  }
}
