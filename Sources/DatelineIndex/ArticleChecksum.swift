import DatelineCore
import Foundation
import GRDB
import GRDBSQLite

/// The column `checksum` of `articles`: XXH3-64 over the values of all other columns but `id`, which tells articles
/// whose bytes were changed on the disk. Neither SQLite nor FTS5 looks at case, punctuation, authors or addresses.
///
/// NULL where nobody vouches for the row: other tools have written it, which a trigger takes care of, or a version
/// that knew no checksums. Older files have no such column.
///
/// Content that is hashed: for each column a byte for the type (0 NULL, 1 text, 2 integer, 3 real, 4 blob), then the
/// number itself, or length and bytes; numbers in 8 bytes, little endian; of `body`, which is the last, the hash. The
/// lowest bit says something else: whether the mentions of the article were made of the text that is there (1), or
/// nobody knows, since the checksum was made later.
struct ArticleChecksum: ~Copyable {
  /// Columns that are hashed, in this order.
  static let columns = [
    "key", "title", "published", "modified", "source", "section", "language", "author", "url",
    "image_url", "entities", "hints", "evidence", "origin_file", "origin_record", "origin_offset",
    "origin_hash", "extractor", "extra", "standfirst", "entity_terms", "cjk_terms", "body",
  ]
  private static let list = columns.joined(separator: ", ")

  /// Whoever changes a row without a new checksum takes away the old one.
  static let trigger = """
    CREATE TRIGGER articles_cu AFTER UPDATE OF \(list) ON articles
    WHEN new.checksum IS old.checksum BEGIN
      UPDATE articles SET checksum = NULL WHERE id = new.id;
    END;
    """

  private var buffer = ByteBuffer(capacity: 1 << 12)

  init() {}

  /// Begins a row.
  mutating func begin() { buffer.count = 0 }

  /// Adds the value of the next column.
  mutating func add(_ number: Int64) {
    buffer.append(2)
    append(UInt64(bitPattern: number))
  }

  /// Adds the values of the next columns, `nil` as NULL.
  mutating func add(_ texts: [String?]) {
    for text in texts {
      guard var text else {
        buffer.append(0)
        continue
      }
      text.withUTF8 { add(1, $0) }
    }
  }

  private mutating func append(_ number: UInt64) {
    var number = number.littleEndian
    // Invariant: the bytes are lent for the call.
    withUnsafeBytes(of: &number) { bytes in
      if let base = bytes.bindMemory(to: UInt8.self).baseAddress { buffer.append(base, 8) }
    }
  }

  private mutating func add(_ type: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) {
    buffer.append(type)
    append(UInt64(bytes.count))
    if let base = bytes.baseAddress { buffer.append(base, bytes.count) }
  }

  /// Adds the body and ends the row.
  /// - Returns: the checksum as the column holds it where mentions are written with the row.
  mutating func finish(body: UnsafeBufferPointer<UInt8>, type: UInt8 = 1) -> Int64 {
    buffer.append(type)
    append(ContentHash.short(body))
    return Int64(
      bitPattern: ContentHash.short(
        UnsafeBufferPointer(start: UnsafePointer(buffer.base), count: buffer.count)) | 1)
  }

  // MARK: Rows of a file

  /// The checksum of a row as it is stored, whose columns from `first` on are ``columns``.
  mutating func value(of row: PreparedStatement, from first: CInt) -> Int64 {
    begin()
    let last = first + CInt(Self.columns.count) - 1
    for column in first..<last { add(row, column) }
    let body = row.bytes(last).bindMemory(to: UInt8.self)
    return finish(body: body, type: row.type(last) == SQLITE_TEXT ? 1 : 4)
  }

  /// The hash of a row of another table, all of whose columns are hashed.
  mutating func value(of row: PreparedStatement, columns: CInt) -> Int64 {
    begin()
    for column in 0..<columns { add(row, column) }
    return end()
  }

  /// Ends a row without a body.
  mutating func end() -> Int64 { finish(body: UnsafeBufferPointer(start: nil, count: 0), type: 0) }

