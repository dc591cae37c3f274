public import DatelineCore
import GRDB

extension IndexWriter: ArticleSink {
  /// Writes articles in one transaction, as ``write(_:isCancelled:)`` does.
  public func store(_ articles: some Sequence<Article>) throws(IndexError) { try write(articles) }

  /// Removes the articles with some keys, in one transaction; keys that no article has are passed over.
  /// - Returns: how many were there.
  /// - Throws: an error of the database; then none was removed.
  @discardableResult
  public func delete(keys: some Sequence<String>) throws(IndexError) -> Int {
    if isFresh { throw .notFound(path: path) }
    return try transaction { db in
      // A trigger removes what the full-text index and the mentions have of it.
      let statement = try db.cachedStatement(sql: "DELETE FROM articles WHERE key = ?")
      var count = 0
      for key in keys {
        try statement.execute(arguments: [key])
        count += db.changesCount
      }
      return count
    }
  }
}
