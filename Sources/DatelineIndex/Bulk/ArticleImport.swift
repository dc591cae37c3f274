package import DatelineAnalysis
import DatelineCore
import GRDB
import Logging

/// An import into a file: articles that become searchable together at each commit.
///
/// On a new file everything is built beside it and takes its name at the first commit. On one that is
/// there, up to ``mostWaiting`` articles wait for the commit and go through FTS5; with more of them one
/// large transaction begins. Workers (``makeWorker()``) analyse and invert articles meanwhile. Not
/// thread-safe, except for the workers.
package final class ArticleImport {
  /// Articles, and bytes of text, that are few enough for FTS5's own way.
  private static let mostWaiting = 2_000
  private static let mostWaitingBytes = 8 << 20
  /// Bytes of text after which a long import commits what it has.
  private static let commitBytes = 1 << 30
  /// How many times as long as a commit took the work before the next one lasts at least. Counting articles and
  /// writing the lengths of all fields anew take time that grows with the file.
  private static let workPerCommit = 20
  /// Intervals in which ``commitBytes`` are worth waiting for: what comes behind the first commit goes through
  /// the log of a file that is there, about 7 ms a MB of text.
  private static let worthWaiting = 5
  /// Bytes that all but postings and mentions take.
  private static let otherMemory = 320 << 20

  private let writer: IndexWriter
  /// Path of the index file.
  var path: String { writer.path }
  private let pool: InverterPool
  private let folder: BuildingFolder
  private let mentionMemory: Int
  private var transaction: BulkTransaction?
  private var waiting: [AnalyzedArticle] = []
  private var checkpoints: [String: ImportCheckpoint] = [:]
  private var memoryRows: [SiteMemoryRow] = []
  private var outcome = IndexWriter.Outcome()
  /// Bytes of text since the last commit.
  private var textBytes = 0
  private let commitInterval: Duration
  /// How long the last commit took.
  private var lastCommit = Duration.zero
  /// When the first article since then was added.
  private var begin: ContinuousClock.Instant?

  /// Begins an import.
  /// - Parameter commitInterval: how long it works before it commits what it has, where ``isDue`` is asked: so
  ///   much is lost at most when the process is killed.
  /// - Throws: ``IndexError``; another import into the file may be under way.
  package init(
    _ writer: IndexWriter, commitInterval: Duration = .seconds(60)
  ) throws(IndexError) {
    self.writer = writer
    self.commitInterval = commitInterval
    folder = try BuildingFolder(beside: writer.path, timeout: writer.options.busyTimeout)
    let memory = max(writer.options.memory - Self.otherMemory, writer.options.memory / 4)
    mentionMemory = memory / 8
    pool = InverterPool(
      memory: memory - mentionMemory, workers: writer.options.workers, folder: folder.path)
  }

  /// Leaves a part of the memory that the import may take to something that its caller keeps meanwhile.
  package func reserve(_ bytes: Int) { pool.reserve(bytes) }

  /// A worker for another thread.
  package func makeWorker() -> @Sendable () -> IndexingWorker {
    { [gazetteer = writer.gazetteer, pool] in IndexingWorker(gazetteer: gazetteer, pool: pool) }
  }

  /// A worker that only analyses, for an import that writes nothing.
  package static func analyzingWorker(
    gazetteer: Gazetteer
  ) -> @Sendable () -> IndexingWorker {
    { IndexingWorker(gazetteer: gazetteer, pool: nil) }
  }

  /// Whether so much is waiting, or has waited for so long, that it should be committed.
  package var isDue: Bool {
    guard let begin else { return false }
    return Self.isDue(
      textBytes: textBytes, after: .now - begin, interval: commitInterval, lastCommit: lastCommit)
  }

  /// Whether so many bytes of text, read in such a time, should be committed.
  static func isDue(
    textBytes: Int, after elapsed: Duration, interval: Duration, lastCommit: Duration
  ) -> Bool {
    if textBytes >= commitBytes { return true }
    guard elapsed >= max(interval, lastCommit * workPerCommit) else { return false }
    let share = Double(textBytes) / Double(commitBytes)
    return share * (interval * worthWaiting / elapsed) < 1
  }

  /// Whether anything is waiting for a commit.
  package var hasUncommitted: Bool {
    transaction != nil || !waiting.isEmpty || !checkpoints.isEmpty || !memoryRows.isEmpty
  }

  /// Stores what was learnt about sources with the next commit.
  package func add(_ memory: [SiteMemoryRow], checkpoints: [ImportCheckpoint]) {
    memoryRows += memory
    note(checkpoints)
  }

  private func note(_ points: [ImportCheckpoint]) {
    for point in points { checkpoints[point.file] = point }
  }

  /// Adds articles, in the order of their ordinals.
  /// - Returns: what became of those that did not have to wait for the commit.
  /// - Throws: an error of the database; the import cannot go on.
  package func add(
    _ articles: [AnalyzedArticle], checkpoints: [ImportCheckpoint] = []
  ) throws(IndexError) -> IndexWriter.Outcome {
    try IndexConnection.catching(path) { try pool.check() }
    note(checkpoints)
    if begin == nil, !articles.isEmpty { begin = .now }
    textBytes += articles.reduce(0) {
      $0 + $1.searchBody.utf8.count + $1.article.title.utf8.count
    }
    if let transaction { return try write(articles, transaction) }
    waiting += articles
    let isLarge = waiting.count > Self.mostWaiting || textBytes > Self.mostWaitingBytes
    return isLarge || writer.isFresh && !waiting.isEmpty ? try beginBulk() : .init()
  }

  private func beginBulk() throws(IndexError) -> IndexWriter.Outcome {
    let transaction = try BulkTransaction(
      path: writer.path, isFresh: writer.isFresh, folder: folder, gazetteer: writer.gazetteer,
      memory: mentionMemory, busyTimeout: writer.options.busyTimeout)
    self.transaction = transaction
    defer { waiting.removeAll() }
    return try write(waiting, transaction)
  }

  private func write(
    _ articles: [AnalyzedArticle], _ transaction: BulkTransaction
  ) throws(IndexError) -> IndexWriter.Outcome {
    let outcome = try transaction.write(articles, writer.rows)
    self.outcome += outcome
    return outcome
  }

  /// Makes everything that was added searchable, in one step. No worker may have articles that were
  /// not added.
  /// - Parameter files: files whose import is complete: how far they were read is forgotten.
  /// - Returns: what became of the articles that had waited.
  /// - Throws: an error of the database; nothing since the last commit was written then.
  package func commit(
    removingCheckpointsOf files: [String] = []
  ) throws(IndexError) -> IndexWriter.Outcome {
    let start = ContinuousClock.now
    var late = IndexWriter.Outcome()
    for file in files { checkpoints[file] = nil }
    if transaction == nil, writer.isFresh, hasUncommitted { late += try beginBulk() }
    let points = Array(checkpoints.values)
    let memory = memoryRows
    let tables = { (db: Database) in
      try ImportTables.save(memory, db)
      try ImportTables.save(points, db)
      try ImportTables.removeCheckpoints(of: files, db)
    }
    if let transaction {
      let wasChanged = outcome.added + outcome.replaced > 0
      let isFirst = try isFirst(transaction)
      let digest = writer.digest
      try transaction.commit({ try pool.runs() }, release: { pool.reset() }) { db in
        try tables(db)
        if wasChanged { try GazetteerTable.noteTagging(with: digest, isFirst: isFirst, db) }
      }
      writer.note(added: outcome.added, isFirst: isFirst)
    } else if hasUncommitted || !files.isEmpty {
      late += try writer.writeThroughStock(waiting, tables)
      outcome += late
      writer.note(added: late.added, isFirst: false)
    }
    writer.logger.debug(
      "committed",
      metadata: [
        "added": "\(outcome.added)", "replaced": "\(outcome.replaced)",
        "unchanged": "\(outcome.unchanged)",
      ])
    transaction = nil
    waiting.removeAll()
    checkpoints.removeAll()
    memoryRows.removeAll()
    outcome = .init()
    textBytes = 0
    begin = nil
    pool.reset()
    lastCommit = .now - start
    return late
  }

  /// Whether the file had no articles before this transaction.
  private func isFirst(_ transaction: BulkTransaction) throws(IndexError) -> Bool {
    var count = 0
    try transaction.access { db in
      count = try Int.fetchOne(db, sql: "SELECT count(*) FROM articles") ?? 0
    }
    return count == outcome.added
  }
}
