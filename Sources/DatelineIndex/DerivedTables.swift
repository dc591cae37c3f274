import GRDB

/// The tables that make searches faster and follow from the articles: without them everything is found all the same,
/// only slower. Each says what it was made of.
enum DerivedTables {
  /// What the tables of a new file hold, as far as it was made while the file was written.
  struct Content {
    var lengths: FieldLengths
    var formula: RankingFormula
    var blocks: SegmentBlocks?
    var entities = EntityLists()

    /// Makes blocks of these lengths; `nil` where bounds on scores would not hold.
    var maker: TermBlocksMaker? {
      formula.isMonotonous ? TermBlocksMaker(formula, lengths, lengths.averages) : nil
    }
  }

  /// Writes all of them anew, inside a transaction.
  /// - Parameters:
  ///   - known: what need not be made.
  ///   - all: whether blocks that are of use are made anew too.
  /// - Complexity: O(articles + mentions + postings of new segments).
  static func write(_ db: Database, known: Content? = nil, all: Bool = false) throws {
    try writeWithoutEntities(db, known: known, all: all)
    try EntityListsTable.write(db, known: known?.entities)
    if all { try ArticleChecksum.fill(db) }
  }

  /// Writes what takes time in proportion to what is new, but for a little an article.
  static func writeWithoutEntities(
    _ db: Database, known: Content? = nil, all: Bool = false
  ) throws {
    let lengths = try FieldLengthsTable.write(db, known: known?.lengths)
    let formula =
      try known?.formula ?? RankingFormula(RankingTable.weights(db).weights)
    try BlockMaximaTable.write(db, formula, lengths, known: known?.blocks, all: all)
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
