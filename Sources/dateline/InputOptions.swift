import ArgumentParser
import DatelineCore
public import DatelineIngest
import DatelineNormalize
import Foundation

extension InputFormat: ExpressibleByArgument {}

/// What is read and how: options of the commands that read dumps.
struct InputOptions: ParsableArguments {
  @Argument(
    help: "Files, directories, globs, or - for standard input.", completion: .file())
  var inputs: [String]

  @Option(help: "Format of all inputs, whatever their names say.")
  var format: InputFormat?

  @Option(
    help: ArgumentHelp(
      "Read a field from another name: body=articleText. May be repeated.",
      valueName: "field=name"))
  var map: [String] = []

  @Option(help: ArgumentHelp("Leave a field out: title. May be repeated.", valueName: "field"))
  var drop: [String] = []

  @Option(help: ArgumentHelp("Outlet of articles that do not name theirs.", valueName: "outlet"))
  var source: String?

  @Flag(help: "Take pages that are no articles too: index pages, galleries, error pages.")
  var keepAll = false

  @Option(
    help: ArgumentHelp(
      "Write every rejected record to this file, one JSON object a line.", valueName: "file"),
    completion: .file())
  var errors: String?

  @Flag(help: "Exit with 2 when a record was rejected.")
  var strict = false

  @Option(help: ArgumentHelp("Largest record.", valueName: "bytes"))
  var maxRecord = 16 << 20

  @Option(
    help: ArgumentHelp(
      "Most time for the text of one record. Default: no limit.", valueName: "seconds"))
  var maxTime: Double?

  @Option(
    help: ArgumentHelp(
      "How many times its size may come out of a compressed file or archive.",
      valueName: "factor"))
  var maxExpansion = 200

  @Option(help: ArgumentHelp("Archives inside each other that are opened.", valueName: "count"))
  var maxDepth = 8

  @Option(help: ArgumentHelp("Largest file in an archive.", valueName: "bytes"))
  var maxEntry: Int64 = 16 << 30

  @Option(
    help: ArgumentHelp("Threads that normalise and tag. Default: one a core.", valueName: "count"))
  var workers: Int?

  @Flag(name: [.short, .long], help: "Print errors only.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Print warnings and the names of skipped files too.")
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
    if let maxTime, !(maxTime > 0 && maxTime <= 86_400) {
      throw ValidationError("--max-time must be more than 0 and at most 86400")
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

  /// Says what was passed over: how many files, and with `--verbose` which.
  func reportSkipped(_ list: InputList) {
    guard !quiet, !list.skipped.isEmpty else { return }
    if verbose {
      for path in list.skipped { Console.note("skipped: \(Console.safe(path))") }
    } else {
      Console.note("skipped \(Quantity.text(list.skipped.count, "file")) of other formats")
    }
  }

  /// Names everything but the content of a file that decides about its articles.
  var digest: String {
    let parts =
      [Normalizer.version, format?.rawValue ?? "", source ?? "", "\(maxRecord)", "\(keepAll)"]
      + ["\(maxExpansion)", "\(maxDepth)", "\(maxEntry)"]
      + (maxTime.map { ["time \($0)"] } ?? [])
      + map.map { "map " + $0 } + drop.map { "drop " + $0 }
    var text = parts.joined(separator: "\u{0}")
    return text.withUTF8(ContentHash.text)
  }
}
