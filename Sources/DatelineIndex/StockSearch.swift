import GRDB

/// Searches an index file through FTS5 alone, by its own `rank`, as any stock tool does: what the engine is
/// measured beside.
///
/// Works on one connection, set up as ``IndexReader`` sets up its own; one a thread.
package final class StockSearch {
  private let path: String
  private let queue: DatabaseQueue
  private var statement: PreparedStatement?

  /// Opens a file.
  /// - Throws: when it cannot be opened or is no index.
  package init(path: String) throws(IndexError) {
    self.path = path
    (queue, _) = try IndexConnection.reader(path: path)
  }

  /// Ids of the articles with the best rank, best first.
  /// - Parameter expression: in FTS5's query language.
  /// - Throws: an error of the database; an expression that FTS5 does not take is one.
  package func best(_ expression: String, limit: Int) throws(IndexError) -> [Int64] {
    try IndexConnection.catching(path) {
      try queue.unsafeRead { db in
        let statement =
          try self.statement
          ?? PreparedStatement(
            db,
            sql: """
              SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rank LIMIT ?
              """)
        self.statement = statement
        statement.bind(1, copying: expression)
        statement.bind(2, Int64(limit))
        var ids: [Int64] = []
        try statement.forEachRow { ids.append($0.integer(0)) }
        return ids
      }
    }
  }
}
