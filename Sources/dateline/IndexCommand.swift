import ArgumentParser
import DatelineAnalysis
import DatelineCore
import DatelineIndex
import DatelineIngest
import DatelineNormalize
import Foundation
import Logging

extension InputFormat: ExpressibleByArgument {}

/// `dateline index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Read news dumps into the index: add new articles, replace changed ones.",
    discussion: """
      Inputs are files, directories, globs in quotes, or - for standard input. Formats: text (one
      article a file), jsonl, json (an object or an array), csv and tsv; found by file name or
      content, or given with --format. The same dump again changes nothing.

      Ctrl-C commits what was read and exits with 130; the same command goes on from there.
      Exit status: 0 done (bad records are counted), 2 error, or with --strict any bad record.
      """)

  @Argument(help: "Files, directories, globs, or - for standard input.")
  var inputs: [String]

  @OptionGroup var database: DatabaseOptions

  @Option(help: "text, jsonl, json, csv or tsv, for all inputs.")
  var format: InputFormat?

  @Option(help: "Read a field from another name: body=articleText. May be repeated.")
  var map: [String] = []

  @Option(help: "Leave a field out: title. May be repeated.")
  var drop: [String] = []

  @Option(help: "Outlet of articles that do not name theirs.")
  var source: String?

  @Option(help: "Write every rejected record to this file, one JSON object a line.")
  var errors: String?

  @Flag(help: "Exit with 2 when a record was rejected.")
  var strict = false

  @Option(help: "Largest record in bytes.")
  var maxRecord = 64 << 20

  @Option(help: "Seconds to wait for another writer.")
  var busyTimeout = 10.0

  @Flag(name: [.short, .long], help: "Print errors only.")
  var quiet = false

  @Flag(name: [.short, .long], help: "Print warnings too.")
  var verbose = false

  @Flag(help: "Print the summary as a JSON object.")
  var json = false

  func validate() throws {
    guard (1...(1 << 30)).contains(maxRecord) else {
      throw ValidationError("--max-record must be from 1 to \(1 << 30)")
    }
    guard (0...86_400).contains(busyTimeout) else {
      throw ValidationError("--busy-timeout must be from 0 to 86400")
    }
  }

  func run() throws {
    Interrupt.arm()
    let mapping = try FieldMapping(maps: map, drops: drop)
    let options = IngestOptions(
      format: format, mapping: mapping, source: source, maxRecordBytes: maxRecord)
    let list = try InputList.expand(inputs, format: format)
    let files = list.files
    let level: Logger.Level = verbose ? .debug : quiet ? .error : .notice
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = level
      return handler
    }
    let writer = try IndexWriter(
      path: database.file, gazetteer: .builtIn, busyTimeout: busyTimeout,
      logger: Logger(label: "dateline.index"))
    let log = try ErrorLog(path: errors, isQuiet: quiet)
    if !quiet, !list.skipped.isEmpty {
      Console.note("skipped \(list.skipped.count) files of other formats")
    }
    let normalizer = PageMemory.normalizer(for: files, options: options)
    let pipeline = ArticlePipeline(
      files: files, options: options, normalizer: normalizer, gazetteer: .builtIn)
    let sizes = files.map(\.size)
    var progress = ImportProgress(
      totalBytes: sizes.contains { $0 == nil } ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) },
      isShown: !quiet && Console.stderrIsTerminal)
    try pipeline.run { batch in
      let written = try writer.write(analyzed: batch.articles)
      progress.add(batch, written)
      if !batch.rejections.isEmpty || (verbose && !batch.warnings.isEmpty) { progress.clear() }
      for rejection in batch.rejections { try log.add(rejection) }
      if verbose { for warning in batch.warnings { Console.note("warning: \(warning)") } }
    }
    try writer.close()
    progress.clear()
    let summary = progress.summary(interrupted: Interrupt.isRaised)
    log.finish()
    if json {
      Console.write(JSONText.of(summary, pretty: true) + "\n")
    } else if !quiet {
      Console.write(summary.text + "\n")
      if summary.warnings > 0, !verbose {
        Console.note("\(summary.warnings) warnings; --verbose prints them")
      }
    }
    if Interrupt.isRaised {
      if !quiet { Console.note("interrupted; run the same command again to go on") }
      throw ExitCode(130)
    }
    if progress.articles == 0, progress.rejectedCount == 0 {
      throw CommandFailure("no articles in \(inputs.joined(separator: ", "))")
    }
    if strict, progress.rejectedCount > 0 { throw ExitCode(2) }
  }
}

/// Reports rejected records: the first ones on stderr, all of them to a file when one is given.
final class ErrorLog {
  private static let mostShown = 20
  private let file: FileHandle?
  private let isQuiet: Bool
  private var count = 0

  /// - Throws: when the file cannot be written.
  init(path: String?, isQuiet: Bool) throws {
    self.isQuiet = isQuiet
    guard let path else {
      file = nil
      return
    }
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw CommandFailure("\(path): cannot be written") }
    file = handle
  }

  /// Reports a rejected record.
  func add(_ rejection: Rejection) throws {
    count += 1
    if !isQuiet, count <= Self.mostShown {
      let place =
        "\(rejection.origin.file), record \(rejection.origin.record), byte \(rejection.origin.offset)"
      Console.note(
        Console.safe("\(place): \(rejection.reason.rawValue): \(rejection.message)"))
    }
    try file?.write(contentsOf: Data((JSONText.of(rejection) + "\n").utf8))
  }

  /// Says how many were not shown.
  func finish() {
    if !isQuiet, count > Self.mostShown {
      let hint = file == nil ? "; --errors FILE keeps all" : ""
      Console.note("... and \(count - Self.mostShown) more rejected records\(hint)")
    }
    try? file?.close()
  }
}

/// Learns the lines that pages of an outlet share, before any of them is read for indexing.
enum PageMemory {
  /// A normalizer that knows the page files, which are read once for it.
  static func normalizer(for files: [InputFile], options: IngestOptions) -> Normalizer {
    let now = Date()
    var memory = LineMemory()
    let plain = Normalizer(now: now, defaultSource: options.source, memory: memory)
    let pages = files.filter { $0.path != "-" && (options.format ?? $0.format) == .text }
    for file in pages.count > 1 ? pages : [] {
      guard let reader = try? DocumentReader(file: file, options: options) else { continue }
      while !Interrupt.isRaised, let event = reader.next() {
        guard case .document(let document) = event, let text = document.body else { continue }
        memory.learn(page: text, source: plain.source(of: document) ?? "")
      }
    }
    return Normalizer(now: now, defaultSource: options.source, memory: memory)
  }
}
