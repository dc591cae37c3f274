package import DatelineAnalysis
public import DatelineCore
import Foundation
import GRDB
public import Logging

/// Writes articles into an index file: new ones are added, changed ones replaced, equal ones left
/// alone.
///
/// Every call of `write` is one transaction: its articles are searchable if and only if it
/// returned. One writer at a time works on a file; readers are never blocked. Not thread-safe.
///
/// ```swift
/// let writer = try IndexWriter(path: "news.db")
/// let outcome = try writer.write(articles)
/// try writer.close()
/// ```
public final class IndexWriter {
  /// What became of the articles of a call.
  public struct Outcome: Sendable, Equatable {
    /// Articles whose key was new.
    public var added = 0
    /// Articles that replaced an older version.
    public var replaced = 0
    /// Articles that were there already.
    public var unchanged = 0

    /// Nothing written.
    public init() {}

    /// Sums two outcomes.
    public static func += (left: inout Outcome, right: Outcome) {
      left.added += right.added
      left.replaced += right.replaced
      left.unchanged += right.unchanged
    }
  }

  /// How much of the machine a writer may use.
  public struct Options: Sendable {
    /// Threads that analyse articles.
    public var workers: Int
    /// Bytes of memory that building the index may take, about; what does not fit goes to temporary
    /// files beside the index file.
    public var memory: Int
    /// Seconds to wait for another writer.
    public var busyTimeout: Double
    /// Whether entities are looked for in the articles.
    public var tagsEntities: Bool
    /// Whether a file of an older version is upgraded with a copy of it before it is opened.
    var upgradesFirst = true

    /// All cores and 512 MB.
    public init(
      workers: Int? = nil, memory: Int = 512 << 20, busyTimeout: Double = 10,
      tagsEntities: Bool = true
    ) {
      self.tagsEntities = tagsEntities
      self.workers = max(workers ?? ProcessInfo.processInfo.activeProcessorCount, 1)
      self.memory = max(memory, 16 << 20)
      self.busyTimeout = busyTimeout
    }
  }

  /// Path of the file.
  public let path: String
  /// The upgrade that the file of an older version was given when it was opened, and the copy that was kept.
  public let upgrade: IndexUpgrade?
  let options: Options
  /// The user's entities, as they were when the file was opened.
  private let edits: GazetteerEdits
  private var openQueue: DatabaseQueue?
  /// Articles that were added since the file was opened.
  private var added = 0
  /// Whether some were added to a file that had others.
  private var hasAddedToOthers = false
  /// Additions of fewer articles leave lists of entities as they are, without a look at how many there are.
  private static let leastForLists = 1000
  let logger: Logger
  /// The entities that articles are tagged with; made when they are needed.
  package private(set) lazy var gazetteer =
    options.tagsEntities ? edits.gazetteer : Gazetteer(parsing: "")
  /// `nil` when articles are not tagged.
  private(set) lazy var digest = options.tagsEntities ? GazetteerDigest(edits) : nil
  private(set) lazy var stock = StockFullText(mentions: MentionRows(gazetteer: gazetteer))
  let rows: ArticleRows

  /// Opens a file for writing. Where there is none it comes into being with the first articles; one of an older version
  /// is upgraded, and a copy of it kept (``upgrade``).
  ///
  /// - Parameters:
  ///   - path: the index file.
  ///   - options: threads, memory, patience.
  ///   - logger: told of each commit (debug) and of what is unusual (notice).
  /// - Throws: when the file is no index, or one of a newer schema, or cannot be written.
  public convenience init(
    path: String, options: Options = Options(), logger: Logger = Logger(label: "dateline.index")
  ) throws(IndexError) {
    try self.init(path: path, extractor: nil, options: options, logger: logger)
  }

  /// Opens a file for writing.
  /// - Parameter extractor: version of the rules that made the articles, stored with each.
  package init(
    path: String, extractor: String?, options: Options = Options(),
    logger: Logger = Logger(label: "dateline.index")
  ) throws(IndexError) {
    // Takes as long as opening the file, and shares nothing with it.
    if options.tagsEntities {
      DispatchQueue.global(qos: .userInitiated).async { _ = Gazetteer.builtIn }
    }
    self.path = path
    self.options = options
    self.logger = logger
    rows = ArticleRows(extractor: extractor)
    if FileManager.default.fileExists(atPath: path) {
      if options.upgradesFirst, let found = try? IndexConnection.reader(path: path).schema,
        found < Schema.version
      {
        upgrade = try IndexUpgrade.run(path: path, busyTimeout: options.busyTimeout)
      } else {
        upgrade = nil
      }
      let queue = try IndexConnection.writer(path: path, busyTimeout: options.busyTimeout)
      openQueue = queue
      edits = try IndexConnection.catching(path) {
        try queue.read { try GazetteerTable.edits($0) }
      }
    } else {
      upgrade = nil
      edits = GazetteerEdits()
      try IndexConnection.checkFolder(of: path)
    }
  }

  /// Whether there is no file yet.
  var isFresh: Bool { openQueue == nil && !FileManager.default.fileExists(atPath: path) }

