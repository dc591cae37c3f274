import GRDB

/// Reads the searchable columns of articles, one at a time.
final class ArticleTexts {
  private let db: Database
  private var selects: [Int32: PreparedStatement] = [:]
  /// The first error of the database.
  private(set) var failure: (any Error)?

  init(_ db: Database) { self.db = db }

  private func select(_ column: Int32) throws -> PreparedStatement {
    if let known = selects[column] { return known }
    let name =
      switch column {
      case Schema.Column.body: "body"
      case Schema.Column.title: "title"
      case Schema.Column.entityTerms: "entity_terms"
      default: "cjk_terms"
      }
    let made = try PreparedStatement(db, sql: "SELECT \(name) FROM articles WHERE id = ?")
    selects[column] = made
    return made
  }

  /// Calls `body` with the UTF-8 of a column, valid during the call only; not where there is none.
  func withText(id: Int64, column: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    do {
      let select = try select(column)
      select.bind(1, id)
      // Invariant: SQLite keeps the bytes until the statement moves on, behind this closure.
      _ = try select.first { body($0.bytes(0).bindMemory(to: UInt8.self)) }
    } catch {
      failure = failure ?? error
    }
  }
}
