internal import Glibc
internal import Publishing

/// Reads single lines of sources to show where a finding is.
///
/// Keeps the last file open and the last line in memory: findings come in reading order, and a broken report may have
/// tens of thousands of them, all in one line.
final class SourceLines {
  /// Longer lines, in bytes, are not shown.
  private static let longest = 1 << 20

  private let opening: (String) -> Int32?
  private var path = ""
  private var file: UnsafeMutablePointer<FILE>?
  /// The number of lines read so far.
  private var number = 0
  private var line: [Unicode.Scalar]?
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// - Parameter opening: Opens a source and returns its descriptor; `nil` if it must not be shown.
  init(opening: @escaping (_ path: String) -> Int32?) { self.opening = opening }

  convenience init(_ sources: PortalSources) { self.init { sources.openShown($0) } }

  deinit {
    if let file { fclose(file) }
    free(buffer)
  }

  /// The characters of a line, without its line break; `nil` if it cannot be read.
  ///
  /// - Parameters:
  ///   - wanted: Line number, from 1.
  ///   - path: Path of the source, as in findings.
  func line(_ wanted: Int, of path: String) -> [Unicode.Scalar]? {
    if path != self.path || wanted < number { open(path) }
    guard let file else { return nil }
    while number < wanted {
      let length = getline(&buffer, &capacity, file)
      number += 1
      guard length >= 0, let buffer else {
        line = nil
        return nil
      }
      line =
        number == wanted && length <= Self.longest
        ? Self.shown(UnsafeRawBufferPointer(start: buffer, count: length), isFirst: number == 1) : nil
    }
    return line
  }

  private static func shown(_ bytes: UnsafeRawBufferPointer, isFirst: Bool) -> [Unicode.Scalar] {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    while let last = scalars.last, Character(last).isNewline { scalars.removeLast() }
    return isFirst && scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
  }

  /// A finding may be about a link, whose target must not be shown, or about a pipe.
  private func open(_ path: String) {
    if let file { fclose(file) }
    (self.path, file, number, line) = (path, nil, 0, nil)
    guard let descriptor = opening(path) else { return }
    guard let opened = fdopen(descriptor, "r") else {
      close(descriptor)
      return
    }
    file = opened
  }
}
