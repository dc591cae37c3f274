import GRDB
import Logging

extension IndexWriter {
  /// What ``optimize(usingStock:)`` has done.
  public struct Optimization: Sendable, Equatable {
    /// Parts of the full-text index before; `nil` when its format is not known here.
    public var segmentsBefore: Int?
    /// Parts afterwards: 1, or 0 without articles.
    public var segmentsAfter: Int?
    /// Whether nothing was merged and the tables that make searches faster were written anew.
    public var rebuiltTables = false
    /// Bytes of the file that hold nothing any more.
    public var freeBytes = 0
    /// Whether there was nothing to do.
    public var wasOptimal: Bool { segmentsBefore.map { $0 < 2 } ?? false }
  }

  /// Merges the parts (segments) of the full-text index, of which each import adds some, into one, without
  /// what was deleted. What is found stays the same.
  ///
  /// One transaction; others may read meanwhile. What becomes free stays in the file for later imports.
  /// An index of a format that is not known here is left to FTS5's own command.
  /// The tables that make searches faster and follow from the articles are written anew too.
  /// - Parameters:
  ///   - usingStock: whether FTS5's own command does the work, for comparison.
  ///   - rebuildsTables: whether these tables are written also where there is nothing to merge.
  /// - Throws: ``IndexError``; then the index is as it was.
  /// - Complexity: O(size of the index), memory a page for each segment.
  public func optimize(
    usingStock: Bool = false, rebuildsTables: Bool = false
  ) throws(IndexError) -> Optimization {
    if isFresh { throw .notFound(path: path) }
    // FTS5 does not notice what its own connection writes past it.
    let queue = try IndexConnection.writer(path: path, busyTimeout: options.busyTimeout)
    return try IndexConnection.catching(path) {
      var result = Optimization()
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          let segments = try SegmentWriter(db, table: "articles_fts")
          result.segmentsBefore = try segments.segmentCount()
          result.segmentsAfter = result.segmentsBefore
          if result.wasOptimal, !rebuildsTables { return .rollback }
          if result.wasOptimal {
            result.rebuiltTables = true
          } else if usingStock || result.segmentsBefore == nil {
            try db.execute(sql: "INSERT INTO articles_fts(articles_fts) VALUES ('optimize')")
            result.segmentsAfter = try segments.segmentCount()
          } else {
            result.segmentsAfter = try segments.mergeAll()
          }
          try DerivedTables.write(db, all: rebuildsTables)
          return .commit
        }
        result.freeBytes =
          try Int.fetchOne(
            db,
            sql: """
              SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size
              """) ?? 0
      }
      try queue.close()
      logger.debug("optimized", metadata: ["segments": "\(result.segmentsBefore ?? 0)"])
      return result
    }
  }
}
