import DatelineAnalysis
import DatelineCore
import Foundation

/// Analyses the articles of a sequence on several threads and hands them back in their order.
struct AnalysisPipeline {
  private struct Chunk: Sendable {
    var articles: [Article] = []
    var firstOrdinal: UInt32 = 0
    var bytes = 0
  }

  private static let mostArticles = 128
  private static let mostBytes = 256 << 10

  private let makeWorker: @Sendable () -> IndexingWorker
  private let workers: Int
  private let path: String

  init(_ session: ArticleImport, workers: Int) {
    makeWorker = session.makeWorker()
    self.workers = workers
    path = session.path
  }

  /// Reads the sequence to its end.
  /// - Throws: ``IndexError/cancelled(path:)``, or what `consume` throws.
  func run(
    _ articles: some Sequence<Article>, isCancelled: () -> Bool,
    _ consume: ([AnalyzedArticle]) throws(IndexError) -> Void
  ) throws(IndexError) {
    var iterator = articles.makeIterator()
    var next: UInt32 = 0
    func nextChunk() -> Chunk? {
      var chunk = Chunk(firstOrdinal: next)
      while chunk.articles.count < Self.mostArticles, chunk.bytes < Self.mostBytes,
        let article = iterator.next()
      {
        chunk.bytes += article.body.utf8.count + article.title.utf8.count
        chunk.articles.append(article)
        next += 1
      }
      return chunk.articles.isEmpty ? nil : chunk
    }
    func check() throws(IndexError) {
      if isCancelled() || Task.isCancelled { throw .cancelled(path: path) }
    }
    try check()
    guard let first = nextChunk() else { return }
    if first.articles.count < Self.mostArticles, first.bytes < Self.mostBytes {
      // Not worth a thread.
      var worker = makeWorker()
      return try consume(Self.process(first, &worker))
    }
    let queue = OrderedQueue<Chunk, [AnalyzedArticle]>(
      mostPieces: max(2 * workers, 4), mostBytes: .max)
    defer { queue.cancel() }
    for _ in 0..<workers {
      let thread = Thread { [makeWorker] in
        var worker = makeWorker()
        while let (number, chunk) = queue.next() {
          queue.complete(number, Self.process(chunk, &worker))
        }
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
    var pending: Chunk? = first
    var inFlight = 0
    while true {
      while inFlight < max(2 * workers, 4), let chunk = pending {
        _ = queue.put(chunk, size: chunk.bytes)
        inFlight += 1
        try check()
        pending = nextChunk()
      }
      if inFlight == 0 { return }
      if case .product(let analyzed) = queue.take(timeout: 1) {
        inFlight -= 1
        try consume(analyzed)
      }
    }
  }

  private static func process(
    _ chunk: Chunk, _ worker: inout IndexingWorker
  ) -> [AnalyzedArticle] {
    worker.beginChunk(at: chunk.firstOrdinal)
    defer { worker.endChunk() }
    var ordinal = chunk.firstOrdinal
    return chunk.articles.map { article in
      defer { ordinal += 1 }
      return worker.analyze(article, ordinal: ordinal)
    }
  }
}
