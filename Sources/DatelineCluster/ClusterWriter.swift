package import DatelineAnalysis
public import DatelineCore

/// Writes articles to the shards of a cluster: each to the shard that its number belongs to, in batches,
/// to all servers at the same time, again after a failure. Writing an article twice replaces it, so that a
/// broken-off import is simply run again.
///
/// Not thread-safe.
public final class ClusterWriter: ArticleSink {
  /// Bytes of rows that are collected for a shard before they are sent.
  static let batchBytes = 2 << 20

  private struct Shard {
    /// One for each mirror.
    var senders: [ServerSender]
    var rows: [ShardRow] = []
    var bytes = 0
  }

  private let index: String
  private var shards: [Shard]
  private var maker: ShardRowMaker
  private var misfits: [Rejection] = []
  private var warnings: [String] = []

  /// Creates a writer; nothing is connected yet.
  /// - Parameters:
  ///   - index: name of the index on each shard.
  ///   - shards: their servers in order, the mirrors of one together; the order must always be the same.
  ///   - patience: seconds in which a server must have taken a batch, all tries together.
  ///   - firstDelay: seconds to wait before a batch is sent again; then twice as many, and so on.
  package init(
    index: String, shards: [[ClusterAddress.Server]], credentials: ClusterCredentials,
    gazetteer: Gazetteer = .builtIn, connectTimeout: UInt32 = 5, patience: UInt32 = 60,
    firstDelay: Double = 0.2
  ) throws(ClusterError) {
    self.index = index
    maker = try ShardRowMaker(gazetteer: gazetteer)
    self.shards = shards.map { mirrors in
      Shard(
        senders: mirrors.map {
          ServerSender(
            $0, index: index, credentials: credentials, connectTimeout: connectTimeout,
            patience: patience, firstDelay: firstDelay)
        })
    }
  }

  deinit {
    for shard in shards { for sender in shard.senders { sender.stop() } }
  }

  /// Articles that all mirrors of their shards have confirmed.
  public var written: Int {
    shards.reduce(0) { $0 + ($1.senders.map(\.written).min() ?? 0) }
  }

  /// Adds an article, or replaces the one with its key. What does not fit is told by ``takeRejected()``.
  /// - Throws: when a shard cannot be reached after several tries, or refuses.
  public func write(_ article: Article) throws(ClusterError) {
    switch maker.row(of: article) {
    case .success(let row): try write(row)
    case .failure(let misfit): misfits.append(misfit.rejection)
    }
  }

  /// Adds an article whose row was made elsewhere.
  package func write(_ row: ShardRow) throws(ClusterError) {
    let shard = Self.shard(of: row.id, count: shards.count)
    shards[shard].rows.append(row)
    shards[shard].bytes += row.bytes.count
    if shards[shard].bytes >= Self.batchBytes { try send(shard) }
  }

  /// Adds articles, or replaces those with their keys, and waits until all servers have confirmed them. What does not
  /// fit is told by ``takeRejected()``.
  /// - Throws: as ``flush()``.
  public func store(_ articles: some Sequence<Article>) throws(ClusterError) {
    for article in articles { try write(article) }
    try flush()
  }

  /// Sends what is left, and waits until all servers have confirmed all of it. Call it last, and before a
  /// checkpoint is noted.
  /// - Throws: when a shard cannot be reached after several tries, or refuses; nothing is lost, and the next
  ///   call tries again.
  public func flush() throws(ClusterError) {
    for shard in shards { for sender in shard.senders { sender.retry() } }
    var failure: ClusterError?
    for shard in shards.indices where !shards[shard].rows.isEmpty {
      do throws(ClusterError) { try send(shard) } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
    try drain()
  }

  /// Removes articles by their keys, wherever they are, and waits until all servers have confirmed it.
  /// - Returns: how many were there.
  /// - Throws: when a shard cannot be reached after several tries, or refuses; what is left is removed by the next
  ///   ``flush()``, or by the same call.
  @discardableResult
  public func delete(keys: some Sequence<String>) throws(ClusterError) -> Int {
    try flush()
    let before = changed
    let groups = Dictionary(grouping: Set(keys.map(ClusterDocument.id))) {
      Self.shard(of: $0, count: shards.count)
    }
    for (shard, ids) in groups {
      let sorted = ids.sorted()
      for start in stride(from: 0, to: sorted.count, by: Self.mostDeleted) {
        let list = SphinxLiteral.list(sorted[start...].prefix(Self.mostDeleted))
        for sender in shards[shard].senders {
          try sender.put(.run("DELETE FROM \(index) WHERE id IN \(list)"))
        }
      }
    }
    try drain()
    return changed - before
  }

  /// Articles that one statement removes.
  private static let mostDeleted = 1_000

  /// Rows that were removed so far; the mirrors of a shard have the same.
  private var changed: Int {
    shards.reduce(0) { $0 + ($1.senders.map(\.changed).max() ?? 0) }
  }

  /// The articles since the last call that did not fit, or that a server did not take. Complete after
  /// ``flush()``.
  public func takeRejected() -> [Rejection] {
    collectRemarks()
    defer { misfits.removeAll() }
    return misfits
  }

  /// What servers said of articles since the last call. Complete after ``flush()``.
  public func takeWarnings() -> [String] {
    collectRemarks()
    defer { warnings.removeAll() }
    return warnings
  }

  /// The shard that holds an article.
  static func shard(of id: Int64, count: Int) -> Int { Int(id % Int64(count)) }

  private func send(_ shard: Int) throws(ClusterError) {
    let rows = shards[shard].rows
    shards[shard].rows.removeAll()
    shards[shard].bytes = 0
    var failure: ClusterError?
    for sender in shards[shard].senders {
      // All mirrors have it waiting, whatever has become of one.
      do throws(ClusterError) {
        try sender.put(.write(rows))
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  private func drain() throws(ClusterError) {
    var failure: ClusterError?
    for shard in shards {
      for sender in shard.senders {
        do throws(ClusterError) { try sender.drain() } catch { failure = failure ?? error }
      }
    }
    if let failure { throw failure }
  }

  private func collectRemarks() {
    var known = Set(misfits.map(\.origin))
    for sender in shards.flatMap(\.senders) {
      let remarks = sender.takeRemarks()
      warnings += remarks.warnings
      // Mirrors refuse the same.
      for (row, error) in remarks.refused where known.insert(row.origin).inserted {
        misfits.append(row.rejection(.refused, "\(row.key.prefix(80)): \(error)"))
      }
    }
  }
}