  /// Adds the value of a column. Invariant: the bytes are lent until the statement moves on.
  private mutating func add(_ row: PreparedStatement, _ column: CInt) {
    switch row.type(column) {
    case SQLITE_NULL: buffer.append(0)
    case SQLITE_INTEGER: add(row.integer(column))
    case SQLITE_FLOAT:
      buffer.append(3)
      append(row.double(column).bitPattern)
    case SQLITE_TEXT: add(1, row.bytes(column).bindMemory(to: UInt8.self))
    default: add(4, row.bytes(column).bindMemory(to: UInt8.self))
    }
  }

  /// The checksum of values in the order of ``columns``.
  mutating func value(of values: [DatabaseValue]) -> Int64 {
    begin()
    for value in values.dropLast() {
      switch value.storage {
      case .null: buffer.append(0)
      case .int64(let number): add(number)
      case .double(let number):
        buffer.append(3)
        append(number.bitPattern)
      case .string(let text): add([text])
      case .blob(let data): data.withUnsafeBytes { add(4, $0.bindMemory(to: UInt8.self)) }
      }
    }
    var body = String.fromDatabaseValue(values.last ?? .null) ?? ""
    return body.withUTF8 { finish(body: $0) }
  }

  /// Whether a file has the column.
  static func isKnown(_ db: Database) throws -> Bool {
    try db.columns(in: "articles").contains { $0.name == "checksum" }
  }

  /// Whether two checksums are of the same values.
  static func areEqual(_ one: Int64, _ other: Int64) -> Bool { one | 1 == other | 1 }

  /// Adds the column to a file of before; its rows have no checksums yet.
  static func addColumn(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE articles ADD COLUMN checksum INTEGER; \(trigger)")
  }

  /// Calls `body` with number, stored checksum and actual one of each article; the stored one is `nil` where there is
  /// none.
  /// - Complexity: O(bytes of all articles).
  static func forEachArticle(
    _ db: Database, where condition: String = "true",
    _ body: (_ id: Int64, _ stored: Int64?, _ actual: Int64) throws -> Void
  ) throws {
    var checksum = ArticleChecksum()
    let select = try PreparedStatement(
      db, sql: "SELECT id, checksum, \(list) FROM articles WHERE \(condition)")
    try select.forEachRow { row in
      let stored = row.type(1) == SQLITE_NULL ? nil : row.integer(1)
      try body(row.integer(0), stored, checksum.value(of: row, from: 2))
    }
  }

  /// Gives the articles that have none their checksums, inside a transaction: from now on damage to them is told.
  /// - Parameter isTagged: whether their mentions are made of the texts that are there.
  /// - Complexity: O(bytes of all articles).
  static func fill(
    _ db: Database, where condition: String = "true", isTagged: Bool = false
  ) throws {
    guard try isKnown(db) else { return }
    var found: [(id: Int64, checksum: Int64)] = []
    let update = try PreparedStatement(db, sql: "UPDATE articles SET checksum = ? WHERE id = ?")
    try forEachArticle(db, where: "checksum IS NULL AND \(condition)") { id, _, actual in
      found.append((id, isTagged ? actual : actual & ~1))
    }
    for (id, checksum) in found {
      update.bind(1, checksum)
      update.bind(2, id)
      try update.run()
    }
  }

  /// What is wrong with the articles; `nil` when they are as they were written, as far as that is known.
  static func fault(_ db: Database) throws -> (fault: String?, unknown: Int) {
    guard try isKnown(db) else {
      return (nil, try Int.fetchOne(db, sql: "SELECT count(*) FROM articles") ?? 0)
    }
    var (wrong, unknown): ([Int64], Int) = ([], 0)
    try forEachArticle(db) { id, stored, actual in
      if let stored {
        if !areEqual(stored, actual) { wrong.append(id) }
      } else {
        unknown += 1
      }
    }
    if wrong.isEmpty { return (nil, unknown) }
    let numbers = wrong.prefix(20).map(String.init).joined(separator: ", ")
    return (
      "not as they were written: \(wrong.count) article\(wrong.count == 1 ? "" : "s"), by number \(numbers)"
        + (wrong.count > 20 ? ", ..." : "")
        + "; `dateline index` with the same dump brings them back", unknown
    )
  }
}
