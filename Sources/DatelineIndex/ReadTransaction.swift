import GRDB

/// Runs read transactions on one connection with statements that are prepared once.
///
/// GRDB prepares them anew each time, which takes longer than many a search.
final class ReadTransaction {
  private struct Statements {
    var begin: PreparedStatement
    var commit: PreparedStatement
    var rollback: PreparedStatement
    var version: PreparedStatement
    var schema: PreparedStatement

    init(_ db: Database) throws {
      begin = try PreparedStatement(db, sql: "BEGIN DEFERRED")
      commit = try PreparedStatement(db, sql: "COMMIT")
      rollback = try PreparedStatement(db, sql: "ROLLBACK")
      version = try PreparedStatement(db, sql: "PRAGMA data_version")
      schema = try PreparedStatement(db, sql: "SELECT 1 FROM sqlite_master LIMIT 1")
    }
  }

  private var statements: Statements?
  private var version: Int64?

  /// Runs `body` inside a transaction.
  /// - Parameter body: is given a number that changes whenever another connection has committed.
  /// - Throws: an error of the database, or what `body` throws.
  func run<Result>(_ db: Database, _ body: (Int64) throws -> Result) throws -> Result {
    let statements = try self.statements ?? Statements(db)
    self.statements = statements
    try statements.begin.run()
    do {
      // The first statement that reads takes the snapshot.
      let version = try statements.version.first { $0.integer(0) } ?? 0
      if version != self.version {
        // Other tools may have dropped a table. Preparing a statement does not look at the file, running one does.
        try statements.schema.run()
        db.clearSchemaCache()
        self.version = version
      }
      let result = try body(version)
      try statements.commit.run()
      return result
    } catch {
      // Some errors have ended the transaction already.
      if db.isInsideTransaction { try? statements.rollback.run() }
      throw error
    }
  }
}
