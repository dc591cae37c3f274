import DatelineCore
import GRDB

/// What the rows of a segment in ``BlockMaximaTable`` were made of: the segment, the weights and the average lengths
/// of fields.
///
/// Content, little endian, 8 bytes each: version 2, first page, last page, hashes of these two, the weights
/// (``RankingFormula/numbers``), the average lengths of titles, leads and rests, the longest lead.
struct SegmentState {
  /// Growth of average lengths from which on bounds are so much too high that they are made anew.
  static let mostGrowth = 1.05

  let averages: FieldLengths.Averages
  let content: [UInt8]

  /// - Throws: an error of the database.
  init(
    _ db: Database, _ segment: StructureRecord.Segment, _ formula: RankingFormula,
    _ averages: FieldLengths.Averages
  ) throws {
    self.averages = averages
    let identity = try Self.identity(db, segment)
    let lengths = [averages.title, averages.lead, averages.rest, averages.mostLead]
    let numbers =
      identity
      + (formula.numbers + lengths).map(\.bitPattern)
    content = numbers.flatMap { number in
      withUnsafeBytes(of: number.littleEndian, Array.init)
    }
  }

  /// Reads what belongs to a segment.
  /// - Returns: `nil` where there is nothing, or what was made of another segment or with other weights.
  static func read(
    _ db: Database, _ segment: StructureRecord.Segment, _ formula: RankingFormula
  ) throws -> SegmentState? {
    guard
      let select = try? PreparedStatement(
        db, sql: "SELECT blocks FROM block_maxima WHERE segment = ? AND term = x''")
    else { return nil }
    select.bind(1, Int64(segment.id))
    let weights = formula.numbers
    // Invariant: SQLite keeps the bytes until the statement moves on, behind this closure; only whole words are
    // read, at any alignment.
    let stored: [UInt64]? = try select.first { row in
      let bytes = row.bytes(0)
      return (0..<bytes.count / 8).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
      }
    }
    let identity = try identity(db, segment)
    let start = identity.count
    guard let stored, stored.count == start + weights.count + 4,
      stored.starts(with: identity),
      stored[start..<start + weights.count].elementsEqual(weights.map(\.bitPattern))
    else { return nil }
    let lengths = stored.suffix(4).map(Double.init(bitPattern:))
    guard lengths.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    return try SegmentState(
      db, segment, formula,
      FieldLengths.Averages(
        title: lengths[0], lead: lengths[1], rest: lengths[2], mostLead: lengths[3]))
  }

  private static func identity(
    _ db: Database, _ segment: StructureRecord.Segment
  ) throws -> [UInt64] {
    let select = try PreparedStatement(db, sql: "SELECT block FROM articles_fts_data WHERE id = ?")
    let pages = [segment.pages.lowerBound, segment.pages.upperBound]
    let hashes = try pages.map { page in
      select.bind(1, DataRow.leaf(segment: segment.id, page: page))
      return try select.first { ContentHash.short($0.bytes(0).bindMemory(to: UInt8.self)) } ?? 0
    }
    return [2] + pages.map { UInt64($0) } + hashes
  }

  /// By how much frequencies may be greater with other average lengths, at least 1: with a field's length over the
  /// average in the denominator, no more than the average grew.
  func growth(to other: FieldLengths.Averages) -> Double {
    if other.mostLead != averages.mostLead { return .infinity }
    return max(
      1, other.title / averages.title, other.lead / averages.lead, other.rest / averages.rest)
  }
}

extension RankingFormula {
  /// All that ``saturate(_:)`` and ``frequency(_:in:length:average:)`` depend on.
  var numbers: [Double] {
    [k1] + [title, lead, rest].flatMap { [$0.weight, $0.b] }
  }
}
