import GRDB

/// Checksums of the tables that imports keep for themselves, in `dateline_meta` under `checksum NAME`: nothing else
/// tells whether what they hold is what was written.
///
/// A checksum is the sum, modulo 2^64, of the hashes of all rows, as 16 hexadecimal digits. There is none for an empty
/// table, nor in a file that another version has begun.
enum TableChecksums {
  /// The tables with their columns, and what they hold in plain words.
  static let tables = [
    (name: "superseded", columns: "key, digest", meaning: "notes on versions that were replaced"),
    (name: "site_memory", columns: "source, content", meaning: "what was learnt of sites"),
    (
      name: "import_checkpoints",
      columns: "file, size, changed, options, records, rejected, finished",
      meaning: "how far unfinished imports came"
    ),
  ]

  private static func columns(of table: String) -> String? {
    tables.first { $0.name == table }?.columns
  }

  /// The checksum of a table as it stands; `nil` where it is empty or missing.
  /// - Complexity: O(bytes of the table).
  private static func actual(_ db: Database, _ table: String) throws -> UInt64? {
    guard let columns = columns(of: table), try db.tableExists(table) else { return nil }
    let count = CInt(columns.split(separator: ",").count)
    var hash = ArticleChecksum()
    var sum: UInt64?
    try PreparedStatement(db, sql: "SELECT \(columns) FROM \(table)").forEachRow { row in
      sum = (sum ?? 0) &+ UInt64(bitPattern: hash.value(of: row, columns: count))
    }
    return sum
  }

  private static func stored(_ db: Database, _ table: String) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM dateline_meta WHERE key = ?"),
      arguments: ["checksum \(table)"])
  }

  private static func text(_ sum: UInt64) -> String {
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func store(_ sum: UInt64?, _ table: String, _ db: Database) throws {
    let key = "checksum \(table)"
    if let sum {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO dateline_meta VALUES (?, ?)")
        .execute(arguments: [key, text(sum)])
    } else {
      try db.execute(sql: "DELETE FROM dateline_meta WHERE key = ?", arguments: [key])
    }
  }

  /// Takes down what a small table holds now, after a change inside the same transaction.
  static func renew(_ table: String, _ db: Database) throws {
    try store(actual(db, table), table, db)
  }

  /// Takes down a row that was added inside the same transaction.
  /// - Parameter hash: of the row.
  static func add(_ hash: Int64, to table: String, _ db: Database) throws {
    if let stored = try stored(db, table) {
      // What cannot be read stays wrong.
      guard let sum = UInt64(stored, radix: 16) else { return }
      return try store(sum &+ UInt64(bitPattern: hash), table, db)
    }
    // Others in a file of before: nobody vouches for those.
    let isFirst = try Row.fetchAll(db, sql: "SELECT 1 FROM \(table) LIMIT 2").count == 1
    if isFirst { try store(UInt64(bitPattern: hash), table, db) }
  }

  /// The tables that do not hold what was written, and those of which that cannot be told.
  /// - Complexity: O(bytes of the tables).
  static func faults(_ db: Database) throws -> (wrong: [String], unknown: [String]) {
    var (wrong, unknown): ([String], [String]) = ([], [])
    for (table, _, _) in tables {
      let actual = try actual(db, table)
      if let stored = try stored(db, table) {
        if stored != actual.map(text) { wrong.append(table) }
      } else if actual != nil {
        unknown.append(table)
      }
    }
    return (wrong, unknown)
  }
}
