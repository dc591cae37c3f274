import DatelineAnalysis
import Foundation
import GRDB

/// One large transaction, on a connection of its own: on a new file in a ``BuildingFolder``, or on one
/// that is there.
final class BulkTransaction {
  /// Bytes of the largest new file that is mapped: they count as memory of the process, and by then the runs of
  /// larger ones take what there is.
  private static let mappedBytes = 256 << 20

  private let path: String
  private let folder: BuildingFolder
  private let isFresh: Bool
  private let queue: DatabaseQueue
  private var statements: ArticleRows.Statements?
  private var fullText: BulkFullText?
  private var articleCount = 0
  /// Bytes of text behind which the system is asked to begin with writing.
  private static let bytesBeforeWriting = 64 << 20
  private var unwritten = 0

  /// Begins a transaction.
  /// - Parameters:
  ///   - path: the index file.
  ///   - isFresh: whether it is new.
  ///   - folder: the folder beside it, which is this transaction's alone.
  ///   - memory: bytes for mentions in memory.
  init(
    path: String, isFresh: Bool, folder: BuildingFolder, gazetteer: Gazetteer, memory: Int,
    busyTimeout: Double
  ) throws(IndexError) {
    self.path = path
    self.folder = folder
    self.isFresh = isFresh
    let queue =
      try isFresh
      ? IndexConnection.builder(path: folder.database)
      : IndexConnection.writer(
        path: path, busyTimeout: busyTimeout, allowsLongTransactions: true)
    self.queue = queue
    let parts = try IndexConnection.catching(path) {
      try queue.writeWithoutTransaction { db in
        try db.beginTransaction(.immediate)
        if isFresh {
          try Schema.create(db)
        } else {
          try db.execute(sql: Schema.dropRowTriggers)
        }
        return (
          try ArticleRows.Statements(db),
          try BulkFullText(
            db, gazetteer: gazetteer, isFresh: isFresh, memory: memory, folder: folder.path)
        )
      }
    }
    (statements, fullText) = parts
  }

  deinit {
    // Without a commit the file is as it was.
    statements = nil
    fullText = nil
    try? queue.writeWithoutTransaction { db in
      if db.isInsideTransaction { try db.rollback() }
    }
    try? queue.close()
  }

  /// Adds, replaces or leaves alone articles.
  func write(
    _ articles: [AnalyzedArticle], _ rows: ArticleRows
  ) throws(IndexError) -> IndexWriter.Outcome {
    var outcome = IndexWriter.Outcome()
    guard let statements, let fullText else { return outcome }
    try access { db in
      for article in articles { try rows.write(article, db, statements, fullText, &outcome) }
      let before = articleCount
      articleCount += articles.count
      let limit = IndexConnection.mostInSmallCache
      if isFresh, before <= limit, articleCount > limit { try IndexConnection.growCache(db) }
    }
    for article in articles { unwritten += article.searchBody.utf8.count }
    if isFresh, unwritten >= Self.bytesBeforeWriting {
      folder.beginWriting()
      unwritten = 0
    }
    return outcome
  }

  /// Runs `body` inside the transaction.
  func access(_ body: (Database) throws -> Void) throws(IndexError) {
    try IndexConnection.catching(path) { try queue.writeWithoutTransaction(body) }
  }

  /// Writes what was collected, commits, and gives a new file its name.
  /// - Parameters:
  ///   - runs: gives the postings of all articles that were written, and perhaps others.
  ///   - release: called when they are not needed any more.
  ///   - body: what else belongs to the transaction; must not use the full-text index.
  func commit(
    _ runs: () throws -> [RunCursor], release: () -> Void, _ body: (Database) throws -> Void
  ) throws(IndexError) {
    try access { db in
      try body(db)
      let known = try fullText?.finish(runs(), db) {
        if isFresh {
          folder.beginWriting()
          // Each index reads the whole table; from a mapping that takes half the time.
          let bytes =
            try Int.fetchOne(
              db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            ?? 0
          if bytes <= Self.mappedBytes {
            try db.execute(sql: "PRAGMA mmap_size = \(Self.mappedBytes)")
          }
          try db.execute(sql: Schema.indexesAndRowTriggers)
          try db.execute(sql: "PRAGMA mmap_size = 0")
        }
      }
      if isFresh { folder.beginWriting() }
      release()
      if !isFresh { try db.execute(sql: Schema.rowTriggers) }
      if isFresh {
        try DerivedTables.write(db, known: known)
      } else {
        try DerivedTables.writeWithoutEntities(db)
      }
    }
    // A connection with statements cannot be closed.
    statements = nil
    fullText = nil
    try access { try $0.commit() }
    try IndexConnection.catching(path) { try queue.close() }
    if isFresh { try folder.publish() }
  }
}
