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

  /// Path of the file.
  public let path: String
  /// The user's entities, as they were when the file was opened.
  private let edits: GazetteerEdits
  private let queue: DatabaseQueue
  private let logger: Logger
  private let extractor: String?
  /// The entities that articles are tagged with; made when they are needed.
  package private(set) lazy var gazetteer = edits.gazetteer
  private lazy var digest = GazetteerDigest(edits)
  private lazy var analyzer = ArticleAnalyzer(gazetteer: gazetteer)
  private(set) lazy var rows = ArticleRows(gazetteer: gazetteer, extractor: extractor)

  /// Opens a file for writing, and creates it when there is none.
  ///
  /// - Parameters:
  ///   - path: the index file.
  ///   - busyTimeout: seconds to wait for another writer.
  ///   - logger: told of each commit (debug) and of what is unusual (notice).
  /// - Throws: when the file is no index, or one of a newer schema, or cannot be written.
  public convenience init(
    path: String, busyTimeout: Double = 10, logger: Logger = Logger(label: "dateline.index")
  ) throws(IndexError) {
    try self.init(path: path, extractor: nil, busyTimeout: busyTimeout, logger: logger)
  }

  /// Opens a file for writing.
  /// - Parameter extractor: version of the rules that made the articles, stored with each.
  package init(
    path: String, extractor: String?, busyTimeout: Double = 10,
    logger: Logger = Logger(label: "dateline.index")
  ) throws(IndexError) {
    self.path = path
    self.logger = logger
    self.extractor = extractor
    let queue = try IndexConnection.writer(path: path, busyTimeout: busyTimeout)
    self.queue = queue
    edits = try IndexConnection.catching(path) { try queue.read { try GazetteerTable.edits($0) } }
  }

  /// Writes articles in one transaction.
  ///
  /// - Parameter articles: the articles; of several with one key the last new version stays.
  /// - Returns: what became of them.
  /// - Throws: an error of the database; then none of them was written.
  @discardableResult
  public func write(_ articles: some Sequence<Article>) throws(IndexError) -> Outcome {
    try write(analyzed: articles.map { analyzer.analyze($0) })
  }

  /// Writes articles that were analysed already (by workers, say) in one transaction, and with them
  /// how far their files have been read.
  @discardableResult
  package func write(
    analyzed articles: [AnalyzedArticle], checkpoints: [ImportCheckpoint] = []
  ) throws(IndexError) -> Outcome {
    if articles.isEmpty && checkpoints.isEmpty { return Outcome() }
    do {
      let outcome = try IndexConnection.catching(path) {
        try queue.write { db in
          var outcome = Outcome()
          if !articles.isEmpty {
            try rows.mentions.entities.refresh(db)
            let isFirst = try GazetteerTable.hasNoArticles(db)
            try db.execute(sql: Schema.dropRowTriggers)
            for article in articles { try rows.write(article, db, &outcome) }
            try db.execute(sql: Schema.rowTriggers)
            if outcome.added + outcome.replaced > 0 {
              try GazetteerTable.noteTagging(with: digest, isFirst: isFirst, db)
            }
          }
          try ImportTables.save(checkpoints, db)
          return outcome
        }
      }
      logger.debug(
        "committed",
        metadata: [
          "added": "\(outcome.added)", "replaced": "\(outcome.replaced)",
          "unchanged": "\(outcome.unchanged)",
        ])
      return outcome
    } catch {
      rows.mentions.entities.forgetUncommitted()
      throw error
    }
  }

  /// Runs `body` in a transaction of its own.
  func transaction<T>(_ body: (Database) throws -> T) throws(IndexError) -> T {
    try IndexConnection.catching(path) { try queue.write(body) }
  }

  /// Ends the work: moves everything from the log into the file, so that it is one plain file.
  ///
  /// Where readers have the file open its log stays beside it until they have gone; nothing is lost.
  /// - Throws: an error of the database.
  public func close() throws(IndexError) {
    try IndexConnection.catching(path) {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA optimize")
        // Waiting long for readers would serve nobody: the log is valid.
        try db.execute(sql: "PRAGMA busy_timeout = 200")
        do {
          _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
          _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        } catch let error as DatabaseError
          where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
        {
          logger.notice("readers have the file open; its log stays beside it")
        }
      }
      try queue.close()
    }
  }
}
