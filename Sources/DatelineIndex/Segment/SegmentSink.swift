/// Takes what ``LeafBuilder`` makes: the rows of a segment.
protocol SegmentSink {
  /// A row of `%_data`. The bytes are valid during the call only.
  mutating func data(id: Int64, _ block: UnsafeRawBufferPointer) throws
  /// A row of `%_idx`: the least key of a leaf that carries terms, and its number.
  mutating func index(
    segment: Int, key: UnsafeRawBufferPointer, page: Int, hasDoclistIndex: Bool
  ) throws
}

/// Row numbers in `%_data`.
///
/// Source: SQLite's ext/fts5/fts5_index.c, FTS5_SEGMENT_ROWID and FTS5_DLIDX_ROWID: segment number
/// (16 bits), doclist-index flag (1), height (5), page number (31).
enum DataRow {
  /// The row with the number of articles and tokens.
  static let averages: Int64 = 1
  /// The row that lists the segments.
  static let structure: Int64 = 10

  /// A leaf.
  static func leaf(segment: Int, page: Int) -> Int64 {
    Int64(segment) << 37 | Int64(page)
  }

  /// A page of a doclist index; height 0 is the lowest level.
  static func doclistIndex(segment: Int, height: Int, page: Int) -> Int64 {
    Int64(segment) << 37 | 1 << 36 | Int64(height) << 31 | Int64(page)
  }
}