  /// The connection; the file is made where there is none.
  private func queue() throws(IndexError) -> DatabaseQueue {
    if let openQueue { return openQueue }
    let queue = try IndexConnection.writer(path: path, busyTimeout: options.busyTimeout)
    openQueue = queue
    return queue
  }

  /// Writes articles in one transaction: all of them become searchable at once, or none.
  ///
  /// They are analysed on ``Options/workers`` threads while the sequence is read, so that it may be
  /// longer than memory. A file that is not there yet is built beside its place and then given its
  /// name; many articles for a file that is there become one new segment of its index; few go through
  /// FTS5 itself. Ids and content do not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - articles: the articles; of several with one key the last new version stays.
  ///   - isCancelled: asked every few articles; the task's own cancellation counts too.
  /// - Returns: what became of them.
  /// - Throws: ``IndexError/cancelled(path:)``, or an error of the database; then none of them was
  ///   written.
  /// - Complexity: O(bytes), memory as in ``Options/memory``.
  @discardableResult
  public func write(
    _ articles: some Sequence<Article>, isCancelled: () -> Bool = { false }
  ) throws(IndexError) -> Outcome {
    let session = try ArticleImport(self)
    let pipeline = AnalysisPipeline(session, workers: options.workers)
    var outcome = Outcome()
    try pipeline.run(articles, isCancelled: isCancelled) { (batch) throws(IndexError) in
      outcome += try session.add(batch)
    }
    outcome += try session.commit()
    // Opened for writing, the file has a log, and readers do not stand in the way of the next call.
    if !isFresh { _ = try queue() }
    return outcome
  }

  /// Writes articles that were analysed already in one transaction, and with them how far their files
  /// have been read.
  @discardableResult
  package func write(
    analyzed articles: [AnalyzedArticle], checkpoints: [ImportCheckpoint] = []
  ) throws(IndexError) -> Outcome {
    if articles.isEmpty && checkpoints.isEmpty { return Outcome() }
    let session = try ArticleImport(self)
    var outcome = try session.add(articles, checkpoints: checkpoints)
    outcome += try session.commit()
    if !isFresh { _ = try queue() }
    return outcome
  }

  /// Writes a few articles through FTS5, in a transaction of their own.
  /// - Parameter body: what else belongs to it.
  func writeThroughStock(
    _ articles: [AnalyzedArticle], _ body: (Database) throws -> Void
  ) throws(IndexError) -> Outcome {
    do {
      return try transaction { db in
        var outcome = Outcome()
        if !articles.isEmpty {
          try stock.mentions.entities.refresh(db)
          let isFirst = try GazetteerTable.hasNoArticles(db)
          try db.execute(sql: Schema.dropRowTriggers)
          let statements = try ArticleRows.Statements(db)
          for article in articles {
            try rows.write(article, db, statements, stock, &outcome)
          }
          try db.execute(sql: Schema.rowTriggers)
          if outcome.added + outcome.replaced > 0 {
            try GazetteerTable.noteTagging(with: digest, isFirst: isFirst, db)
          }
        }
        try body(db)
        return outcome
      }
    } catch {
      stock.mentions.entities.forgetUncommitted()
      throw error
    }
  }

  /// Runs `body` in a transaction of its own.
  func transaction<T>(_ body: (Database) throws -> T) throws(IndexError) -> T {
    let queue = try queue()
    return try IndexConnection.catching(path) { try queue.write(body) }
  }

  /// Writes lists of entities after large additions. Without them searches are slower and no less right, so that
  /// what stands in the way is no error.
  private func writeEntityLists() {
    guard hasAddedToOthers, added >= Self.leastForLists else { return }
    do {
      try transaction { try DerivedTables.writeEntities($0, added: added) }
    } catch {
      logger.notice("the lists of entities were not renewed: \(error)")
    }
    (added, hasAddedToOthers) = (0, false)
  }

  /// Takes down that a transaction has added articles.
  /// - Parameter isFirst: whether they are all of the file.
  func note(added count: Int, isFirst: Bool) {
    added += count
    if !isFirst, count > 0 { hasAddedToOthers = true }
  }

  /// Ends the work: moves everything from the log into the file, so that it is one plain file.
  ///
  /// Where readers have the file open, or the disk has no room, its log stays beside it until the next
  /// import; nothing is lost.
  /// - Throws: an error of the database.
  public func close() throws(IndexError) {
    if openQueue == nil, !isFresh { return }
    writeEntityLists()
    let queue = try queue()
    try IndexConnection.catching(path) {
      try queue.writeWithoutTransaction { db in
        do {
          try db.execute(sql: "PRAGMA optimize")
          // Waiting long for readers would serve nobody: the log is valid.
          try db.execute(sql: "PRAGMA busy_timeout = 200")
          _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
          _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        } catch let error as DatabaseError
          where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
        {
          logger.notice("readers have the file open; its log stays beside it")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
          logger.notice("the disk is full; all is written, but the log stays beside the file")
        }
      }
      try queue.close()
    }
    // So that no log of before comes back with the power, to be laid over what other tools write. Not all file
    // systems know this, and what was written is on the disk without it.
    try? BuildingFolder.synchronizeFolder(of: path)
  }
}
