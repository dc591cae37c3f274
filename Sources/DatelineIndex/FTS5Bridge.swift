import GRDB
import GRDBSQLite

/// Access to FTS5's extension interface (SQLite documentation, FTS5, section 7).
enum FTS5Bridge {
  /// SQL name of the auxiliary function that shows each matching row to a ``MatchVisitor``.
  static let visitorFunction = "dateline_visit"

  /// The interface of a connection.
  static func api(_ db: Database) throws -> UnsafeMutablePointer<fts5_api> {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    var api: UnsafeMutablePointer<fts5_api>?
    guard
      sqlite3_prepare_v2(db.sqliteConnection, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK
    else { throw DatabaseError(message: "this SQLite was built without FTS5") }
    withUnsafeMutablePointer(to: &api) { pointer in
      sqlite3_bind_pointer(
        statement, 1, UnsafeMutableRawPointer(pointer), apiType.constant, nil)
      sqlite3_step(statement)
    }
    guard let api else { throw DatabaseError(message: "this SQLite was built without FTS5") }
    return api
  }

  /// Registers ``visitorFunction`` on a connection.
  static func registerVisitor(on db: Database) throws {
    let api = try api(db)
    let code = api.pointee.xCreateFunction?(
      api, visitorFunction, nil,
      { api, context, result, count, values in
        guard let api, let context, let values, count == 1, let value = values[0],
          let pointer = sqlite3_value_pointer(value, visitorType.constant)
        else {
          sqlite3_result_error(result, "dateline_visit is for dateline's own use", -1)
          return
        }
        let box = Unmanaged<VisitorBox>.fromOpaque(pointer).takeUnretainedValue()
        box.visitor.visit(MatchedRow(api: api, context: context))
      }, nil)
    guard code == SQLITE_OK else {
      throw DatabaseError(message: "the ranking function could not be registered")
    }
  }

  /// Runs `SELECT visit FROM articles_fts WHERE MATCH expression`, showing each row to the visitor in
  /// ascending order of ids.
  static func match(_ db: Database, expression: String, visitor: any MatchVisitor) throws {
    let sql =
      "SELECT \(visitorFunction)(articles_fts, ?2) FROM articles_fts "
      + "WHERE articles_fts MATCH ?1"
    let statement = try db.cachedStatement(sql: sql).sqliteStatement
    sqlite3_reset(statement)
    defer {
      sqlite3_reset(statement)
      sqlite3_clear_bindings(statement)
    }
    let box = VisitorBox(visitor)
    try withExtendedLifetime(box) {
      let destructor = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      sqlite3_bind_text(statement, 1, expression, -1, destructor)
      sqlite3_bind_pointer(
        statement, 2, Unmanaged.passUnretained(box).toOpaque(), visitorType.constant, nil)
      while true {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { continue }
        if code == SQLITE_DONE { return }
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code),
          message: db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
      }
    }
  }
}

/// Types of pointer values. Invariant: SQLite keeps the addresses of these names and compares what stands there when
/// the value is read, so they must be constants; a Swift string lent to the call is gone by then.
private let apiType: StaticString = "fts5_api_ptr"
private let visitorType: StaticString = "dateline-visitor"

extension StaticString {
  /// The text, ended by a NUL, for as long as the program runs.
  fileprivate var constant: UnsafePointer<CChar> {
    UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}

/// Carries a visitor through SQLite as a pointer value.
private final class VisitorBox {
  let visitor: any MatchVisitor
  init(_ visitor: any MatchVisitor) { self.visitor = visitor }
}
