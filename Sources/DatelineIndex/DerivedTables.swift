import GRDB

/// The tables that make searches faster and follow from the articles: with wrong ones nothing would be right, without
/// them everything is, only slower. Each says what it was made of.
enum DerivedTables {
  /// Writes what is out of date, inside a transaction.
  /// - Parameter all: whether what is not is written anew too.
  /// - Complexity: O(articles + postings of new segments).
  static func write(_ db: Database, all: Bool = false) throws {
    let lengths = try FieldLengthsTable.write(db)
    try BlockMaximaTable.write(
      db, RankingFormula(RankingTable.weights(db).weights), lengths, all: all)
    try EntityListsTable.write(db)
  }
}
