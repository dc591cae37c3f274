/// The list of an FTS5 index's segments: row 10 of `%_data`.
///
/// Source: SQLite's ext/fts5/fts5_index.c, comment "Structure Records" (version 4 of the format).
struct StructureRecord: Equatable {
  /// One segment.
  struct Segment: Equatable {
    /// Its number, from 1.
    var id: Int
    /// Its leaves.
    var pages: ClosedRange<Int>
  }

  /// Segments of like age, oldest first.
  struct Level: Equatable {
    /// Segments at the beginning that are being merged into the next level.
    var merging = 0
    var segments: [Segment] = []
  }

  /// Greatest number of segments (FTS5_MAX_SEGMENT).
  static let mostSegments = 2000

  /// What fits into the numbers of rows in `%_data` (FTS5_DATA_ID_B, FTS5_DATA_PAGE_B).
  private static let greatestID = 0xFFFF
  private static let greatestPage = 0x7FFF_FFFF

  /// Changes with `%_config`; kept as it is.
  var cookie: UInt32
  /// Levels, newest first.
  var levels: [Level]
  /// Leaves written so far at level 0, which paces FTS5's own merging.
  var writeCounter: UInt64

  /// Reads a record; `nil` when it is not of the known format.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 7 else { return nil }
    cookie = bytes[0..<4].reduce(0) { $0 << 8 | UInt32($1) }
    var index = 4
    // Marks the records of later versions (FTS5_STRUCTURE_V2).
    if bytes[index] == 0xFF { return nil }
    func read() -> Int { Int(clamping: Varint.read(bytes, &index)) }
    let levelCount = read()
    let segmentCount = read()
    writeCounter = Varint.read(bytes, &index)
    guard levelCount <= Self.mostSegments, segmentCount <= Self.mostSegments else { return nil }
    levels = []
    for _ in 0..<levelCount {
      var level = Level(merging: read())
      for _ in 0..<min(read(), Self.mostSegments) {
        let id = read()
        let first = read()
        let last = read()
        guard (1...Self.greatestID).contains(id), first <= last, last <= Self.greatestPage else {
          return nil
        }
        level.segments.append(Segment(id: id, pages: first...last))
      }
      levels.append(level)
    }
    guard levels.reduce(0, { $0 + $1.segments.count }) == segmentCount else { return nil }
  }

  /// The record as it is stored.
  var bytes: [UInt8] {
    var bytes = (0..<4).map { UInt8(truncatingIfNeeded: cookie >> (24 - 8 * UInt32($0))) }
    bytes.append(varint: UInt64(levels.count))
    bytes.append(varint: UInt64(levels.reduce(0) { $0 + $1.segments.count }))
    bytes.append(varint: writeCounter)
    for level in levels {
      bytes.append(varint: UInt64(level.merging))
      bytes.append(varint: UInt64(level.segments.count))
      for segment in level.segments {
        bytes.append(varint: UInt64(segment.id))
        bytes.append(varint: UInt64(segment.pages.lowerBound))
        bytes.append(varint: UInt64(segment.pages.upperBound))
      }
    }
    return bytes
  }

  /// The least number that no segment has; `nil` when all are taken.
  var freeID: Int? {
    let taken = Set(levels.flatMap(\.segments).map(\.id))
    return taken.count >= Self.mostSegments
      ? nil : (1...Self.mostSegments).first { !taken.contains($0) }
  }

  /// Adds a segment as the newest of a level, or of a lower one: FTS5 goes on with a merge that is under
  /// way by writing to the last segment of the level above. Levels that are missing are made.
  mutating func add(_ segment: Segment, level: Int) {
    var level = level
    while level > 0, level <= levels.count, levels[level - 1].merging > 0 { level -= 1 }
    while levels.count <= level { levels.append(Level()) }
    levels[level].segments.append(segment)
  }
}

/// Number of rows, and of tokens in each column: row 1 of `%_data`.
struct AveragesRecord: Equatable {
  var rowCount: UInt64 = 0
  var tokens: [UInt64]

  /// Reads a record; an empty one stands for an empty index.
  init(_ bytes: UnsafeRawBufferPointer, columns: Int) {
    var index = 0
    rowCount = Varint.read(bytes, &index)
    tokens = (0..<columns).map { _ in Varint.read(bytes, &index) }
  }

  /// The record as it is stored.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(varint: rowCount)
    for count in tokens { bytes.append(varint: count) }
    return bytes
  }
}
