package import DatelineAnalysis
public import DatelineCore
package import DatelineIndex
import Foundation

/// Writes articles to the shards of a cluster: each to the shard that its number belongs to, in batches,
/// again after a failure. Writing an article twice replaces it, so that a broken-off import is simply run
/// again.
///
/// Not thread-safe.
public final class ClusterWriter {
  /// Bytes of statements that are collected for a shard before they are sent.
  static let batchBytes = 2 << 20
  /// Tries of one batch.
  static let mostTries = 5

  /// Seconds to wait before a batch is sent again: 0.2, 0.4, ...
  var firstDelay = 0.2
  /// Articles that were sent and confirmed.
  public private(set) var written = 0
  /// Articles that do not fit, and why.
  public private(set) var rejected: [(key: String, origin: Origin, reason: String)] = []

  private struct Shard {
    var servers: [ClusterAddress.Server]
    var connections: [SphinxConnection?]
    var rows: [String] = []
    var bytes = 0
  }

  private let index: String
  private let credentials: ClusterCredentials
  private let timeouts: SphinxConnection.Timeouts
  private var shards: [Shard]
  private var analyzer: ArticleAnalyzer
  private let document: ClusterDocument

  /// Creates a writer; nothing is connected yet.
  /// - Parameters:
  ///   - index: name of the index on each shard.
  ///   - shards: their servers in order, the mirrors of one together; the order must always be the same.
  package init(
    index: String, shards: [[ClusterAddress.Server]], credentials: ClusterCredentials,
    gazetteer: Gazetteer = .builtIn, connectTimeout: UInt32 = 5, readTimeout: UInt32 = 60
  ) throws(ClusterError) {
    self.index = index
    self.credentials = credentials
    timeouts = SphinxConnection.Timeouts(connect: connectTimeout, read: readTimeout)
    self.shards = shards.map {
      Shard(servers: $0, connections: Array(repeating: nil, count: $0.count))
    }
    analyzer = ArticleAnalyzer(gazetteer: gazetteer)
    do {
      document = ClusterDocument(cutter: try TermCutter(), gazetteer: gazetteer)
    } catch {
      throw .unmapped(reason: "\(error)")
    }
  }

  /// Adds an article, or replaces the one with its key.
  /// - Throws: when a shard cannot be reached after several tries, or refuses.
  public func write(_ article: Article) throws(ClusterError) {
    try write(analyzer.analyze(article))
  }

  /// Adds an article that was analysed elsewhere with the same gazetteer.
  package func write(_ analyzed: AnalyzedArticle) throws(ClusterError) {
    let article = analyzed.article
    let row: String
    do {
      row = try document.row(analyzed)
    } catch {
      rejected.append((article.key, article.origin, "\(error)"))
      return
    }
    let shard = Self.shard(of: ClusterDocument.id(of: article.key), count: shards.count)
    shards[shard].rows.append(row)
    shards[shard].bytes += row.utf8.count
    if shards[shard].bytes >= Self.batchBytes { try send(shard) }
  }

  /// Sends what is left. Call it last, and before a checkpoint is noted.
  public func flush() throws(ClusterError) {
    for shard in shards.indices where !shards[shard].rows.isEmpty { try send(shard) }
  }

  /// Removes articles by their keys, wherever they are.
  public func delete(keys: [String]) throws(ClusterError) {
    try flush()
    for (shard, keys) in Dictionary(
      grouping: keys, by: { Self.shard(of: ClusterDocument.id(of: $0), count: shards.count) })
    {
      let ids = SphinxLiteral.list(keys.map(ClusterDocument.id).sorted())
      try run("DELETE FROM \(index) WHERE id IN \(ids)", shard)
    }
  }

  /// The articles that did not fit since the last call.
  package func takeRejected() -> [(key: String, origin: Origin, reason: String)] {
    defer { rejected.removeAll() }
    return rejected
  }

  /// The shard that holds an article.
  static func shard(of id: Int64, count: Int) -> Int { Int(id % Int64(count)) }

  private func send(_ shard: Int) throws(ClusterError) {
    let rows = shards[shard].rows
    let columns = (["id"] + ClusterSchema.columns).joined(separator: ",")
    try run(
      "REPLACE INTO \(index) (\(columns)) VALUES " + rows.joined(separator: ","), shard)
    written += rows.count
    shards[shard].rows.removeAll()
    shards[shard].bytes = 0
  }

  /// Runs a statement that may be repeated on all mirrors of a shard.
  private func run(_ sql: String, _ shard: Int) throws(ClusterError) {
    for mirror in shards[shard].servers.indices {
      var delay = firstDelay
      for attempt in 1... {
        do throws(ClusterError) {
          let connection = try connection(shard, mirror)
          try connection.run(sql)
          break
        } catch {
          guard case .unreachable = error, attempt < Self.mostTries else { throw error }
          shards[shard].connections[mirror] = nil
          Thread.sleep(forTimeInterval: delay)
          delay *= 2
        }
      }
    }
  }

  private func connection(_ shard: Int, _ mirror: Int) throws(ClusterError) -> SphinxConnection {
    if let open = shards[shard].connections[mirror] { return open }
    let opened = try SphinxConnection(
      shards[shard].servers[mirror], credentials: credentials, timeouts: timeouts)
    shards[shard].connections[mirror] = opened
    return opened
  }
}
