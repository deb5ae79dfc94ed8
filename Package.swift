// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Not in release builds, which must not fail because of new warnings in a later compiler.
  .treatAllWarnings(as: .error, .when(configuration: .debug)),
]

let strictC: [CSetting] = [.enableWarning("all"), .treatAllWarnings(as: .error, .when(configuration: .debug))]

let package = Package(
  name: "gongkai",
  products: [.executable(name: "gongkai", targets: ["gongkai"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // Replaces malloc in the executable: a build allocates and frees several thousand small arrays per report.
    .systemLibrary(name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
    .target(name: "CMarkBridge", dependencies: ["CMarkGFM"], cSettings: strictC),
    .target(name: "CMarkupTree", dependencies: ["CLibXML2"], cSettings: strictC),
    .target(name: "CArchive", dependencies: ["CLibArchive"], cSettings: strictC),
    .target(name: "CFileSystem", cSettings: strictC),
    .target(name: "CWorkbookFiles", cSettings: strictC),

    .target(name: "CByteSearch", cSettings: strictC),
    .target(name: "Bytes", dependencies: ["CByteSearch"], swiftSettings: strict),
    .target(name: "Diagnostics", dependencies: ["Bytes"], swiftSettings: strict),
    .target(
      name: "Markup",
      dependencies: ["Diagnostics", "CMarkGFM", "CMarkBridge", .product(name: "Yams", package: "Yams")],
      exclude: ["Characters/Data"], swiftSettings: strict, plugins: ["EmbedFiles"]),
    .target(name: "Languages", dependencies: ["Markup"], swiftSettings: strict, plugins: ["EmbedFiles"]),
    .target(name: "Narrative", dependencies: ["Markup"], swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["Languages", "Narrative"], exclude: ["Forms"], swiftSettings: strict,
      plugins: ["EmbedFiles"]),
    .target(name: "Importing", dependencies: ["Reports", "CMarkupTree", "CArchive"], swiftSettings: strict),
    .target(name: "Portal", dependencies: ["Reports"], swiftSettings: strict),
    .target(
      name: "Templates", dependencies: ["Portal", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict, plugins: ["EmbedFiles"]),
    .target(
      name: "DataFiles", dependencies: ["Portal", "CArchive", "CSQLite", "CXLSXWriter", "CWorkbookFiles"],
      exclude: ["Schemas"],
      swiftSettings: strict, plugins: ["EmbedFiles"]),
    .target(
      name: "SearchIndex", dependencies: ["Portal"], exclude: ["Folding", "Pinyin"], swiftSettings: strict,
      plugins: ["EmbedFiles"]),
    .target(
      name: "Pages", dependencies: ["Templates", "DataFiles"], swiftSettings: strict),
    .target(
      name: "Publishing", dependencies: ["Pages", "SearchIndex", "CFileSystem", "CCrypto", "CZlib", "CBrotli"],
      swiftSettings: strict),
    .target(
      name: "GongkaiCommand",
      dependencies: ["Publishing", "Importing", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .executableTarget(name: "gongkai", dependencies: ["GongkaiCommand", "CJemalloc"], swiftSettings: strict),

    .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),
    .executableTarget(name: "embed-files", swiftSettings: strict),

    .target(name: "MarkedSources", dependencies: ["Markup"], path: "Tests/MarkedSources", swiftSettings: strict),
    .testTarget(name: "BytesTests", dependencies: ["Bytes", "CByteSearch"], swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(
      name: "MarkupTests", dependencies: ["Markup", "MarkedSources", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .testTarget(name: "LanguagesTests", dependencies: ["Languages"], swiftSettings: strict),
    .testTarget(name: "NarrativeTests", dependencies: ["Narrative", "MarkedSources"], swiftSettings: strict),
    .testTarget(name: "ImportingTests", dependencies: ["Importing"], swiftSettings: strict),
    .target(
      name: "ExampleReports", dependencies: ["Reports", "MarkedSources"], path: "Tests/ExampleReports",
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "ExampleReports", "MarkedSources"], swiftSettings: strict),
    .testTarget(name: "PortalTests", dependencies: ["Portal", "ExampleReports"], swiftSettings: strict),
    .target(
      name: "RenderedPortals", dependencies: ["Pages", "ExampleReports"], path: "Tests/RenderedPortals",
      swiftSettings: strict),
    .testTarget(
      name: "TemplatesTests",
      dependencies: ["Templates", "MarkedSources", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .testTarget(
      name: "DataFilesTests", dependencies: ["DataFiles", "CWorkbookFiles", "MarkedSources"], swiftSettings: strict),
    .testTarget(
      name: "SearchIndexTests", dependencies: ["SearchIndex", "MarkedSources", "RenderedPortals"], swiftSettings: strict
    ),
    .testTarget(
      name: "PagesTests",
      dependencies: ["Pages", "RenderedPortals", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: strict),
    .testTarget(name: "PublishingTests", dependencies: ["Publishing"], swiftSettings: strict),
    .testTarget(
      name: "GongkaiTests", dependencies: ["GongkaiCommand"], exclude: ["Golden"], swiftSettings: strict),
  ]
)

// libFuzzer provides the entry point and needs coverage instrumentation: see Tests/Fuzz/run.sh.
if Context.environment["GONGKAI_FUZZ"] != nil {
  let watched: SwiftSetting = .unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])
  for target in package.targets where target.type == .regular && target.swiftSettings != nil {
    target.swiftSettings?.append(watched)
  }
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Pages", "MarkedSources", "RenderedPortals"], path: "Tests/Fuzz",
      exclude: ["run.sh", "words.txt"],
      swiftSettings: strict + [watched, .unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
