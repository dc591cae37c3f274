import DatelineAnalysis
import DatelineCore
import Foundation
import GRDB

/// Keeps, for each term that many articles of a segment have, what its blocks of ``TermBlocks/size`` articles can
/// score at most and where they begin, so that the best articles of a word are found without a look at all of them.
///
/// Written by large imports and by ``IndexWriter/optimize(usingStock:rebuildsTables:)``. Segments do not change, so
/// that the rows of one are good as long as it is there: its row of the empty term says what they were made of
/// (``SegmentState``). Whoever else writes adds segments without rows, which are read whole.
///
/// Source: S. Ding and T. Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011.
enum BlockMaximaTable {
  static let schema = """
    CREATE TABLE IF NOT EXISTS block_maxima (
      segment INTEGER NOT NULL,
      term BLOB NOT NULL,
      blocks BLOB NOT NULL,
      digest TEXT NOT NULL,
      PRIMARY KEY (segment, term)
    ) WITHOUT ROWID
    """

  /// Articles that a term needs: lists of fewer are read in no time.
  static let leastArticles = 1024
  /// Pages that a segment needs.
  static let leastPages = 64

  /// Writes the rows of segments that have none of use, inside a transaction, and removes those of others.
  /// - Parameters:
  ///   - known: the blocks of a segment, made with these weights and lengths.
  ///   - all: whether rows that are of use are written anew too.
  /// - Complexity: O(postings of these segments).
  static func write(
    _ db: Database, _ formula: RankingFormula, _ lengths: FieldLengths,
    known: SegmentBlocks? = nil, all: Bool
  ) throws {
    try db.execute(sql: schema)
    guard formula.isMonotonous,
      let segments = try SegmentWriter.segments(db, table: "articles_fts")
    else {
      try db.execute(sql: "DELETE FROM block_maxima")
      return
    }
    var kept: Set<Int> = []
    if !all {
      for segment in segments {
        guard let state = try SegmentState.read(db, segment, formula),
          state.growth(to: lengths.averages) <= SegmentState.mostGrowth
        else { continue }
        kept.insert(segment.id)
      }
    }
    try db.execute(
      sql: """
        DELETE FROM block_maxima
        WHERE segment NOT IN (\(kept.map(String.init).joined(separator: ",")))
        """)
    let insert = try PreparedStatement(
      db, sql: "INSERT INTO block_maxima (segment, term, blocks, digest) VALUES (?, ?, ?, ?)")
    for segment in segments
    where !kept.contains(segment.id) && segment.pages.count >= leastPages {
      func add(_ term: UnsafeBufferPointer<UInt8>, _ blocks: [UInt8]) throws {
        try blocks.withUnsafeBufferPointer {
          insert.bind(1, Int64(segment.id))
          insert.bind(2, blob: UnsafeRawBufferPointer(term))
          insert.bind(3, blob: UnsafeRawBufferPointer($0))
          insert.bind(4, copying: ContentHash.text($0))
          try insert.run()
        }
      }
      if let known, known.segment == segment.id {
        try known.forEachTerm(add)
      } else {
        try forEachTerm(db, segment, formula, lengths, lengths.averages, add)
      }
      let state = try SegmentState(db, segment, formula, lengths.averages)
      try add(UnsafeBufferPointer(start: nil, count: 0), state.content)
    }
  }

  /// Calls `body` with each term that many articles of a segment have and its blocks, ascending.
  private static func forEachTerm(
    _ db: Database, _ segment: StructureRecord.Segment, _ formula: RankingFormula,
    _ lengths: FieldLengths, _ averages: FieldLengths.Averages,
    _ body: (UnsafeBufferPointer<UInt8>, [UInt8]) throws -> Void
  ) throws {
    let reader = SegmentReader(try LeafPages(db, table: "articles_fts"), segment: segment)
    let maker = TermBlocksMaker(formula, lengths, averages)
    var goesOn = try reader.nextTerm()
    while goesOn {
      // A row, its size and a position take a byte each at least.
      if let bytes = reader.rowBytes, bytes < 3 * leastArticles {
        goesOn = try reader.nextTermPassingOverRows()
        continue
      }
      if try reader.nextRow(), let blocks = try maker.blocks(from: reader) {
        // Without the byte that says which index it belongs to.
        try body(UnsafeBufferPointer(rebasing: reader.term.dropFirst()), blocks)
      }
      goesOn = try reader.nextTerm()
    }
  }

  /// What is wrong with the table; `nil` when nothing is, or what it says is not taken.
  /// - Complexity: O(postings).
  static func fault(
    _ db: Database, _ formula: RankingFormula, _ lengths: FieldLengths
  ) throws -> String? {
    guard try db.tableExists("block_maxima"),
      let segments = try SegmentWriter.segments(db, table: "articles_fts")
    else { return nil }
    var isWhole = true
    try PreparedStatement(db, sql: "SELECT blocks, digest FROM block_maxima").forEachRow { row in
      // Invariant: the bytes are lent for the call.
      let digest = ContentHash.text(row.bytes(0).bindMemory(to: UInt8.self))
      if !row.bytes(1).elementsEqual(digest.utf8) { isWhole = false }
    }
    if !isWhole { return "are damaged" }
    for segment in segments {
      guard let state = try SegmentState.read(db, segment, formula) else { continue }
      var terms = 1
      var isRight = true
      try forEachTerm(db, segment, formula, lengths, state.averages) { term, blocks in
        terms += 1
        let row = try Row.fetchOne(
          db, sql: "SELECT blocks, digest FROM block_maxima WHERE segment = ? AND term = ?",
          arguments: [segment.id, Data(term)])
        let stored = row.flatMap { Data.fromDatabaseValue($0[0]) }.flatMap { bytes in
          let digest = Array(bytes).withUnsafeBufferPointer { ContentHash.text($0) }
          return row?.text(1) == digest ? bytes : nil
        }
        // Where a newer segment says what articles are now, the lengths are not those of then.
        isRight =
          isRight
          && (segments.count == 1
            ? stored.map { $0.elementsEqual(blocks) } ?? false
            : stored.map { TermBlocks.haveSamePlaces($0, blocks) } ?? false)
      }
      let stored = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM block_maxima WHERE segment = ?", arguments: [segment.id])
      if !isRight || stored != terms {
        return "differ from what the full-text index gives"
      }
    }
    return nil
  }
}
