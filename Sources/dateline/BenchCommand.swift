import ArgumentParser
import CorpusGenerator
import DatelineAnalysis
import DatelineCore
import DatelineIndex
import DatelineIngest
import DatelineNormalize
import DatelineSearch
import Foundation

/// `dateline bench`.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure index throughput and query latency on a dump, or on a generated one.",
    discussion: """
      EXAMPLES
        dateline bench                           20,000 generated articles
        dateline bench dump.jsonl --json         your own dump
        dateline bench --db news.db --queries queries.tsv
                                                 latency on an existing index
        dateline bench --articles 100000 --write dump.jsonl
                                                 only write the generated dump

      A file of queries has a line each: class, tab, words; classes are term-rare,
      term-mid, term-common, and, or, phrase, phrase-term, prefix, title, entity,
      near.
      """)

  @Argument(help: "Dumps to index; none for a generated one.", completion: .file())
  var inputs: [String] = []

  @Option(help: ArgumentHelp("Articles to generate.", valueName: "count"))
  var articles = 20_000

  @Option(help: "Seed of the generator.")
  var seed: UInt64 = 1

  @Option(
    name: .customLong("db"),
    help: ArgumentHelp("Measure queries on this index; nothing is indexed.", valueName: "file"),
    completion: .file())
  var path: String?

  @Option(
    help: ArgumentHelp("Threads that normalise and tag. Default: one a core.", valueName: "count"))
  var workers: Int?

  @Option(help: ArgumentHelp("Queries to measure.", valueName: "file"), completion: .file())
  var queries: String?

  @Option(
    help: ArgumentHelp("Queries of each class when they are generated.", valueName: "count"))
  var perClass = 20

  @Option(
    help: ArgumentHelp("How often each query runs again; the median counts.", valueName: "count"))
  var repeats = 5

  @Option(
    help: ArgumentHelp(
      "Fragments of the snippets; 0 measures ranking alone.", valueName: "count"))
  var fragments = 0

  @Option(help: ArgumentHelp("Order of the hits: relevance or date.", valueName: "order"))
  var sort = SearchRequest.Sort.relevance

  @Option(
    help: ArgumentHelp(
      "Write the generated dump to this file (with --write-queries: and queries) and stop.",
      valueName: "file"), completion: .file())
  var write: String?

  @Option(
    help: ArgumentHelp("Write generated queries to this file.", valueName: "file"),
    completion: .file())
  var writeQueries: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Run each query through stock FTS5 too, in turns, and print the ratio.")
  var stock = true

  @Flag(help: "Print a JSON object.")
  var json = false

  func validate() throws {
    if let workers, workers < 1 { throw ValidationError("--workers must be at least 1") }
    if articles < 1 { throw ValidationError("--articles must be at least 1") }
    if repeats < 0 { throw ValidationError("--repeats must not be negative") }
    if perClass < 1 { throw ValidationError("--per-class must be at least 1") }
  }

  func run() throws {
    let generator = CorpusGenerator(articles: articles, seed: seed)
    if write != nil || writeQueries != nil {
      try export(generator)
      return
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("dateline-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var report = BenchReport(
      machine: BenchMachine.current, index: nil, queries: [], peakResidentMegabytes: 0)
    var database = path
    if database == nil {
      let dump = inputs.isEmpty ? [try generate(generator, in: folder)] : inputs
      let file = folder.appendingPathComponent("bench.db").path
      report.index = try BenchIndexing.measure(
        inputs: dump, database: file,
        workers: workers ?? ProcessInfo.processInfo.activeProcessorCount)
      database = file
    }
    guard let database else { return }
    let list = try queryList(generator, database: database)
    if let first = list.first {
      report.opening = try BenchOpening.measure(database: database, query: first.queryText)
      report.queries = try BenchQueries(
        engine: LocalEngine(path: database),
        stock: stock ? StockSearch(path: database, isByDate: sort == .date) : nil, repeats: repeats,
        fragments: fragments, sort: sort
      ).measure(list)
    }
    report.peakResidentMegabytes = BenchUsage.current.peakResidentMegabytes
    Console.write(json ? JSONText.of(report, pretty: true) + "\n" : report.text)
  }

  private func export(_ generator: CorpusGenerator) throws {
    if let write {
      let file = try OutputFile.create(write)
      try generator.writeJSONLines(to: file)
      try file.close()
    }
    if let writeQueries {
      let lines = generator.queries(perClass: perClass).map { $0.line + "\n" }.joined()
      do {
        try lines.write(toFile: writeQueries, atomically: true, encoding: .utf8)
      } catch { throw CommandFailure.unwritable(writeQueries, error) }
    }
  }

  private func generate(_ generator: CorpusGenerator, in folder: URL) throws -> String {
    let path = folder.appendingPathComponent("dump.jsonl").path
    let file = try OutputFile.create(path)
    try generator.writeJSONLines(to: file)
    try file.close()
    return path
  }

  private func queryList(
    _ generator: CorpusGenerator, database: String
  ) throws -> [BenchmarkQuery] {
    if let queries {
      guard let text = try? String(contentsOfFile: queries, encoding: .utf8) else {
        throw CommandFailure.unreadable(queries)
      }
      return text.split(whereSeparator: \.isNewline).compactMap { BenchmarkQuery(line: $0) }
    }
    // Generated queries fit generated articles only; others are drawn from the articles.
    if path == nil && inputs.isEmpty { return generator.queries(perClass: perClass) }
    return try BenchQuerySampler(path: database).queries(perClass: perClass)
  }
}

/// Measures indexing: the same pipeline as `dateline index`.
enum BenchIndexing {
  static func measure(
    inputs: [String], database: String, workers: Int
  ) throws -> BenchReport.Index {
    let files = try InputList.expand(inputs).files
    let before = BenchUsage.current
    let start = ContinuousClock.now
    let writer = try IndexWriter(path: database, options: .init(workers: workers))
    let session = try ArticleImport(writer)
    let options = IngestOptions()
    var memory = PageMemory(options: options, workers: workers)
    try memory.learn(files)
    let pipeline = ArticlePipeline<AnalyzedArticle>(
      files: files, options: options, workers: workers, normalizer: memory.normalizer,
      makeAnalyzer: session.makeWorker())
    var count = 0
    var textBytes = 0
    try pipeline.run(isDue: { session.isDue }, rest: { _ = try session.commit() }) { batch in
      _ = try session.add(batch.articles)
      count += batch.articles.count
      textBytes += batch.textBytes
    }
    _ = try session.commit()
    try writer.close()
    let elapsed = ContinuousClock.now - start
    let wall = elapsed.inSeconds
    let cpu = BenchUsage.current.cpuSeconds - before.cpuSeconds
    // Taken here: later readers map the file, and its cached pages would be counted.
    let peak = BenchUsage.current.peakResidentMegabytes
    let statistics = try IndexReader(path: database).statistics(top: 1)
    return BenchReport.Index(
      articles: count, textBytes: textBytes, wallSeconds: wall, cpuSeconds: cpu,
      articlesPerSecond: Double(count) / wall, megabytesPerSecond: Double(textBytes) / 1e6 / wall,
      megabytesPerCPUSecond: Double(textBytes) / 1e6 / max(cpu, 1e-9),
      fileBytes: statistics.fileBytes, indexBytes: statistics.indexBytes,
      peakResidentMegabytes: peak)
  }
}

extension Duration {
  /// The duration in seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
