internal import Glibc

/// Programs that read what this one cannot: `pdftotext` and LibreOffice, if they are installed.
///
/// Each works in a temporary folder, which is removed, for a limited time.
package struct ExternalPrograms: Sendable {
  package enum Failure: Error, Sendable, Equatable {
    case notInstalled
    case tookTooLong
    case failed
  }

  /// Called with the path of a temporary folder that has to be removed if the process is told to end. The result is
  /// called once that has happened.
  private let remember: @Sendable (String) -> @Sendable () -> Void

  package init(remember: @escaping @Sendable (String) -> @Sendable () -> Void = { _ in {} }) {
    self.remember = remember
  }

  /// Seconds.
  private static let longest = 18

  /// The words of a PDF file and their boxes, as a table.
  func words(ofPDF bytes: [UInt8]) throws(Failure) -> [UInt8] {
    try inFolder { folder throws(Failure) in
      try write(bytes, to: folder + "/input.pdf")
      try run(
        "pdftotext", ["-tsv", "-enc", "UTF-8", "-q", folder + "/input.pdf", folder + "/output.txt"], folder,
        limits: "ulimit -v 400000; ulimit -f 65536;")
      return try read(folder + "/output.txt")
    }
  }

  /// A file of an old kind (`doc`, `wps`, `xls`, `et`) as a file of a new one (`docx`, `xlsx`).
  func converted(_ bytes: [UInt8], from old: String, to new: String) throws(Failure) -> [UInt8] {
    try inFolder { folder throws(Failure) in
      try write(bytes, to: "\(folder)/input.\(old)")
      let program = Self.find("libreoffice") != nil ? "libreoffice" : "soffice"
      try run(
        program,
        [
          "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore", "--nolockcheck", "--nodefault",
          "--convert-to", new, "--outdir", folder, "\(folder)/input.\(old)",
        ], folder, limits: "ulimit -f 262144;")
      return try read("\(folder)/input.\(new)")
    }
  }

  // MARK: Folders

  private func inFolder(_ work: (String) throws(Failure) -> [UInt8]) throws(Failure) -> [UInt8] {
    // `mkdtemp` replaces the six X by a name that nobody can guess, and makes the folder readable for this user only.
    var template = Array("\(Self.temporaryFolder)/gongkai-import-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .failed }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let forget = remember(folder)
    defer {
      Self.remove(folder)
      forget()
    }
    return try work(folder)
  }

  private static var temporaryFolder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Removes a folder with its content, following no links.
  @discardableResult
  package static func remove(_ folder: String) -> Bool {
    if let directory = opendir(folder) {
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        let path = "\(folder)/\(name)"
        var status = stat()
        guard lstat(path, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR { remove(path) } else { unlink(path) }
      }
      closedir(directory)
    }
    return rmdir(folder) == 0 || errno == ENOENT
  }

  private func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    guard let file = fopen(path, "wx") else { throw .failed }
    let count = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, count == bytes.count else { throw .failed }
  }

  private func read(_ path: String) throws(Failure) -> [UInt8] {
    guard let file = fopen(path, "r") else { throw .failed }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= FileReader.mostBytes
    else { throw .failed }
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = fread(buffer.baseAddress, 1, Int(status.st_size), file)
    }
    guard bytes.count == Int(status.st_size) else { throw .failed }
    return bytes
  }

  // MARK: Processes

  /// The path of a program; `nil` if it is not installed.
  static func find(_ program: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  /// - Parameter limits: Shell commands that limit what the program may use.
  private func run(_ program: String, _ arguments: [String], _ folder: String, limits: String) throws(Failure) {
    guard let path = Self.find(program) else { throw .notInstalled }
    let command = ["/bin/sh", "-c", "\(limits) cd \"$0\" && exec \"$@\"", folder, path] + arguments
    var process = pid_t()
    guard Self.spawn(command, &process) else { throw .failed }
    var waited = 0
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0 { throw .failed }
      if waited >= Self.longest * 1000 {
        kill(-process, SIGKILL)
        waitpid(process, &status, 0)
        throw .tookTooLong
      }
      let pause = min(50, 2 + waited / 10)
      usleep(UInt32(pause * 1000))
      waited += pause
    }
    // The program may have started others, which are still running.
    kill(-process, SIGKILL)
    guard status == 0 else { throw .failed }
  }

  /// Starts a program in a process group of its own, without a terminal.
  private static func spawn(_ command: [String], _ process: inout pid_t) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    return posix_spawn(&process, command[0], &actions, &attributes, &arguments, environ) == 0
  }
}
