import GRDB

/// Reads the postings of terms from the segments of a full-text index.
///
/// Valid for one state of the index.
final class PostingsReader {
  /// Longest list of segments that is read here; more of them are left to FTS5.
  private static let mostSegments = 64

  private let pages: LeafPages
  private let find: PreparedStatement
  private let findNext: PreparedStatement
  /// Newest first.
  let segments: [StructureRecord.Segment]

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
    findNext = try PreparedStatement(
      db,
      sql: """
        SELECT pgno FROM "\(table)_idx" WHERE segid = ? AND term > ? ORDER BY term LIMIT 1
        """)
  }

  /// A reader of a segment.
  func reader(of segment: StructureRecord.Segment) -> SegmentReader {
    SegmentReader(pages, segment: segment)
  }

  /// A reader of a segment on the first row of a term; `nil` where that has none.
  func reader(of term: [UInt8], in segment: StructureRecord.Segment) throws -> SegmentReader? {
    let key = [UInt8(ascii: "0")] + term
    let reader = SegmentReader(pages, segment: segment)
    return try seek(reader, segment, key) && isEqual(reader, key) && reader.nextRow()
      ? reader : nil
  }

  /// The rows of a term.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  /// - Complexity: O(segments x pages of a path + postings).
  func postings(of term: [UInt8]) throws -> Postings {
    let result = Postings(capacity: 256)
    var readers = try readers(of: term)
    // Segments of imports that follow each other have their rows one behind the other.
    while readers.count > 1 {
      let (newest, limit) = Self.first(of: readers)
      let reader = readers[newest]
      let row = reader.row
      if row < limit {
        if try !reader.takeRows(to: result, below: limit) { readers.remove(at: newest) }
        continue
      }
      if !reader.positions.isEmpty { result.append(row: row, reader.positions) }
      try Self.passOver(row, &readers)
    }
    try readers.first?.takeRows(to: result)
    return result
  }

  /// Those of some rows that a term has.
  /// - Parameter rows: ascending.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  /// - Complexity: O(segments x pages of a path + pages that have one of the rows, and their postings).
  func postings(of term: [UInt8], within rows: UnsafeBufferPointer<Int64>) throws -> Postings {
    let result = Postings(capacity: min(rows.count, 256))
    var readers = try readers(of: term)
    var place = 0
    while readers.count > 1, place < rows.count {
      let (newest, limit) = Self.first(of: readers)
      let reader = readers[newest]
      let row = reader.row
      if row < limit {
        if try !reader.takeRows(to: result, within: rows, from: &place, below: limit) {
          readers.remove(at: newest)
        }
        continue
      }
      place = RowSearch.place(of: row, in: rows, from: place)
      if place < rows.count, rows[place] == row, !reader.positions.isEmpty {
        result.append(row: row, reader.positions)
      }
      try Self.passOver(row, &readers)
    }
    if let last = readers.first, place < rows.count {
      _ = try last.takeRows(to: result, within: rows, from: &place, below: .max)
    }
    return result
  }

  /// About how many bytes the rows of a term take, without a look at more than where they begin and end.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  /// - Complexity: O(segments x pages of a path).
  func size(of term: [UInt8]) throws -> Int {
    let key = [UInt8(ascii: "0")] + term
    return try segments.reduce(0) { sum, segment in
      guard let reader = try reader(of: term, in: segment) else { return sum }
      // What is left on the page.
      if let bytes = reader.rowBytes { return sum + bytes }
      // Invariant: the key is lent to the statement, which lets go of it when it is reset.
      let next = try key.withUnsafeBytes { bytes in
        findNext.bind(1, Int64(segment.id))
        findNext.bind(2, blob: bytes)
        return try findNext.first { Int($0.integer(0) >> 1) }
      }
      return sum + max(1, (next ?? segment.pages.upperBound) - reader.place.page) * Self.pageBytes
    }
  }

  /// Bytes of a page, about.
  private static let pageBytes = 4000

  /// The newest of the readers with the least row, and the least row of all others.
  private static func first(of readers: [SegmentReader]) -> (newest: Int, others: Int64) {
    var newest = 0
    var others = Int64.max
    for index in 1..<readers.count {
      if readers[index].row < readers[newest].row {
        others = min(others, readers[newest].row)
        newest = index
      } else {
        others = min(others, readers[index].row)
      }
    }
    return (newest, others)
  }

  /// Goes on behind a row in all readers that stand on it, and leaves out those that are at their ends then.
  private static func passOver(_ row: Int64, _ readers: inout [SegmentReader]) throws {
    var index = readers.count - 1
    while index >= 0 {
      if readers[index].row == row, try !readers[index].nextRow() { readers.remove(at: index) }
      index -= 1
    }
  }

  /// Number of rows of a term, counted up to a limit.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  func count(of term: [UInt8], upTo limit: Int = .max) throws -> Int {
    var count = 0
    try forEachRow(of: term) { _, _ in
      count += 1
      return count < limit
    }
    return count
  }

  /// The rows of all terms that begin with a prefix.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  func postings(prefix: [UInt8]) throws -> Postings {
    var terms: [[UInt8]] = []
    try forEachTerm(prefix: prefix) { terms.append(Array($0)) }
    return PostingsUnion.of(try terms.map { try postings(of: $0) })
  }

  /// Calls `body` with each term that begins with a prefix, ascending; with some, perhaps, of which all rows
  /// are deleted.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  /// - Complexity: O(terms + pages of their rows).
  func forEachTerm(
    prefix: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let key = [UInt8(ascii: "0")] + prefix
    var readers: [SegmentReader] = []
    for segment in segments {
      let reader = SegmentReader(pages, segment: segment)
      if try seek(reader, segment, key), reader.term.starts(with: key) { readers.append(reader) }
    }
    var term: [UInt8] = []
    while !readers.isEmpty {
      var least = 0
      for index in 1..<readers.count
      where TermDictionary.precedes(readers[index].term, readers[least].term) { least = index }
      term.removeAll(keepingCapacity: true)
      term.append(contentsOf: readers[least].term)
      try term.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0.dropFirst())) }
      var index = readers.count - 1
      while index >= 0 {
        if isEqual(readers[index], term) {
          let goesOn = try readers[index].nextTermPassingOverRows()
          if !goesOn || !readers[index].term.starts(with: key) { readers.remove(at: index) }
        }
        index -= 1
      }
    }
  }

  /// Calls `body` with each row of a term, ascending, and its positions, until it returns false.
  private func forEachRow(
    of term: [UInt8], _ body: (Int64, UnsafeBufferPointer<UInt8>) throws -> Bool
  ) throws {
    var readers = try readers(of: term)
    try merge(&readers, body)
  }

  /// Readers of the segments that have a term, newest first, each on its first row.
  private func readers(of term: [UInt8]) throws -> [SegmentReader] {
    try segments.compactMap { try reader(of: term, in: $0) }
  }

  private func seek(
    _ reader: SegmentReader, _ segment: StructureRecord.Segment, _ key: [UInt8]
  ) throws -> Bool {
    // Invariant: the key is lent to both calls, and the statement lets go of it when it is reset.
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

  /// Shows the rows of readers, which stand on their first ones, newest first: of equal rows the newest counts,
  /// and none where that says no more than that the row is deleted.
  private func merge(
    _ readers: inout [SegmentReader],
    _ body: (Int64, UnsafeBufferPointer<UInt8>) throws -> Bool
  ) throws {
    if readers.count == 1 {
      let reader = readers[0]
      repeat {
        if !reader.positions.isEmpty, try !body(reader.row, reader.positions) { return }
      } while try reader.nextRow()
      return
    }
    while !readers.isEmpty {
      let newest = Self.first(of: readers).newest
      let row = readers[newest].row
      if !readers[newest].positions.isEmpty, try !body(row, readers[newest].positions) { return }
      try Self.passOver(row, &readers)
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
