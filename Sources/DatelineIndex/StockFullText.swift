import DatelineAnalysis
import DatelineCore
import GRDB

/// Keeps full-text index and mentions equal to the articles row by row, the index through FTS5 itself.
struct StockFullText: ArticleDependents {
  let mentions: MentionRows

  /// Puts an article into the full-text index: id and ``Schema/searchColumns``.
  static let indexSQL = """
    INSERT INTO articles_fts (rowid, \(Schema.searchColumns)) VALUES (?, ?, ?, ?, ?)
    """
  /// Takes an article, by its id, out of the full-text index as it stands in the table.
  static let unindexSQL = """
    INSERT INTO articles_fts (articles_fts, rowid, \(Schema.searchColumns))
    SELECT 'delete', id, \(Schema.searchColumns) FROM articles WHERE id = ?
    """

  func insert(_ article: AnalyzedArticle, row: Int64, isNew: Bool, _ db: Database) throws {
    try db.cachedStatement(sql: Self.indexSQL).execute(arguments: [
      row, article.searchBody, article.article.title, article.tags.terms, article.cjkTerms,
    ])
    try mentions.write(article.tags, article: row, db)
  }

  func remove(row: Int64, _ db: Database) throws {
    try MentionRows.delete(ofArticle: row, db)
    try db.cachedStatement(sql: Self.unindexSQL).execute(arguments: [row])
  }
}
