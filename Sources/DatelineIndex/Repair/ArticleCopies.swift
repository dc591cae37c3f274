import DatelineAnalysis
import GRDB

/// Writes copied articles with their entities into a new file.
final class ArticleCopies {
  /// Articles that were written.
  private(set) var written = 0
  /// Articles that could not be: their key was another's, or a column that must have a value has none.
  private(set) var refused = 0

  private let db: Database
  private let insert: String
  private let mentions: MentionRows

  /// - Parameter columns: those of the values of an article, the first of them `id`.
  init(_ db: Database, columns: [String], gazetteer: Gazetteer) {
    self.db = db
    let names = columns + ["entities", "entity_terms", "cjk_terms"]
    insert = """
      INSERT OR IGNORE INTO articles (\(names.joined(separator: ", ")))
      VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
      """
    mentions = MentionRows(gazetteer: gazetteer)
  }

  /// Writes an article; one that does not fit is counted.
  func write(_ values: [DatabaseValue], _ tags: EntityTags, cjkTerms: String) throws {
    let statement = try db.cachedStatement(sql: insert)
    let derived = [tags.names, tags.terms, cjkTerms].map(\.databaseValue)
    try statement.execute(arguments: StatementArguments(values + derived))
    guard db.changesCount == 1, let id = Int64.fromDatabaseValue(values[0]) else {
      refused += 1
      return
    }
    written += 1
    try mentions.write(tags, article: id, db)
  }
}
