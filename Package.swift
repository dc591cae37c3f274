// swift-tools-version: 6.1
import Foundation
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "dateline",
  products: [
    .executable(name: "dateline", targets: ["dateline"]),
    .library(
      name: "Dateline", targets: ["DatelineCore", "DatelineIndex", "DatelineSearch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CEdit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CBuiltins"),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibArchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CUchardet", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(name: "CZLib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CBzip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(name: "CBrotli", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CLZMA", providers: [.apt(["liblzma-dev"])]),
    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
    // Loaded when a cluster is asked, so nothing is linked.
    .target(name: "CMariaDB"),
    .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
    .target(
      name: "CSimdJSON",
      linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "DatelineCore", dependencies: ["CXXHash"], swiftSettings: settings),
    .target(name: "DatelineMarkup", dependencies: ["CLibXML2"], swiftSettings: settings),
    .target(
      name: "DatelineIngest",
      dependencies: [
        "DatelineCore", "DatelineMarkup", "CSimdJSON", "CLibCSV", "CLibArchive", "CUchardet",
        "CZLib", "CBzip2", "CBrotli", "CLZMA", "CZstd",
      ],
      swiftSettings: settings),
    .target(
      name: "DatelineNormalize",
      dependencies: ["DatelineCore", "DatelineMarkup", "CBuiltins", "CCLD2"],
      swiftSettings: settings),
    .target(
      name: "DatelineAnalysis", dependencies: ["DatelineCore", "CBuiltins"],
      swiftSettings: settings),
    .target(
      name: "DatelineIndex",
      dependencies: [
        "DatelineCore", "DatelineAnalysis", "CBuiltins", "CSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    .target(
      name: "DatelineSearch",
      dependencies: ["DatelineCore", "DatelineAnalysis", "DatelineIndex", "CBuiltins"],
      swiftSettings: settings),
    .target(
      name: "DatelineCluster",
      dependencies: [
        "DatelineCore", "DatelineAnalysis", "DatelineIndex", "DatelineSearch", "CMariaDB",
      ],
      swiftSettings: settings),
    .target(
      name: "CorpusGenerator", dependencies: ["DatelineCore"],
      path: "Benchmarks/CorpusGenerator", swiftSettings: settings),
    .executableTarget(
      name: "ExtractionFeatures", dependencies: ["DatelineNormalize"],
      path: "Benchmarks/ExtractionFeatures", swiftSettings: settings),
    .executableTarget(
      name: "ReadingBenchmark", dependencies: ["DatelineIngest"],
      path: "Benchmarks/ReadingBenchmark", swiftSettings: settings),
    .executableTarget(
      name: "TaggingBenchmark", dependencies: ["DatelineAnalysis", "DatelineCore"],
      path: "Benchmarks/tagging", exclude: ["conll.py", "run.sh"], swiftSettings: settings),
    .executableTarget(
      name: "ClusterBenchmark",
      dependencies: ["DatelineCluster", "DatelineCore", "DatelineSearch", "CorpusGenerator"],
      path: "Benchmarks/cluster", exclude: ["run.sh"], swiftSettings: settings),
    .executableTarget(
      name: "IndexingBenchmark", dependencies: ["CSimdJSON", "DatelineCore", "DatelineIndex"],
      path: "Benchmarks/indexing",
      exclude: [
        "run.sh", "setup.sh", "stock_fts5.cpp", "agreement.py", "compare.py", "dumps.py", "jobs.py",
        "rows.py", "tantivy_stage.py",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "dateline",
      dependencies: [
        "DatelineCore", "DatelineIngest", "DatelineNormalize", "DatelineAnalysis",
        "DatelineIndex", "DatelineSearch", "DatelineCluster", "CorpusGenerator", "CEdit",
        "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineMarkupTests", dependencies: ["DatelineMarkup"], swiftSettings: settings),
    .testTarget(
      name: "DatelineIngestTests",
      dependencies: ["DatelineIngest", "DatelineCore", "CLibArchive", "CZstd"],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineNormalizeTests",
      dependencies: ["DatelineNormalize", "DatelineMarkup", "DatelineCore"],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineAnalysisTests", dependencies: ["DatelineAnalysis", "DatelineCore"],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineIndexTests",
      dependencies: [
        "DatelineIndex", "DatelineAnalysis", "DatelineCore",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(
      name: "CFaultVFS", path: "Tests/CFaultVFS",
      linkerSettings: [.linkedLibrary("sqlite3")]),
    .testTarget(
      name: "DatelineFaultTests",
      dependencies: [
        "CFaultVFS", "DatelineIndex", "DatelineAnalysis", "DatelineCore",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DatelineSearchTests",
      dependencies: ["DatelineSearch", "DatelineIndex", "DatelineAnalysis", "DatelineCore"],
      swiftSettings: settings),
    .target(name: "ClusterAnswers", path: "Tests/ClusterAnswers", swiftSettings: settings),
    .testTarget(
      name: "DatelineClusterTests",
      dependencies: [
        "ClusterAnswers", "DatelineCluster", "DatelineSearch", "DatelineIndex", "DatelineAnalysis",
        "DatelineCore", "CorpusGenerator",
      ],
      swiftSettings: settings),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "ClusterAnswers", "DatelineCore", "DatelineIngest", "DatelineNormalize", "DatelineAnalysis",
        "DatelineIndex", "DatelineSearch", "DatelineCluster",
      ],
      path: "Tests/Fuzz", exclude: ["seeds"], swiftSettings: settings),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets", "DatelineCore"], swiftSettings: settings),
    .testTarget(
      name: "CorpusGeneratorTests", dependencies: ["CorpusGenerator", "DatelineCore"],
      swiftSettings: settings),
    .testTarget(
      name: "CLITests",
      dependencies: [
        "ClusterAnswers", "dateline", "DatelineCore", "DatelineIngest", "DatelineNormalize",
        "DatelineAnalysis",
        "DatelineIndex",
      ],
      swiftSettings: settings),
  ],
  cxxLanguageStandard: .cxx17
)

// Fuzzing needs the sanitizer's flags on everything they are built from: see .ci/fuzz.sh.
if ProcessInfo.processInfo.environment["DATELINE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "DatelineFuzz", dependencies: ["FuzzTargets"], path: "Tests/FuzzDriver",
      swiftSettings: settings))
}
