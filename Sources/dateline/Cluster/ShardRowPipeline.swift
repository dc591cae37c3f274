import DatelineAnalysis
import DatelineCluster
import DatelineCore
import DatelineIndex
import Foundation

/// Makes rows of articles on several threads and hands them to the caller in the order of the articles.
final class ShardRowPipeline {
  /// Articles and bytes of one chunk.
  private static let mostArticles = 64
  private static let mostBytes = 256 << 10

  private let queue: OrderedQueue<[StoredArticle], [Result<ShardRow, ClusterMisfit>]>
  private let mostInFlight: Int
  private var chunk: [StoredArticle] = []
  private var bytes = 0
  private var inFlight = 0
  private let consume: (Result<ShardRow, ClusterMisfit>) throws -> Void

  /// - Parameter consume: called on the thread that brings the articles.
  init(
    gazetteer: Gazetteer, workers: Int = ProcessInfo.processInfo.activeProcessorCount,
    _ consume: @escaping (Result<ShardRow, ClusterMisfit>) throws -> Void
  ) {
    self.consume = consume
    mostInFlight = 2 * max(workers, 1)
    let queue = OrderedQueue<[StoredArticle], [Result<ShardRow, ClusterMisfit>]>(
      mostPieces: mostInFlight, mostBytes: .max)
    self.queue = queue
    for _ in 0..<max(workers, 1) {
      let thread = Thread {
        var worker = ShardRowWorker(gazetteer: gazetteer)
        while let (number, articles) = queue.next() {
          queue.complete(number, articles.map { worker.row(of: $0) })
        }
      }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  deinit { queue.cancel() }

  /// Adds an article.
  func add(_ article: StoredArticle) throws {
    chunk.append(article)
    bytes += article.title.utf8.count + article.body.utf8.count
    if chunk.count >= Self.mostArticles || bytes >= Self.mostBytes { try push() }
  }

  /// Waits for what is left.
  func finish() throws {
    if !chunk.isEmpty { try push() }
    while inFlight > 0 { try take() }
    queue.finish()
  }

  private func push() throws {
    while inFlight >= mostInFlight { try take() }
    _ = queue.put(chunk, size: bytes)
    inFlight += 1
    chunk.removeAll()
    bytes = 0
  }

  private func take() throws {
    guard case .product(let rows) = queue.take(timeout: 1) else { return }
    inFlight -= 1
    for row in rows { try consume(row) }
  }
}

/// Makes rows of articles on a thread.
struct ShardRowWorker: ArticleWorker {
  private var maker: Result<ShardRowMaker, ClusterError>

  /// - Parameter extractor: version of the rules that made the articles.
  init(gazetteer: Gazetteer, extractor: String? = nil) {
    maker = Result { () throws(ClusterError) in
      try ShardRowMaker(gazetteer: gazetteer, extractor: extractor)
    }
  }

  mutating func analyze(
    _ article: Article, ordinal: UInt32
  ) -> Result<ShardRow, ClusterMisfit> { row(of: article, extractor: nil) }

  /// The row of an article of a file.
  mutating func row(of stored: StoredArticle) -> Result<ShardRow, ClusterMisfit> {
    row(of: stored.article, extractor: stored.extractor)
  }

  private mutating func row(
    of article: Article, extractor: String?
  ) -> Result<ShardRow, ClusterMisfit> {
    switch maker {
    case .success(var working):
      defer { maker = .success(working) }
      return working.row(of: article, extractor: extractor)
    case .failure(let error):
      return .failure(
        ClusterMisfit(Rejection(origin: article.origin, reason: .refused, message: "\(error)")))
    }
  }

  mutating func trim() {
    guard case .success(var working) = maker else { return }
    working.trim()
    maker = .success(working)
  }

  func beginChunk(at ordinal: UInt32) {}
  func endChunk() {}
}
