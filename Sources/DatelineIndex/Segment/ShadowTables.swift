import GRDB
import GRDBSQLite

/// Writes rows of the shadow tables in which FTS5 keeps an index.
///
/// FTS5 notices changes that other connections have made, not those of its own: the connection that
/// wrote here must not use the virtual table before it is closed and opened again.
final class ShadowTables: SegmentSink {
  private let insertData: PreparedStatement
  private let insertIndex: BatchedInsert
  private let insertSizes: BatchedInsert
  private var sizes = ByteBuffer(capacity: 64)

  /// - Parameter table: name of the FTS5 table.
  init(_ db: Database, table: String) throws {
    insertData = try PreparedStatement(
      db, sql: "REPLACE INTO \"\(table)_data\" (id, block) VALUES (?, ?)")
    insertIndex = try BatchedInsert(
      db, "INSERT INTO \"\(table)_idx\" (segid, term, pgno)", columns: 3)
    insertSizes = try BatchedInsert(db, "INSERT INTO \"\(table)_docsize\" (id, sz)", columns: 2)
  }

  func data(id: Int64, _ block: UnsafeRawBufferPointer) throws {
    insertData.bind(1, id)
    insertData.bind(2, blob: block)
    try insertData.run()
  }

  func index(
    segment: Int, key: UnsafeRawBufferPointer, page: Int, hasDoclistIndex: Bool
  ) throws {
    insertIndex.add(Int64(segment))
    insertIndex.add(blob: key)
    insertIndex.add(Int64(page) << 1 | (hasDoclistIndex ? 1 : 0))
    try insertIndex.endRow()
  }

  /// Writes the number of tokens of each column of a row.
  func sizes(id: Int64, _ counts: SIMD4<UInt32>) throws {
    sizes.count = 0
    for column in 0..<4 { sizes.append(varint: UInt64(counts[column])) }
    insertSizes.add(id)
    insertSizes.add(blob: sizes.bytes)
    try insertSizes.endRow()
  }

  /// Writes the rows that wait for others.
  func finish() throws {
    try insertIndex.finish()
    try insertSizes.finish()
  }
}
