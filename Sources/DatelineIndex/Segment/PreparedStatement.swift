import GRDB
import GRDBSQLite

/// A statement that is run for many rows with values bound straight from memory.
///
/// GRDB boxes each value; over millions of rows that costs more than SQLite does. Values must stay
/// valid until the row is written: texts and blobs are not copied.
///
/// Invariant: used on the queue of its connection only, and gone before that is closed; bytes of a row are valid
/// until the statement moves on.
final class PreparedStatement {
  private let database: Database
  private let statement: OpaquePointer

  /// - Parameter sql: one statement; it belongs to the connection and is valid as long as that is.
  init(_ database: Database, sql: String) throws {
    self.database = database
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      database.sqliteConnection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw Self.error(database, code) }
    self.statement = statement
  }

  deinit { sqlite3_finalize(statement) }

  private static func error(_ database: Database, _ code: CInt) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
  }

  @inline(__always)
  func bind(_ index: CInt, _ value: Int64) { sqlite3_bind_int64(statement, index, value) }

  @inline(__always)
  func bindNull(_ index: CInt) { sqlite3_bind_null(statement, index) }

  /// Binds a blob without copying it.
  @inline(__always)
  func bind(_ index: CInt, blob: UnsafeRawBufferPointer) {
    if let base = blob.baseAddress, !blob.isEmpty {
      sqlite3_bind_blob64(statement, index, base, sqlite3_uint64(blob.count), nil)
    } else {
      sqlite3_bind_zeroblob(statement, index, 0)
    }
  }

  /// Binds a text without copying it.
  @inline(__always)
  func bind(_ index: CInt, text: UnsafeBufferPointer<UInt8>) {
    if let base = text.baseAddress {
      base.withMemoryRebound(to: CChar.self, capacity: text.count) {
        _ = sqlite3_bind_text64(
          statement, index, $0, sqlite3_uint64(text.count), nil, UInt8(SQLITE_UTF8))
      }
    } else {
      sqlite3_bind_text64(statement, index, "", 0, nil, UInt8(SQLITE_UTF8))
    }
  }

  /// Binds a text, copying it.
  func bind(_ index: CInt, copying text: String?) {
    guard var text else { return bindNull(index) }
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    text.withUTF8 { bytes in
      UnsafeRawBufferPointer(bytes).withMemoryRebound(to: CChar.self) {
        // A text of no bytes has no address, which would bind NULL.
        if let base = $0.baseAddress {
          _ = sqlite3_bind_text64(
            statement, index, base, sqlite3_uint64($0.count), transient, UInt8(SQLITE_UTF8))
        } else {
          _ = sqlite3_bind_text64(statement, index, "", 0, nil, UInt8(SQLITE_UTF8))
        }
      }
    }
  }

  /// Binds texts one after the other from a parameter on, `nil` as NULL.
  /// - Parameter buffer: where the texts are put together, so that SQLite allocates nothing for them; it
  ///   must stay as it is until the row is written.
  func bind(from first: CInt, _ texts: [String?], in buffer: inout ByteBuffer) {
    buffer.count = 0
    buffer.reserve(texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) })
    for (index, text) in zip(first..., texts) {
      guard var text else {
        bindNull(index)
        continue
      }
      let start = buffer.end
      text.withUTF8 { bytes in
        if let base = bytes.baseAddress { buffer.append(base, bytes.count) }
      }
      bind(index, text: UnsafeBufferPointer(start: start, count: buffer.end - start))
    }
  }

  /// Runs the statement to its end.
  @inline(__always)
  func run() throws {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    if code != SQLITE_DONE && code != SQLITE_ROW { throw Self.error(database, code) }
  }

  /// Runs the statement to its end.
  /// - Returns: whether it has changed a row.
  func changesRow() throws -> Bool {
    try run()
    return sqlite3_changes(database.sqliteConnection) > 0
  }

  /// Runs the statement up to its first row, and calls `body` with it.
  /// - Returns: what `body` returns; `nil` without a row.
  func first<Result>(_ body: (PreparedStatement) throws -> Result) throws -> Result? {
    let code = sqlite3_step(statement)
    defer { sqlite3_reset(statement) }
    if code == SQLITE_DONE { return nil }
    if code != SQLITE_ROW { throw Self.error(database, code) }
    return try body(self)
  }

  /// Calls `body` with each row.
  func forEachRow(_ body: (PreparedStatement) throws -> Void) throws {
    defer { sqlite3_reset(statement) }
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      if code != SQLITE_ROW { throw Self.error(database, code) }
      try body(self)
    }
  }

  /// An integer of the row.
  @inline(__always)
  func integer(_ column: CInt) -> Int64 { sqlite3_column_int64(statement, column) }

  /// A real number of the row.
  func double(_ column: CInt) -> Double { sqlite3_column_double(statement, column) }

  /// SQLite's type of a value of the row, such as `SQLITE_TEXT`.
  @inline(__always)
  func type(_ column: CInt) -> CInt { sqlite3_column_type(statement, column) }

  /// The bytes of a text or blob of the row, valid until the next one.
  @inline(__always)
  func bytes(_ column: CInt) -> UnsafeRawBufferPointer {
    let base = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(
      start: base, count: Int(sqlite3_column_bytes(statement, column)))
  }

  /// The text in a column of the row, whatever is stored there: bytes that are no UTF-8 become U+FFFD.
  func text(_ column: CInt) -> String? {
    if sqlite3_column_type(statement, column) == SQLITE_NULL { return nil }
    return String(decoding: bytes(column), as: UTF8.self)
  }
}
