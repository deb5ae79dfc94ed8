internal import Diagnostics
internal import Glibc

/// All files below a folder, by their paths in it, each of which was opened once: what cannot be read is found here,
/// not in the middle of a build.
struct TreeScan {
  /// Deeper folders are not looked into.
  static let mostFolders = 15

  /// Of a path, in bytes: longer ones could not be opened in an output whose own path is long.
  static let longestPath = 1_000

  /// With their sizes in bytes.
  private(set) var files: [String: Int] = [:]
  private(set) var findings: [Finding] = []

  private let input: InputFolder
  private let includesHidden: Bool
  /// In front of paths in findings.
  private let shownPrefix: String
  private let mostEntries: Int
  private var entries = 0

  /// - Parameters:
  ///   - folder: a path in the input, empty for all of it.
  ///   - shownUnder: what stands before the folder's path in findings.
  ///   - mostEntries: how many files and folders there may be.
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
        // Links that stay in the folder are followed where the portal allows them.
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
      // Folders behind links would have two paths, and could hold each other.
      case EISDIR, EXDEV, ELOOP, ENOSYS: findings.append(.symbolicLink(shownPrefix + path))
      default: findings.append(.unreadable(shownPrefix + path, error))
      }
    }
  }
}
