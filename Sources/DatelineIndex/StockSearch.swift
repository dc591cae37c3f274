import GRDB

/// Searches an index file through FTS5 alone, by its own `rank` or by date, as any stock tool does: what the engine is
/// measured beside.
///
/// Works on one connection, set up as ``IndexReader`` sets up its own; one a thread.
package final class StockSearch {
  private let path: String
  private let queue: DatabaseQueue
  private let sql: String
  private var statement: PreparedStatement?

  /// Opens a file.
  /// - Parameter isByDate: whether the first articles are the latest, not those with the best rank.
  /// - Throws: when it cannot be opened or is no index.
  package init(path: String, isByDate: Bool = false) throws(IndexError) {
    self.path = path
    sql =
      isByDate
      ? """
      SELECT articles.id FROM articles_fts JOIN articles ON articles.id = articles_fts.rowid
      WHERE articles_fts MATCH ? ORDER BY published DESC, id DESC LIMIT ?
      """
      : "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rank LIMIT ?"
    (queue, _) = try IndexConnection.reader(path: path)
  }

  /// Ids of the first articles.
  /// - Parameter expression: in FTS5's query language.
  /// - Throws: an error of the database; an expression that FTS5 does not take is one.
  package func first(_ expression: String, limit: Int) throws(IndexError) -> [Int64] {
    try IndexConnection.catching(path) {
      try queue.unsafeRead { db in
        let statement =
          try self.statement
          ?? PreparedStatement(db, sql: sql)
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
