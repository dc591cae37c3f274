import GRDB

/// The tables that make searches faster and follow from the articles: without them everything is found all the same,
/// only slower. Each says what it was made of.
enum DerivedTables {
  /// Writes all of them anew, inside a transaction.
  /// - Parameter all: whether blocks that are of use are made anew too.
  /// - Complexity: O(articles + mentions + postings of new segments).
  static func write(_ db: Database, all: Bool = false) throws {
    try writeWithoutEntities(db, all: all)
    try EntityListsTable.write(db)
  }

  /// Writes what takes time in proportion to what is new, but for a little an article.
  static func writeWithoutEntities(_ db: Database, all: Bool = false) throws {
    let lengths = try FieldLengthsTable.write(db)
    try BlockMaximaTable.write(
      db, RankingFormula(RankingTable.weights(db).weights), lengths, all: all)
  }

  /// One part of a file's articles, as a divisor: when more of them are new the lists of entities are made anew.
  private static let leastShare = 4

  /// Writes lists of entities that are out of date, after large additions to a file that was there.
  /// - Parameter added: number of articles that were added.
  static func writeEntities(_ db: Database, added: Int) throws {
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM articles_fts_docsize") ?? 0
    guard added * leastShare >= count, try !EntityListsTable.isFresh(db) else { return }
    try EntityListsTable.write(db)
  }
}
