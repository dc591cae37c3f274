import DatelineCore
import GRDB

/// Finds the blocks of words in ``BlockMaximaTable``, for one state of an index.
struct BlocksReader {
  let postings: PostingsReader
  let formula: RankingFormula
  private let averages: FieldLengths.Averages
  /// By the segments' ids.
  private let states: [Int: SegmentState]
  private let select: PreparedStatement

  /// - Returns: `nil` where no segment has blocks.
  /// - Throws: an error of the database.
  init?(
    _ db: Database, _ postings: PostingsReader, _ formula: RankingFormula,
    _ averages: FieldLengths.Averages
  ) throws {
    guard
      let select = try? PreparedStatement(
        db, sql: "SELECT blocks, digest FROM block_maxima WHERE segment = ? AND term = ?")
    else { return nil }
    var states: [Int: SegmentState] = [:]
    for segment in postings.segments {
      states[segment.id] = try SegmentState.read(db, segment, formula)
    }
    if states.isEmpty { return nil }
    self.postings = postings
    self.formula = formula
    self.averages = averages
    self.states = states
    self.select = select
  }

  /// The articles of a term.
  /// - Returns: `nil` where it has no blocks, or segments are mixed so that they are of no use.
  /// - Throws: ``SegmentDamage``, or an error of the database.
  /// - Complexity: O(blocks + postings of segments without blocks).
  func word(_ term: [UInt8], isTitle: Bool) throws -> WordBlocks? {
    var parts: [WordBlocks.Part] = []
    /// Newest first, each with the parts that are newer.
    var others: [(reader: SegmentReader, newer: Int)] = []
    for segment in postings.segments {
      if let (blocks, growth) = try blocks(segment, term, championsOfTitle: isTitle) {
        parts.append(
          WordBlocks.Part(
            reader: postings.reader(of: segment), term: blocks, growth: growth,
            hasSameAverages: states[segment.id]?.averages == averages))
      } else if let reader = try postings.reader(of: term, in: segment) {
        others.append((reader, parts.count))
      }
    }
    guard !parts.isEmpty, Self.areApart(parts.map(\.term.rows)) else { return nil }
    var whole = Postings(capacity: 256)
    for (reader, newer) in others {
      let rows = try Self.all(reader)
      // What newer blocks may replace is not looked for.
      if parts[..<newer].contains(where: { part in
        rows.allRows.contains { part.term.rows.contains($0) }
      }) {
        return nil
      }
      whole = whole.count == 0 ? rows : Self.merged(whole, rows)
    }
    return try WordBlocks(parts, whole: whole, isTitle: isTitle, formula)
  }

  /// The blocks of a term in a segment, and by how much frequencies may be greater than when they were made.
  /// - Parameter wantsTitles: whether the champions are those of the title; `nil` where none are wanted.
  func blocks(
    _ segment: StructureRecord.Segment, _ term: [UInt8], championsOfTitle wantsTitles: Bool? = nil
  ) throws -> (blocks: TermBlocks, growth: Double)? {
    guard let state = states[segment.id] else { return nil }
    let found: TermBlocks?? = try term.withUnsafeBytes {
      select.bind(1, Int64(segment.id))
      select.bind(2, blob: $0)
      return try select.first { row in
        // Invariant: SQLite keeps the bytes until the statement moves on, behind this closure.
        let bytes = row.bytes(0)
        let digest = ContentHash.text(bytes.bindMemory(to: UInt8.self))
        return row.bytes(1).elementsEqual(digest.utf8)
          ? TermBlocks(bytes, championsOfTitle: wantsTitles) : nil
      }
    }
    guard let blocks = found ?? nil else { return nil }
    return (blocks, state.growth(to: averages))
  }

  private static func areApart(_ ranges: [ClosedRange<Int64>]) -> Bool {
    let sorted = ranges.sorted { $0.lowerBound < $1.lowerBound }
    return zip(sorted, sorted.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }
  }

  /// All rows of a term, without positions where they are deleted.
  private static func all(_ reader: SegmentReader) throws -> Postings {
    let rows = Postings(capacity: 256)
    repeat { rows.append(row: reader.row, reader.positions) } while try reader.nextRow()
    return rows
  }

  /// The rows of two lists, of equal ones the newer.
  private static func merged(_ newer: Postings, _ older: Postings) -> Postings {
    let result = Postings(capacity: newer.count + older.count)
    var (i, j) = (0, 0)
    while i < newer.count || j < older.count {
      let left = i < newer.count ? newer.rows[i] : .max
      let right = j < older.count ? older.rows[j] : .max
      if i < newer.count, left <= right || j == older.count {
        result.append(row: left, newer.positions(at: i))
        i += 1
        if j < older.count, left == right { j += 1 }
      } else {
        result.append(row: right, older.positions(at: j))
        j += 1
      }
    }
    return result
  }
}
