import Foundation
import GRDB

/// How far an unfinished import came in one file.
package struct ImportCheckpoint: Sendable, Equatable, Codable {
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
  /// More records than any file has.
  private static let mostRecords = 1 << 40

  /// The checkpoints by their files; rows of which a value cannot be read are passed over, and their files read
  /// again.
  static func checkpoints(_ db: Database) throws -> [String: ImportCheckpoint] {
    var result: [String: ImportCheckpoint] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT file, size, changed, options, records, rejected, finished FROM import_checkpoints
        """)
    while let row = try rows.next() {
      guard let file = row.text(0), let size = Int64.fromDatabaseValue(row[1]),
        let changed = Int64.fromDatabaseValue(row[2]), let options = row.text(3),
        let records = row.number(4), let rejected = row.number(5), let isFinished = row.number(6),
        (0...mostRecords).contains(records), (0...records).contains(rejected)
      else { continue }
      result[file] = ImportCheckpoint(
        file: file, size: size, changed: changed, options: options, records: records,
        rejected: rejected, isFinished: isFinished != 0)
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
    try TableChecksums.renew("import_checkpoints", db)
  }

  static func removeCheckpoints(of files: [String], _ db: Database) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM import_checkpoints WHERE file = ?")
    for file in files { try delete.execute(arguments: [file]) }
    if !files.isEmpty { try TableChecksums.renew("import_checkpoints", db) }
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
    try TableChecksums.renew("site_memory", db)
  }
}
