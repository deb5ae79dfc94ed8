package import Diagnostics
internal import Glibc

/// An `errno`, with messages for those that a user can do something about.
package struct SystemFault: Error, Hashable {
  package let code: Int32

  package init(code: Int32) { self.code = code }

  /// The error of the system call that has just failed on this thread.
  static var last: SystemFault { SystemFault(code: errno) }

  package var text: LocalizedText {
    switch code {
    case ENOSPC: LocalizedText("磁盘空间不足", en: "no space left on the disk")
    case EDQUOT: LocalizedText("超出磁盘配额", en: "disk quota exceeded")
    case EACCES, EPERM: LocalizedText("没有权限", en: "permission denied")
    case EROFS: LocalizedText("文件系统为只读", en: "the file system is read-only")
    case ENOENT: LocalizedText("不存在", en: "it does not exist")
    case ENOTDIR: LocalizedText("不是目录", en: "it is not a folder")
    case EISDIR: LocalizedText("是目录", en: "it is a folder")
    case ELOOP: LocalizedText("是符号链接，或符号链接成环", en: "it is a symbolic link, or links form a loop")
    case ENAMETOOLONG: LocalizedText("名称过长", en: "the name is too long")
    case EMFILE, ENFILE: LocalizedText("打开的文件过多", en: "too many open files")
    case EIO: LocalizedText("磁盘读写出错", en: "the disk reports an error")
    default: LocalizedText("系统错误 \(code)：\(systemText)", en: "\(systemText) (error \(code))")
    }
  }

  private var systemText: String { String(cString: strerror(code)) }
}

/// Repeats a system call while it is interrupted by signals.
@inline(__always)
func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
