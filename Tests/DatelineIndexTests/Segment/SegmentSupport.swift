import Foundation
import GRDB

@testable import DatelineIndex

/// A document for tests: a row number and four columns.
struct TestDocument {
  var row: Int64
  var columns: [String]

  init(_ row: Int64, _ columns: [String]) {
    self.row = row
    self.columns = columns + Array(repeating: "", count: 4 - columns.count)
  }
}

/// The rows of the shadow tables of an FTS5 index.
struct ShadowContent: Equatable {
  /// Leaves and pages of doclist indexes: number within its segment, bytes as hexadecimal digits.
  var pages: [String]
  var index: [String]
  var sizes: [String]
  var averages: String

  init(_ db: Database, _ table: String) throws {
    pages = try String.fetchAll(
      db,
      sql: """
        SELECT (id & (1 << 37) - 1) || ' ' || hex(block) FROM \(table)_data
        WHERE id > 10 ORDER BY id
        """)
    index = try String.fetchAll(
      db,
      sql: """
        SELECT typeof(term) || ' ' || hex(term) || ' ' || pgno FROM \(table)_idx
        ORDER BY segid, term
        """)
    sizes = try String.fetchAll(
      db, sql: "SELECT id || ' ' || hex(sz) FROM \(table)_docsize ORDER BY id")
    averages =
      try String.fetchOne(db, sql: "SELECT hex(block) FROM \(table)_data WHERE id = 1") ?? ""
  }

  /// The first difference, for a message; `nil` when there is none.
  func difference(from other: ShadowContent) -> String? {
    for (name, mine, theirs) in [
      ("page", pages, other.pages), ("index row", index, other.index),
      ("size", sizes, other.sizes), ("averages", [averages], [other.averages]),
    ] where mine != theirs {
      let place = zip(mine, theirs).enumerated().first { $1.0 != $1.1 }
      return "\(name)s: \(mine.count) and \(theirs.count); first difference at "
        + "\(place?.offset ?? -1): \(place.map { "\($1.0.prefix(400))\n\($1.1.prefix(400))" } ?? "")"
    }
    return nil
  }
}

/// Builds one index with stock FTS5 and one with our writer from the same documents.
enum SegmentFixture {
  static let table = "ft"

  static func create(_ db: Database, pageSize: Int?) throws {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE ft USING fts5(a, b, c, d, tokenize='\(Schema.analyzer)');
        INSERT INTO ft(ft, rank) VALUES ('hashsize', 1000000000);
        """)
    if let pageSize {
      try db.execute(sql: "INSERT INTO ft(ft, rank) VALUES ('pgsz', \(pageSize))")
    }
  }

  /// One large stock transaction: one flush, one segment.
  static func stock(
    _ path: String, _ documents: [TestDocument], pageSize: Int?
  ) throws -> ShadowContent {
    try withPlainConnection(path) { db in
      try create(db, pageSize: pageSize)
      try db.inTransaction {
        let insert = try db.makeStatement(
          sql: "INSERT INTO ft(rowid, a, b, c, d) VALUES (?, ?, ?, ?, ?)")
        for document in documents {
          try insert.execute(
            arguments: [document.row] + StatementArguments(document.columns))
        }
        return .commit
      }
      return try ShadowContent(db, table)
    }
  }

  /// Our writer.
  /// - Parameters:
  ///   - workers: number of accumulators the documents are dealt out to.
  ///   - spill: documents after which an accumulator's run goes to a file.
  static func ours(
    _ path: String, _ documents: [TestDocument], pageSize: Int?, workers: Int = 1,
    spill: Int? = nil
  ) throws -> ShadowContent {
    try withPlainConnection(path) { db in
      try create(db, pageSize: pageSize)
      try db.inTransaction {
        let insert = try db.makeStatement(
          sql: "INSERT INTO ft_content(id, c0, c1, c2, c3) VALUES (?, ?, ?, ?, ?)")
        for document in documents {
          try insert.execute(
            arguments: [document.row] + StatementArguments(document.columns))
        }
        try write(db, documents, workers: workers, spill: spill)
        return .commit
      }
    }
    return try withPlainConnection(path) { try ShadowContent($0, table) }
  }

  static func write(
    _ db: Database, _ documents: [TestDocument], workers: Int = 1, spill: Int? = nil
  ) throws {
    let writer = try SegmentWriter(db, table: table)
    let inverters = try (0..<workers).map { _ in try Inverter() }
    var files: [FileRunCursor] = []
    // Ordinals with gaps, as records that were rejected leave them, and without.
    let step = documents.count % 2 + 1
    var rows = RowMap()
    var tokens = SIMD4<UInt64>()
    for (number, document) in documents.enumerated() {
      let worker = number / 3 % workers
      let inverter = inverters[worker]
      let ordinal = UInt32(number * step + 1)
      inverter.begin(ordinal)
      var counts = SIMD4<UInt32>()
      for column in 0..<4 {
        counts[column] = inverter.add(column: Int32(column), document.columns[column])
      }
      inverter.end()
      rows.set(ordinal, row: document.row)
      for column in 0..<4 { tokens[column] += UInt64(counts[column]) }
      try writer.writeSizes(id: document.row, counts)
      if let spill, number % spill == spill - 1 {
        let file = try TemporaryFile(in: FileManager.default.temporaryDirectory.path)
        try RunWriter.write(MemoryRunCursor(inverter), to: file)
        files.append(FileRunCursor(file, ordinals: inverter.postings.ordinals))
        inverter.removeAll(keepingDictionary: number % 2 == 0 ? 0 : .max)
      }
    }
    try writer.write(
      files + inverters.map { MemoryRunCursor($0) }, rows: rows,
      rowCount: documents.count, tokens: tokens)
  }

  /// Merges all segments.
  /// - Returns: their number afterwards.
  static func merge(_ path: String) throws -> Int {
    try withPlainConnection(path) { db in
      var count = 0
      try db.inTransaction(.immediate) {
        count = try SegmentWriter(db, table: table).mergeAll()
        return .commit
      }
      return count
    }
  }
}
