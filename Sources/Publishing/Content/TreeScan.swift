internal import Diagnostics
internal import Glibc

/// All files below a folder, by relative path. Each has been opened once, so that an unreadable file is found here and
/// not in the middle of a build.
struct TreeScan {
  /// The deepest level of folders that is scanned.
  static let mostFolders = 15

  /// In bytes. Longer paths could not be opened in an output folder whose own path is long.
  static let longestPath = 1_000

  /// File sizes in bytes, by path.
  private(set) var files: [String: Int] = [:]
  private(set) var findings: [Finding] = []

  private let input: InputFolder
  private let includesHidden: Bool
  /// Prefix of paths in findings.
  private let shownPrefix: String
  private let mostEntries: Int
  private var entries = 0

  /// - Parameters:
  ///   - folder: A path in the input folder; empty for all of it.
  ///   - shownUnder: Prefix of the folder's path in findings.
  ///   - mostEntries: The largest number of files and folders.
  init(
    _ folder: String, in input: InputFolder, shownUnder: String = "", includesHidden: Bool = false, mostEntries: Int
  ) {
    self.input = input
    self.includesHidden = includesHidden
    self.mostEntries = mostEntries
    shownPrefix = shownUnder
    visit(folder, prefix: "", depth: 0)
  }

  private mutating func visit(_ folder: String, prefix: String, depth: Int) {
    let inFolder = folder.isEmpty ? "" : "\(folder)/"
    let scan: FolderScan
    do throws(SystemFault) {
      guard let found = try input.scan(folder, includesHidden: includesHidden) else { return }
      scan = found
    } catch {
      let shown = folder.isEmpty && shownPrefix.hasSuffix("/") ? String(shownPrefix.dropLast()) : shownPrefix + folder
      findings.append(.unreadable(shown, error))
      return
    }
    for name in scan.unusableNames { findings.append(.unusableName(shownPrefix + inFolder + name)) }
    for (name, entry) in scan.entries {
      entries += 1
      if entries > mostEntries {
        if entries == mostEntries + 1 {
          findings.append(.tooManyFiles(shownPrefix + inFolder + name, most: mostEntries))
        }
        return
      }
      let (path, own) = (inFolder + name, prefix + name)
      if path.utf8.count > Self.longestPath {
        findings.append(.tooLong(shownPrefix + path, most: Self.longestPath))
        continue
      }
      switch entry {
      case .file: look(at: path, as: own)
      case .folder: enter(path, as: own, depth)
      case .link:
        // Links within the folder are followed if the portal allows it.
        if input.links == .refused {
          findings.append(.symbolicLink(shownPrefix + path))
        } else {
          follow(path, as: own, depth)
        }
      case .other: findings.append(.unused(shownPrefix + path))
      }
    }
  }

  private mutating func enter(_ path: String, as own: String, _ depth: Int) {
    if depth == Self.mostFolders {
      findings.append(.tooDeep(shownPrefix + path, most: Self.mostFolders))
    } else {
      visit(path, prefix: "\(own)/", depth: depth + 1)
    }
  }

  private mutating func look(at path: String, as own: String) {
    do throws(SystemFault) {
      files[own] = try input.open(path).size
    } catch {
      findings.append(.unreadable(shownPrefix + path, error))
    }
  }

  private mutating func follow(_ path: String, as own: String, _ depth: Int) {
    do throws(SystemFault) {
      files[own] = try input.open(path).size
    } catch {
      switch error.code {
      // Following links to folders would give files two paths, and folders could contain each other.
      case EISDIR, EXDEV, ELOOP, ENOSYS: findings.append(.symbolicLink(shownPrefix + path))
      default: findings.append(.unreadable(shownPrefix + path, error))
      }
    }
  }
}
