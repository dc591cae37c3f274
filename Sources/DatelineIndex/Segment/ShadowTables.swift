import GRDB
import GRDBSQLite

/// Writes rows of the shadow tables in which FTS5 keeps an index.
///
/// FTS5 notices changes that other connections have made, not those of its own: the connection that
/// wrote here must not use the virtual table before it is closed and opened again.
final class ShadowTables: SegmentSink {
  private let insertData: PreparedStatement
  private let insertIndex: PreparedStatement
  private let insertSizes: PreparedStatement
  private var sizes = ByteBuffer(capacity: 64)

  /// - Parameter table: name of the FTS5 table.
  init(_ db: Database, table: String) throws {
    insertData = try PreparedStatement(
      db, sql: "REPLACE INTO \"\(table)_data\" (id, block) VALUES (?, ?)")
    insertIndex = try PreparedStatement(
      db, sql: "INSERT INTO \"\(table)_idx\" (segid, term, pgno) VALUES (?, ?, ?)")
    insertSizes = try PreparedStatement(
      db, sql: "INSERT INTO \"\(table)_docsize\" (id, sz) VALUES (?, ?)")
  }

  func data(id: Int64, _ block: UnsafeRawBufferPointer) throws {
    insertData.bind(1, id)
    insertData.bind(2, blob: block)
    try insertData.run()
  }

  func index(
    segment: Int, key: UnsafeRawBufferPointer, page: Int, hasDoclistIndex: Bool
  ) throws {
    insertIndex.bind(1, Int64(segment))
    insertIndex.bind(2, blob: key)
    insertIndex.bind(3, Int64(page) << 1 | (hasDoclistIndex ? 1 : 0))
    try insertIndex.run()
  }

  /// Writes the number of tokens of each column of a row.
  func sizes(id: Int64, _ counts: SIMD4<UInt32>) throws {
    sizes.count = 0
    for column in 0..<4 { sizes.append(varint: UInt64(counts[column])) }
    insertSizes.bind(1, id)
    insertSizes.bind(2, blob: sizes.bytes)
    try insertSizes.run()
  }
}
