import ArgumentParser
import DatelineAnalysis
import DatelineCluster
import DatelineIndex
import DatelineIngest
import DatelineNormalize
import Foundation
import Logging

/// `dateline index`.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Read news dumps into the index: add new articles, replace changed ones.",
    discussion: """
      EXAMPLES
        dateline index dump.jsonl pages/ crawl.warc.gz
        dateline index 'export-*.csv' --map body=articleText --source "Harbour Wire"
        zcat dump.jsonl.gz | dateline index - --db wire.db
        dateline index dump/ --dry-run --errors rejected.jsonl

      Inputs are files, directories, globs in quotes, or - for standard input;
      their format is found by file name and content, or given with --format.
      The same dump again changes nothing. From standard input nothing is learnt
      of what the pages of a site share: give crawls and pages as files.

      Ctrl-C commits what was read and exits with 130; the same command goes on
      from there, and so it does when the import ended in any other way: records
      that were committed are passed over, unless the file has changed.
      Exit status: 0 done (bad records are counted), 2 error, or with --strict any
      bad record.
      """)

  @OptionGroup var input: InputOptions

  @OptionGroup var database: DatabaseOptions

  @Flag(help: "Read and count only; no file is written.")
  var dryRun = false

  @OptionGroup var busy: BusyOptions

  @Option(
    help: ArgumentHelp(
      "Memory for building the index; more goes to temporary files.", valueName: "MB"))
  var memory = 512

  @Option(
    help: ArgumentHelp(
      "How long a slow import works before it commits what it has.", valueName: "seconds"))
  var commitEvery = 60.0

  @Flag(help: "Do not look for entities; `dateline entities apply` does it later.")
  var noEntities = false

  @Option(
    help: ArgumentHelp(
      "Write into a cluster, not a file: sphinxql://HOST:PORT/INDEX, with --shards.",
      valueName: "address"))
  var engine: String?

  @OptionGroup var target: ClusterTargetOptions

  @Option(
    help: ArgumentHelp(
      "With --engine: a file that keeps how far the import is; it goes on from there.",
      valueName: "file"), completion: .file())
  var checkpoint: String?

  @Flag(help: "Print the summary as a JSON object.")
  var json = false

  func validate() throws {
    guard (0.1...86_400).contains(commitEvery) else {
      throw ValidationError("--commit-every must be from 0.1 to 86400")
    }
    guard (16...(1 << 20)).contains(memory) else {
      throw ValidationError("--memory must be from 16 to \(1 << 20)")
    }
    _ = try target.cluster(engine, option: "--engine")
    if checkpoint != nil, engine == nil {
      throw ValidationError("--checkpoint goes with --engine; a file keeps its own")
    }
    if engine != nil, dryRun || database.path != nil {
      throw ValidationError("--engine goes with neither --dry-run nor --db")
    }
  }

  func run() throws {
    Interrupt.arm()
    if let cluster = try target.cluster(engine, option: "--engine") {
      let progress = try ClusterImport(target: cluster).run(
        input, tagsEntities: !noEntities, checkpoint: checkpoint,
        commitEvery: .seconds(commitEvery),
        isShown: !input.quiet && Console.stderrIsTerminal)
      return try report(progress, isInterrupted: Interrupt.isRaised)
    }
    let options = try input.ingestOptions()
    let list = try input.files()
    configureLog()
    var pages = PageMemory(
      options: options, workers: input.workerCount, keepAll: input.keepAll,
      maxSeconds: input.maxTime)
    let writer = dryRun ? nil : try makeWriter()
    let log = try ErrorLog(path: input.errors, isQuiet: input.quiet)
    input.reportSkipped(list)
    let plan = ImportPlan(
      files: list.files, stored: try writer?.checkpoints() ?? [:], options: input.digest)
    writer?.resume(after: plan.committed)
    let session = try writer.map {
      try ArticleImport($0, commitInterval: .seconds(commitEvery))
    }
    try learn(&pages, plan, writer, session)
    var progress = ImportProgress(
      totalBytes: list.totalBytes, plan: plan, isDryRun: dryRun,
      isShown: !input.quiet && Console.stderrIsTerminal)
    let pipeline = ArticlePipeline<AnalyzedArticle>(
      files: list.files, options: options, workers: input.workerCount,
      normalizer: pages.normalizer,
      makeAnalyzer: try session?.makeWorker()
        ?? ArticleImport.analyzingWorker(gazetteer: storedGazetteer()),
      skipped: plan.skipped)
    func commit() throws {
      if let session, session.hasUncommitted { progress.add(try session.commit()) }
    }
    try pipeline.run(isDue: { session?.isDue ?? false }, rest: commit) { batch in
      let written = try session?.add(
        batch.articles, checkpoints: plan.checkpoints(for: batch.progress))
      progress.add(batch, written ?? .init())
      if !batch.rejections.isEmpty || (input.verbose && !batch.warnings.isEmpty) {
        progress.clear()
      }
      for rejection in batch.rejections { try log.add(rejection) }
      if input.verbose { for warning in batch.warnings { Console.note("warning: \(warning)") } }
    }
    // Ctrl-C from here on finds everything read: the commit is awaited, and nothing is left to do.
    let isInterrupted = Interrupt.isRaised
    if let session {
      progress.add(
        try session.commit(removingCheckpointsOf: isInterrupted ? [] : plan.paths))
    }
    try writer?.close()
    progress.clear()
    log.finish()
    try report(progress, isInterrupted: isInterrupted)
  }

  private func makeWriter() throws -> IndexWriter {
    let writer = try IndexWriter(
      path: database.file, extractor: Normalizer.version,
      options: .init(
        workers: input.workerCount, memory: memory << 20, busyTimeout: busy.busyTimeout,
        tagsEntities: !noEntities),
      logger: Logger(label: "dateline.index"))
    Console.note(writer.upgrade)
    return writer
  }

  /// The entities that hold in the file, for a run that does not write.
  private func storedGazetteer() throws -> Gazetteer {
    guard FileManager.default.fileExists(atPath: database.file) else { return .builtIn }
    return try IndexReader(path: database.file).read { try $0.gazetteerEdits().gazetteer }
  }

  private func configureLog() {
    let level: Logger.Level = input.verbose ? .debug : input.quiet ? .error : .notice
    LoggingSystem.bootstrap { _ in
      ConsoleLogHandler(level: level)
    }
  }

  /// Learns from the pages that no earlier run has learnt from, and stores what it knows now
  /// together with the beginning of the import: a run that goes on knows the same.
  private func learn(
    _ pages: inout PageMemory, _ plan: ImportPlan, _ writer: IndexWriter?,
    _ session: ArticleImport?
  ) throws {
    if let writer {
      pages.load(try writer.siteMemory())
    } else if FileManager.default.fileExists(atPath: database.file) {
      pages.load(try IndexReader(path: database.file).read { try $0.siteMemory() })
    }
    let isShown = !input.quiet && Console.stderrIsTerminal
    try pages.learn(plan.unlearnt) { share in
      if isShown { Console.redraw("learning what pages share \(Int(share * 100))%") }
    }
    session?.reserve(pages.bytes)
    if Interrupt.isRaised { return }
    session?.add(pages.changes, checkpoints: plan.beginnings)
  }

  private func report(_ progress: ImportProgress, isInterrupted: Bool) throws {
    let summary = progress.summary(interrupted: isInterrupted)
    if json {
      Console.write(JSONText.of(summary, pretty: true) + "\n")
    } else if !input.quiet {
      Console.write(summary.text + "\n")
      if summary.warnings > 0, !input.verbose {
        Console.note("\(Quantity.text(summary.warnings, "warning")); --verbose prints more")
      }
    }
    if isInterrupted {
      if !input.quiet { Console.note("interrupted; run the same command again to go on") }
      throw ExitCode(130)
    }
    let rejected = progress.rejectedCount + summary.resumedRejected
    if progress.articles == 0, rejected == 0, summary.resumed == 0 {
      throw CommandFailure(
        "no articles in \(input.inputs.joined(separator: ", ")); name other files, or what they are with --format"
      )
    }
    if input.strict, rejected > 0 { throw ExitCode(2) }
  }
}

extension InputList {
  /// Size of all files; `nil` when it is not known (standard input).
  var totalBytes: Int64? {
    let sizes = map(\.size)
    return sizes.contains { $0 == nil } ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
  }
}
