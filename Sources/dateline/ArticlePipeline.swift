import DatelineAnalysis
import DatelineCore
import DatelineIndex
import DatelineIngest
import DatelineNormalize

/// Makes something of articles on a thread of a pipeline; each thread has its own.
protocol ArticleWorker<Product> {
  associatedtype Product: Sendable
  /// A chunk of articles begins; `ordinal` is at most the number of its first one.
  mutating func beginChunk(at ordinal: UInt32)
  /// Makes something of an article; ordinals ascend.
  mutating func analyze(_ article: Article, ordinal: UInt32) -> Product
  /// The chunk ends.
  mutating func endChunk()
  /// A large article has passed: gives back the memory it has taken.
  mutating func trim()
}

extension IndexingWorker: ArticleWorker {}

/// Reads inputs and turns their records into analysed articles, or what else a worker makes of them, batch by
/// batch, on all cores while the caller writes.
///
/// Order and content of the batches depend on the inputs alone.
struct ArticlePipeline<Output: Sendable> {
  /// Articles of one transaction.
  struct Batch: Sendable {
    var articles: [Output] = []
    var rejections: [Rejection] = []
    var warnings: [String] = []
    /// Bytes of input read up to the end of this batch, or a little more.
    var bytesRead: Int64 = 0
    /// Bytes of titles and bodies in this batch.
    var textBytes = 0
    /// Files that this batch has records of, and how far it brings them.
    var progress: [FileProgress] = []
    /// Articles by the notation they were read from.
    var formats: [InputFormat: Int] = [:]
  }

  /// What has become of a record.
  private struct Product: Sendable {
    var made: Output
    /// Bytes of its title and body.
    var textBytes: Int
    var warnings: [String]
  }

  private let input: RecordPipeline<Product>.Input
  private let normalizer: Normalizer
  private let makeAnalyzer: @Sendable () -> any ArticleWorker<Output>
  /// Articles and bytes after which a batch is full.
  private let mostArticles = 2_000
  private let mostBytes = 8 << 20

  /// - Parameters:
  ///   - makeAnalyzer: makes what analyses the articles; called on each working thread.
  ///   - skipped: records at the beginning of each file that are passed over, `nil` for a file that is
  ///     not read at all.
  init(
    files: [InputFile], options: IngestOptions, workers: Int, normalizer: Normalizer,
    makeAnalyzer: @escaping @Sendable () -> any ArticleWorker<Output>, skipped: [Int?]? = nil
  ) {
    input = .init(files: files, options: options, workers: workers, skipped: skipped)
    self.normalizer = normalizer
    self.makeAnalyzer = makeAnalyzer
  }

  /// Normalises, and lets the worker make something of the article.
  private struct NormalizingWorker: RecordWorker {
    let normalizer: Normalizer
    var analyzer: any ArticleWorker<Output>

    mutating func beginChunk(at ordinal: UInt32) { analyzer.beginChunk(at: ordinal) }

    mutating func work(
      on document: RawDocument, ordinal: UInt32
    ) -> RecordPipeline<Product>.Result {
      switch normalizer.article(from: document) {
      case .rejected(let rejection): .rejected(rejection)
      case .article(let article, let warnings):
        .output(
          Product(
            made: analyzer.analyze(article, ordinal: ordinal), textBytes: article.textBytes,
            warnings: warnings.map {
              "\(article.origin.file), record \(article.origin.record): \($0)"
            }))
      }
    }

    mutating func endChunk() { analyzer.endChunk() }
    mutating func trim() { analyzer.trim() }
  }

  /// Runs the pipeline, handing each batch to `consume` on the calling thread.
  ///
  /// After Ctrl-C what was read until then is still handed over, unless the input keeps the reader
  /// waiting for longer than a second.
  /// - Parameters:
  ///   - isDue: whether the caller wants everything that was read so far, to commit it.
  ///   - rest: called when it has that, or when the input keeps the reader waiting.
  func run(
    isDue: () -> Bool = { false }, rest: () throws -> Void = {},
    _ consume: (Batch) throws -> Void
  ) throws {
    let pipeline = RecordPipeline<Product>(input) { [normalizer, makeAnalyzer] in
      NormalizingWorker(normalizer: normalizer, analyzer: makeAnalyzer())
    }
    var batch = Batch()
    var current = FileProgress(file: -1, records: 0)
    func handOver(bytesRead: Int64) throws {
      batch.note(current)
      try consume(batch)
      batch = Batch(bytesRead: bytesRead)
    }
    func restAfterBatch() throws {
      try handOver(bytesRead: batch.bytesRead)
      try rest()
    }
    try pipeline.run(isDue: isDue, rest: restAfterBatch) { chunk in
      batch.bytesRead = chunk.bytesRead
      for item in chunk.items {
        if item.file != current.file {
          batch.note(current)
          current = FileProgress(file: item.file, records: input.skipped[item.file] ?? 0)
        }
        add(item, to: &batch, &current)
        if batch.articles.count + batch.rejections.count >= mostArticles
          || batch.textBytes >= mostBytes
        {
          try handOver(bytesRead: chunk.bytesRead)
        }
      }
    }
    batch.note(current)
    try consume(batch)
  }

  private func add(
    _ item: RecordPipeline<Product>.Item, to batch: inout Batch, _ progress: inout FileProgress
  ) {
    switch item.result {
    case .rejected(let rejection):
      batch.rejections.append(rejection)
      progress.records += 1
      progress.rejected += 1
    case .output(let product):
      batch.warnings += product.warnings
      batch.textBytes += product.textBytes
      batch.articles.append(product.made)
      batch.formats[item.format, default: 0] += 1
      progress.records += 1
    case nil:
      progress.isFinished = true
    }
  }
}

/// How far a file was read.
struct FileProgress: Sendable, Equatable {
  /// Position of the file among the inputs.
  var file: Int
  /// Records from the beginning of the file, those passed over included.
  var records: Int
  /// Records that were rejected since reading began.
  var rejected = 0
  var isFinished = false
}

extension Article {
  /// Bytes of the columns that its texts go to: the standfirst stands above the body.
  fileprivate var textBytes: Int {
    var bytes = title.utf8.count + body.utf8.count
    if let standfirst, !standfirst.isEmpty {
      bytes += standfirst.utf8.count + (body.isEmpty ? 0 : 2)
    }
    return bytes
  }
}

extension ArticlePipeline.Batch {
  /// Takes down how far a file was read.
  fileprivate mutating func note(_ current: FileProgress) {
    if current.file < 0 { return }
    if progress.last?.file == current.file { progress.removeLast() }
    progress.append(current)
  }
}
