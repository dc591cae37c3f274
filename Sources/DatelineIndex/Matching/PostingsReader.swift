import GRDB

/// Reads the postings of terms from the segments of a full-text index.
///
/// Valid for one state of the index.
final class PostingsReader {
  /// Longest list of segments that is read here; more of them are left to FTS5.
  private static let mostSegments = 64

  private let pages: LeafPages
  private let find: PreparedStatement
  /// Newest first.
  private let segments: [StructureRecord.Segment]

  /// - Returns: `nil` when the index is of a format that is not known, or in very many parts.
  init?(_ db: Database, table: String) throws {
    guard let segments = try SegmentWriter.segments(db, table: table),
      segments.count <= Self.mostSegments
    else { return nil }
    self.segments = segments
    pages = try LeafPages(db, table: table)
    find = try PreparedStatement(
      db,
      sql: """
        SELECT pgno FROM "\(table)_idx" WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1
        """)
  }

  /// The rows of a term.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  /// - Complexity: O(segments x pages of a path + postings).
  func postings(of term: [UInt8]) throws -> Postings {
    let key = [UInt8(ascii: "0")] + term
    var readers: [SegmentReader] = []
    for segment in segments {
      let reader = SegmentReader(pages, segment: segment)
      if try seek(reader, segment, key), isEqual(reader, key), try reader.nextRow() {
        readers.append(reader)
      }
    }
    let result = Postings(capacity: 256)
    try merge(&readers, into: result)
    return result
  }

  /// The rows of all terms that begin with a prefix.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  func postings(prefix: [UInt8]) throws -> Postings {
    var terms = Set<[UInt8]>()
    let key = [UInt8(ascii: "0")] + prefix
    for segment in segments {
      let reader = SegmentReader(pages, segment: segment)
      var goesOn = try seek(reader, segment, key)
      while goesOn, reader.term.starts(with: key) {
        terms.insert(Array(reader.term.dropFirst()))
        goesOn = try reader.nextTerm()
      }
    }
    let sorted = terms.sorted { $0.lexicographicallyPrecedes($1) }
    return PostingsUnion.of(try sorted.map { try postings(of: $0) })
  }

  private func seek(
    _ reader: SegmentReader, _ segment: StructureRecord.Segment, _ key: [UInt8]
  ) throws -> Bool {
    try key.withUnsafeBytes { bytes in
      find.bind(1, Int64(segment.id))
      find.bind(2, blob: bytes)
      let found = try find.first { Int($0.integer(0) >> 1) } ?? 0
      return try reader.seek(
        bytes.bindMemory(to: UInt8.self), from: max(found, segment.pages.lowerBound))
    }
  }

  private func isEqual(_ reader: SegmentReader, _ key: [UInt8]) -> Bool {
    key.withUnsafeBufferPointer { TermDictionary.areEqual(reader.term, $0) }
  }

  /// Adds the rows of readers, which stand on their first ones, newest first: of equal rows the newest
  /// counts, and none is left where that says no more than that the row is deleted.
  private func merge(_ readers: inout [SegmentReader], into result: Postings) throws {
    if readers.count == 1 {
      let reader = readers[0]
      repeat {
        if !reader.positions.isEmpty { result.append(row: reader.row, reader.positions) }
      } while try reader.nextRow()
      return
    }
    while !readers.isEmpty {
      var newest = 0
      for index in 1..<readers.count where readers[index].row < readers[newest].row {
        newest = index
      }
      let row = readers[newest].row
      if !readers[newest].positions.isEmpty {
        result.append(row: row, readers[newest].positions)
      }
      var index = readers.count - 1
      while index >= 0 {
        if readers[index].row == row, try !readers[index].nextRow() { readers.remove(at: index) }
        index -= 1
      }
    }
  }
}

extension SegmentWriter {
  /// The segments of an index, newest first; `nil` when the index is of a format that is not known.
  static func segments(_ db: Database, table: String) throws -> [StructureRecord.Segment]? {
    let version = try Int.fetchOne(db, sql: "SELECT v FROM \"\(table)_config\" WHERE k = 'version'")
    guard version == formatVersion else { return nil }
    let select = try PreparedStatement(
      db, sql: "SELECT block FROM \"\(table)_data\" WHERE id = ?")
    select.bind(1, DataRow.structure)
    let structure: StructureRecord?? = try select.first { StructureRecord($0.bytes(0)) }
    // Within a level the last is the newest, and lower levels are newer than higher ones.
    return structure??.levels.flatMap { $0.segments.reversed() }
  }
}
