import ArgumentParser
import DatelineCore
public import DatelineIngest
import DatelineNormalize
import Foundation

extension InputFormat: ExpressibleByArgument {}

/// What is read and how: options of the commands that read dumps.
struct InputOptions: ParsableArguments {
  @Argument(help: "Files, directories, globs, or - for standard input.")
  var inputs: [String]

  @Option(
    help: ArgumentHelp(
      "Format of all inputs: "
        + InputFormat.allCases.map(\.rawValue).joined(separator: ", ") + "."))
  var format: InputFormat?

  @Option(help: "Read a field from another name: body=articleText. May be repeated.")
  var map: [String] = []

  @Option(help: "Leave a field out: title. May be repeated.")
  var drop: [String] = []

  @Option(help: "Outlet of articles that do not name theirs.")
  var source: String?

  @Flag(help: "Take pages that are no articles too: index pages, galleries, error pages.")
  var keepAll = false

  @Option(help: "Write every rejected record to this file, one JSON object a line.")
  var errors: String?

  @Flag(help: "Exit with 2 when a record was rejected.")
  var strict = false

  @Option(help: "Largest record in bytes.")
  var maxRecord = 16 << 20

  @Option(help: "How many times its size may come out of a compressed file or archive.")
  var maxExpansion = 200

  @Option(help: "Archives inside each other that are opened.")
  var maxDepth = 8

  @Option(help: "Largest file in an archive in bytes.")
  var maxEntry: Int64 = 16 << 30

  @Option(help: "Threads that normalise and tag. Default: one a core.")
  var workers: Int?

  @Flag(name: [.short, .long], help: "Print errors only.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Print warnings too.")
  var verbose = false

  func validate() throws {
    guard (1...(1 << 30)).contains(maxRecord) else {
      throw ValidationError("--max-record must be from 1 to \(1 << 30)")
    }
    guard (1...1_000_000).contains(maxExpansion), (1...64).contains(maxDepth), maxEntry >= 1 else {
      throw ValidationError(
        "--max-expansion must be from 1 to 1000000, --max-depth from 1 to 64, --max-entry at least 1"
      )
    }
    if let workers, !(1...256).contains(workers) {
      throw ValidationError("--workers must be from 1 to 256")
    }
  }

  /// How the inputs are read.
  /// - Throws: when `--map` or `--drop` name no field.
  func ingestOptions() throws -> IngestOptions {
    IngestOptions(
      format: format, mapping: try FieldMapping(maps: map, drops: drop), source: source,
      maxRecordBytes: maxRecord,
      containerLimits: ContainerLimits(
        maxExpansion: maxExpansion, maxDepth: maxDepth, maxEntryBytes: maxEntry))
  }

  /// Number of working threads.
  var workerCount: Int { workers ?? ProcessInfo.processInfo.activeProcessorCount }

  /// The files to read.
  /// - Throws: when an input does not exist.
  func files() throws -> InputList { try InputList.expand(inputs, format: format) }

  /// Names everything but the content of a file that decides about its articles.
  var digest: String {
    let parts =
      [Normalizer.version, format?.rawValue ?? "", source ?? "", "\(maxRecord)", "\(keepAll)"]
      + ["\(maxExpansion)", "\(maxDepth)", "\(maxEntry)"]
      + map.map { "map " + $0 } + drop.map { "drop " + $0 }
    var text = parts.joined(separator: "\u{0}")
    return text.withUTF8(ContentHash.text)
  }
}
