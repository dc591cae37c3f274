import Foundation
import GRDB

/// Finds articles whose text was altered inside a damaged file where no structure tells: the old full-text index
/// counted other numbers of tokens in it than the new one.
enum LengthComparison {
  /// Numbers of such articles, at most so many. Linear in the articles.
  /// - Parameters:
  ///   - old: the damaged file; what cannot be read there is passed over.
  ///   - new: the file made of it.
  static func differing(_ old: Database, _ new: Database, most: Int = 1_000) -> [Int64] {
    var found: [Int64] = []
    do {
      let lookUp = try new.makeStatement(sql: "SELECT sz FROM articles_fts_docsize WHERE id = ?")
      let rows = try Row.fetchCursor(
        old, sql: "SELECT id, sz FROM articles_fts_docsize ORDER BY id")
      while found.count < most, let row = try rows.next() {
        guard let id = Int64.fromDatabaseValue(row[0]),
          let counted = Data.fromDatabaseValue(row[1]),
          let now = try Data.fetchOne(lookUp, arguments: [id])
        else { continue }
        if texts(counted) != texts(now) { found.append(id) }
      }
    } catch { return found }
    return found
  }

  /// The bytes of the first two numbers, which count body and title; the others follow from the gazetteer.
  private static func texts(_ sizes: Data) -> Data {
    var ends = 0
    return sizes.prefix { byte in
      defer { if byte < 0x80 { ends += 1 } }
      return ends < 2
    }
  }
}
