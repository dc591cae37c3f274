import Foundation
import GRDB

/// How far an unfinished import came in one file.
package struct ImportCheckpoint: Sendable, Equatable {
  /// Absolute path of the file.
  package var file: String
  /// Length of the file in bytes.
  package var size: Int64
  /// When the file was changed, nanoseconds since 1970.
  package var changed: Int64
  /// What else decides about the result: options and versions, as a digest.
  package var options: String
  /// Records of the file that are committed or were rejected.
  package var records: Int
  /// Those of them that were rejected.
  package var rejected: Int
  /// Whether the file was read to its end.
  package var isFinished: Bool

  /// Creates a checkpoint.
  package init(
    file: String, size: Int64, changed: Int64, options: String, records: Int = 0,
    rejected: Int = 0, isFinished: Bool = false
  ) {
    self.file = file
    self.size = size
    self.changed = changed
    self.options = options
    self.records = records
    self.rejected = rejected
    self.isFinished = isFinished
  }

  /// Whether both are about the same content, read in the same way.
  package func concernsSameImport(as other: ImportCheckpoint) -> Bool {
    file == other.file && size == other.size && changed == other.changed
      && options == other.options
  }
}

/// What pages of a source have in common, in a form only `LineMemory` reads.
package struct SiteMemoryRow: Sendable, Equatable {
  /// Name of the source.
  package var source: String
  /// The memory's own notation.
  package var content: [UInt8]

  /// Creates a row.
  package init(source: String, content: [UInt8]) {
    self.source = source
    self.content = content
  }
}

/// The tables that help imports; used inside transactions.
enum ImportTables {
  static func checkpoints(_ db: Database) throws -> [String: ImportCheckpoint] {
    var result: [String: ImportCheckpoint] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT file, size, changed, options, records, rejected, finished FROM import_checkpoints
        """)
    while let row = try rows.next() {
      let checkpoint = ImportCheckpoint(
        file: row[0], size: row[1], changed: row[2], options: row[3], records: row[4],
        rejected: row[5], isFinished: row[6])
      result[checkpoint.file] = checkpoint
    }
    return result
  }

  static func save(_ checkpoints: [ImportCheckpoint], _ db: Database) throws {
    if checkpoints.isEmpty { return }
    let insert = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO import_checkpoints VALUES (?, ?, ?, ?, ?, ?, ?)")
    for point in checkpoints {
      try insert.execute(arguments: [
        point.file, point.size, point.changed, point.options, point.records, point.rejected,
        point.isFinished,
      ])
    }
  }

  static func removeCheckpoints(of files: [String], _ db: Database) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM import_checkpoints WHERE file = ?")
    for file in files { try delete.execute(arguments: [file]) }
  }

  static func siteMemory(_ db: Database) throws -> [SiteMemoryRow] {
    try Row.fetchAll(db, sql: "SELECT source, content FROM site_memory ORDER BY source").map {
      row in
      try SiteMemoryRow(
        source: row.text(0) ?? "",
        content: row.withUnsafeData(atIndex: 1) { data in data.map { [UInt8]($0) } ?? [] })
    }
  }

  static func save(_ memory: [SiteMemoryRow], _ db: Database) throws {
    if memory.isEmpty { return }
    let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO site_memory VALUES (?, ?)")
    for row in memory {
      try row.content.withUnsafeBytes {
        try insert.execute(arguments: [row.source, Data($0)])
      }
    }
  }
}
