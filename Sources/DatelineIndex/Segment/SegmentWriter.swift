import GRDB

/// Adds a segment to an FTS5 index, inside a transaction of the connection's.
///
/// The connection must not have unwritten rows in the virtual table, and must not use it afterwards.
struct SegmentWriter {
  /// Level of a segment that holds many articles: FTS5 merges segments of one level once there are
  /// four, and on a high level small later ones do not drag it in.
  static let level = 5
  /// Page size where `%_config` has none (FTS5_DEFAULT_PAGE_SIZE).
  private static let defaultPageSize = 4050
  /// Greatest page size whose offsets fit.
  private static let greatestPageSize = 32_768

  let db: Database
  let table: String
  let tables: ShadowTables

  /// - Parameter table: name of the FTS5 table, which has four columns.
  init(_ db: Database, table: String) throws {
    self.db = db
    self.table = table
    tables = try ShadowTables(db, table: table)
  }

  /// Notes how many tokens the columns of a row have; ``write(_:rows:rowCount:tokens:)`` writes them.
  func writeSizes(id: Int64, _ counts: SIMD4<UInt32>) throws {
    try tables.sizes(id: id, counts)
  }

  /// Writes runs as one segment.
  /// - Parameters:
  ///   - runs: cursors before their first term.
  ///   - rows: the row of each document; the index has none of them, but may have had some that were deleted.
  ///   - rowCount: number of rows.
  ///   - tokens: their tokens, by column.
  ///   - maker: makes the blocks of frequent terms.
  ///   - meanwhile: what else is written while the runs begin to be merged.
  /// - Returns: these blocks, where they were asked for.
  /// - Throws: an error of the database, or one of a temporary file.
  @discardableResult
  func write(
    _ runs: [RunCursor], rows: RowMap, rowCount: Int, tokens: SIMD4<UInt64>,
    maker: TermBlocksMaker? = nil, meanwhile: () throws -> Void = {}
  ) throws -> SegmentBlocks? {
    if rowCount == 0 {
      try meanwhile()
      return nil
    }
    var structure = try self.structure()
    guard let id = structure.freeID else {
      throw DatabaseError(message: "the full-text index has too many segments")
    }
    var builder = LeafBuilder(segment: id, pageSize: try pageSize(), sink: tables)
    var blocks = maker.map { _ in SegmentBlocks(segment: id) }
    try MergePipeline.run(runs, rows: rows, maker: maker, meanwhile: meanwhile) {
      term, doclist, bounds in
      try builder.append(
        term: term, doclist: doclist, markingEach: bounds == nil ? nil : TermBlocks.size)
      if let bounds { blocks?.append(term, bounds.encoded(at: builder.places)) }
    }
    let leaves = try builder.finish()
    try tables.finish()
    if leaves > 0 {
      structure.add(
        .init(id: id, pages: 1...leaves), level: try level(structure, leastRow: rows.leastRow))
      try store(structure.bytes, id: DataRow.structure)
    }
    try addToAverages(rowCount: rowCount, tokens: tokens)
    return blocks
  }

  /// The level for a segment of rows from a certain one on. What lower levels say of a row counts as newer: where
  /// they have such rows, or take them back, since numbers of deleted rows are given again, it must be the newest of
  /// all.
  /// - Complexity: O(postings on lower levels), where usually only few later articles are.
  private func level(_ structure: StructureRecord, leastRow: Int64) throws -> Int {
    guard let lowest = structure.levels.firstIndex(where: { !$0.segments.isEmpty }),
      lowest < Self.level
    else { return Self.level }
    let pages = try LeafPages(db, table: table)
    for level in structure.levels.prefix(Self.level) {
      for segment in level.segments where try hasRow(segment, from: leastRow, pages) {
        return lowest
      }
    }
    return Self.level
  }

  /// Whether a segment says something of a row from a certain one on; true where it cannot be read.
  private func hasRow(
    _ segment: StructureRecord.Segment, from row: Int64, _ pages: LeafPages
  ) throws -> Bool {
    let reader = SegmentReader(pages, segment: segment)
    do {
      while try reader.nextTerm() {
        while try reader.nextRow() {
          if reader.row >= row { return true }
        }
      }
      return false
    } catch is SegmentDamage {
      return true
    }
  }

  private func addToAverages(rowCount: Int, tokens: SIMD4<UInt64>) throws {
    var averages = try block(DataRow.averages) { AveragesRecord($0, columns: 4) }
    // As FTS5 does; a damaged record must not end the program.
    averages.rowCount &+= UInt64(rowCount)
    for column in 0..<4 { averages.tokens[column] &+= tokens[column] }
    try store(averages.bytes, id: DataRow.averages)
  }

  /// The index's segments.
  func structure() throws -> StructureRecord {
    guard let structure = try structureIfKnown() else {
      throw DatabaseError(message: "the full-text index is of an unknown format")
    }
    return structure
  }

  /// The index's segments; `nil` when the record is of another format.
  func structureIfKnown() throws -> StructureRecord? {
    try block(DataRow.structure) { StructureRecord($0) }
  }

  /// Bytes of a leaf.
  func pageSize() throws -> Int {
    let stored = try Int.fetchOne(
      db, sql: "SELECT v FROM \"\(table)_config\" WHERE k = 'pgsz'")
    return min(stored ?? Self.defaultPageSize, Self.greatestPageSize)
  }

  private func block<Result>(
    _ id: Int64, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    let select = try PreparedStatement(
      db, sql: "SELECT block FROM \"\(table)_data\" WHERE id = ?")
    select.bind(1, id)
    guard let result = try select.first({ try body($0.bytes(0)) }) else {
      throw DatabaseError(message: "the full-text index has no row \(id)")
    }
    return result
  }

  /// Writes a row of `%_data`.
  func store(_ bytes: [UInt8], id: Int64) throws {
    try bytes.withUnsafeBytes { try tables.data(id: id, $0) }
  }
}
