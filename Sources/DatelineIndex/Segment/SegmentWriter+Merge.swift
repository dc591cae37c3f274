import GRDB

extension SegmentWriter {
  /// The version of the format that is known here (FTS5_CURRENT_VERSION).
  static let formatVersion = 4

  /// Number of segments; `nil` when the index is of a format that is not known.
  func segmentCount() throws -> Int? {
    let version = try Int.fetchOne(db, sql: "SELECT v FROM \"\(table)_config\" WHERE k = 'version'")
    guard version == Self.formatVersion else { return nil }
    return try structureIfKnown()?.levels.reduce(0) { $0 + $1.segments.count }
  }

  /// Merges all segments into one, without entries that are deleted.
  ///
  /// Merges of FTS5's that are under way are no obstacle: it moves whole terms, and each stands in the
  /// segments it comes from or in the one it goes to.
  /// - Returns: the number of segments afterwards: 1, or 0 when nothing is left in the index.
  /// - Throws: ``SegmentDamage``, or an error of the database; nothing may be committed then.
  func mergeAll() throws -> Int {
    var structure = try self.structure()
    // Newest first: within a level the last, and lower levels before higher ones.
    let segments = structure.levels.flatMap { $0.segments.reversed() }
    guard let id = Self.newID(structure) else {
      throw DatabaseError(message: "the full-text index has too many segments")
    }
    let pages = try LeafPages(db, table: table)
    var merger = try SegmentMerger(
      segments.map { SegmentReader(pages, segment: $0, deletesPages: true) })
    var builder = LeafBuilder(segment: id, pageSize: try pageSize(), sink: tables)
    try merger.run { term, doclist, isFirst in
      if isFirst {
        try builder.append(term: term, doclist: doclist)
      } else {
        try builder.append(moreOfDoclist: doclist)
      }
    }
    let leaves = try builder.finish()
    try tables.finish()
    for segment in segments { try remove(segment) }
    let level = max(structure.levels.count - 1, Self.level)
    structure.levels = []
    if leaves > 0 { structure.add(.init(id: id, pages: 1...leaves), level: level) }
    try store(structure.bytes, id: DataRow.structure)
    return leaves > 0 ? 1 : 0
  }

  /// A number above all others, so that rows are appended to `%_data`; else one that is free.
  private static func newID(_ structure: StructureRecord) -> Int? {
    let last = structure.levels.flatMap(\.segments).map(\.id).max() ?? 0
    return last < StructureRecord.mostSegments ? last + 1 : structure.freeID
  }

  private func remove(_ segment: StructureRecord.Segment) throws {
    let data = try PreparedStatement(
      db, sql: "DELETE FROM \"\(table)_data\" WHERE id >= ? AND id < ?")
    data.bind(1, DataRow.leaf(segment: segment.id, page: 0))
    data.bind(2, DataRow.leaf(segment: segment.id + 1, page: 0))
    try data.run()
    let index = try PreparedStatement(db, sql: "DELETE FROM \"\(table)_idx\" WHERE segid = ?")
    index.bind(1, Int64(segment.id))
    try index.run()
  }
}
