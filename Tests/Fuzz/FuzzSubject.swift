internal import Glibc
internal import Templates

/// What the fuzzer passes its inputs to.
///
/// No input is wrong in itself: a subject must return whatever the input is, and its output must be sound. Otherwise it
/// stops the process, and the fuzzer keeps the input.
enum FuzzSubject: String, CaseIterable {
  /// A source with front matter, read with and without the fast paths, checked and rendered.
  case report
  /// The body of a report with valid front matter, so that nearly every input is rendered.
  case table
  /// The YAML of front matter, compared with the library's reading.
  case frontMatter = "front-matter"
  /// A form of a portal, a blank report of it, and that report read back.
  case form
  /// A layout, rendered with a page.
  case theme
  /// The site, its regions and an agency.
  case registry

  func run(_ bytes: [UInt8]) {
    switch self {
    case .report: ReportFuzzing.run(bytes)
    case .table: ReportFuzzing.run(ReportFuzzing.frontMatter + bytes)
    case .frontMatter: FrontMatterFuzzing.run(bytes)
    case .form: FormFuzzing.run(bytes)
    case .theme: ThemeFuzzing.run(bytes)
    case .registry: RegistryFuzzing.run(bytes)
    }
  }

  /// The subject named in the environment.
  static let asked: FuzzSubject = {
    guard let name = getenv("FUZZ_SUBJECT").map({ String(cString: $0) }), let subject = FuzzSubject(rawValue: name)
    else {
      fatalError("FUZZ_SUBJECT is none of \(FuzzSubject.allCases.map(\.rawValue))")
    }
    return subject
  }()
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runLibFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager links `main` to this name.
@_cdecl("Fuzz_main")
func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var (count, arguments) = (count, arguments)
  return runLibFuzzer(&count, &arguments) { start, count in
    FuzzSubject.asked.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
}

/// Stops the process, with the fault in the last line.
func expectSound(_ isSound: Bool, _ what: @autoclosure () -> String) {
  if !isSound { fatalError(what()) }
}
