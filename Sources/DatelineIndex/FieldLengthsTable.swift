import DatelineAnalysis
import DatelineCore
import Foundation
import GRDB

/// Keeps the lengths of all articles' fields together in one row, so that opening a file takes one read and not
/// one for each article.
///
/// Written by large imports and by ``IndexWriter/optimize(usingStock:rebuildsTables:)``. Whoever else writes
/// leaves it as it is: it is taken only where the full-text index is as it was, see ``state(_:)``; otherwise, or
/// without the table, the lengths are read from FTS5's own table.
///
/// Content, little endian: number of articles, whether ids follow each other without gaps (1 or 0), the first
/// id, tokens of all titles, leads and rests (8 bytes each); the ids (8 bytes each) where they have gaps; tokens
/// of each title and body (4 bytes each).
enum FieldLengthsTable {
  static let schema = """
    CREATE TABLE IF NOT EXISTS field_lengths (
      state BLOB NOT NULL,
      digest TEXT NOT NULL,
      content BLOB NOT NULL
    )
    """

  /// What tells whether somebody has written to the full-text index: FTS5's records of its segments and of
  /// the tokens in all articles, number, first and last of the articles. Every transaction that changes the index
  /// writes a segment, and the record of segments counts these.
  ///
  /// Source: SQLite's ext/fts5/fts5_index.c, comment "Structure record" (nWriteCounter).
  /// - Complexity: O(pages of the table of lengths).
  static func state(_ db: Database) throws -> [UInt8] {
    var bytes: [UInt8] = [1]
    func append(_ number: Int64) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    try PreparedStatement(
      db,
      sql: """
        SELECT block FROM articles_fts_data
        WHERE id IN (\(DataRow.structure), \(DataRow.averages)) ORDER BY id
        """
    ).forEachRow { row in
      append(Int64(row.bytes(0).count))
      bytes.append(contentsOf: row.bytes(0))
    }
    try PreparedStatement(
      db,
      sql: """
        SELECT count(*), (SELECT min(id) FROM articles_fts_docsize),
          (SELECT max(id) FROM articles_fts_docsize) FROM articles_fts_docsize
        """
    ).forEachRow { row in for column in 0..<3 { append(row.integer(CInt(column))) } }
    return bytes
  }

  /// The lengths; `nil` where they are not there or out of date.
  /// - Complexity: O(articles), a few bytes each.
  static func read(_ db: Database) throws -> FieldLengths? {
    guard
      let select = try? PreparedStatement(
        db, sql: "SELECT state, digest, content FROM field_lengths")
    else { return nil }
    let state = try state(db)
    let found: FieldLengths?? = try select.first { row in
      guard row.bytes(0).elementsEqual(state),
        row.bytes(1).elementsEqual(digest(row.bytes(2)).utf8)
      else { return nil }
      return FieldLengths(row.bytes(2), leadLength: EntityTagger.leadLength)
    }
    return found ?? nil
  }

  /// Writes the lengths as FTS5's table has them, inside a transaction.
  /// - Parameter known: the lengths, where they need not be read.
  /// - Complexity: O(articles).
  /// - Returns: the lengths.
  static func write(_ db: Database, known: FieldLengths? = nil) throws -> FieldLengths {
    try db.execute(sql: schema)
    try db.execute(sql: "DELETE FROM field_lengths")
    let (read, addsUp) = try known.map { ($0, true) } ?? FieldLengths.readingWithSums(db)
    let lengths = read
    // What is damaged is not made to look sound.
    if !addsUp { return lengths }
    let insert = try PreparedStatement(
      db, sql: "INSERT INTO field_lengths (state, digest, content) VALUES (?, ?, ?)")
    let content = lengths.content
    try state(db).withUnsafeBytes { state in
      try content.withUnsafeBytes { content in
        insert.bind(1, blob: state)
        insert.bind(2, copying: digest(content))
        insert.bind(3, blob: content)
        try insert.run()
      }
    }
    return lengths
  }

  /// What is wrong with the table; `nil` when nothing is, or it is out of date and whole.
  /// - Complexity: O(articles).
  static func fault(_ db: Database) throws -> String? {
    guard try db.tableExists("field_lengths"),
      let row = try Row.fetchOne(db, sql: "SELECT state, digest, content FROM field_lengths")
    else { return nil }
    let isWhole = Data.fromDatabaseValue(row[2])?.withUnsafeBytes { digest($0) } == row.text(1)
    // A state of this version begins with its number.
    guard isWhole, let stored = Data.fromDatabaseValue(row[0]), stored.first == 1 else {
      return "are damaged, and not read"
    }
    if try !stored.elementsEqual(state(db)) { return nil }
    guard let known = try read(db) else { return "cannot be read" }
    return try known == FieldLengths.reading(db) ? nil : "differ from those in the full-text index"
  }

  /// Whether somebody has written to the index since, so that the table is not read.
  static func isOutOfDate(_ db: Database) throws -> Bool {
    guard try db.tableExists("field_lengths") else { return false }
    let stored = try Data.fetchOne(db, sql: "SELECT state FROM field_lengths")
    return try stored.map { try !$0.elementsEqual(state(db)) } ?? false
  }

  /// Invariant: the bytes are lent for the call.
  private static func digest(_ bytes: UnsafeRawBufferPointer) -> String {
    ContentHash.text(bytes.bindMemory(to: UInt8.self))
  }
}

extension FieldLengths {
  /// Reads the lengths from FTS5's table, one by one.
  static func reading(_ db: Database) throws -> FieldLengths { try readingWithSums(db).lengths }

  /// Reads them, and says whether they add up to FTS5's record of all articles and their tokens.
  ///
  /// Source: SQLite's ext/fts5/fts5_storage.c, function sqlite3Fts5StorageIntegrity, which compares the same.
  static func readingWithSums(
    _ db: Database
  ) throws -> (lengths: FieldLengths, addsUp: Bool) {
    var lengths = FieldLengths(leadLength: EntityTagger.leadLength)
    var sums = AveragesRecord(UnsafeRawBufferPointer(start: nil, count: 0), columns: 4)
    let select = try PreparedStatement(
      db, sql: "SELECT id, sz FROM articles_fts_docsize ORDER BY id")
    try select.forEachRow { row in
      let sizes = row.bytes(1)
      lengths.append(id: row.integer(0), sizes: sizes)
      var index = 0
      sums.rowCount &+= 1
      for column in 0..<4 { sums.tokens[column] &+= Varint.read(sizes, &index) }
    }
    let record = try PreparedStatement(
      db, sql: "SELECT block FROM articles_fts_data WHERE id = \(DataRow.averages)"
    ).first { AveragesRecord($0.bytes(0), columns: 4) }
    return (lengths, record ?? AveragesRecord(.init(start: nil, count: 0), columns: 4) == sums)
  }
}

/// That the lengths of articles in FTS5's table are not those of its record of all: articles would be missing among
/// the hits, or score what they should not.
struct LengthDamage: Error, CustomStringConvertible {
  var description: String {
    "the full-text index is damaged (the lengths of the articles do not add up); "
      + "`dateline check --repair` makes a new file of the articles"
  }
}

extension IndexSnapshot {
  /// Lengths of all articles' fields, by ascending id.
  /// - Throws: an error of the database, or that the lengths are damaged.
  /// - Complexity: O(articles).
  package func fieldLengths() throws -> FieldLengths {
    if let kept = try FieldLengthsTable.read(db) { return kept }
    let (lengths, addsUp) = try FieldLengths.readingWithSums(db)
    if !addsUp { throw LengthDamage() }
    return lengths
  }
}
