import DatelineAnalysis
import DatelineCore
import GRDB

/// Keeps full-text index and mentions equal to the articles in one large transaction: what is new is
/// collected and written at the end, as one segment and in the order of the tables' keys.
///
/// Articles that were in the file before and are replaced go through FTS5 itself. Articles that came
/// in this transaction and are replaced are left out of the segment and make a second one.
final class BulkFullText: ArticleDependents {
  private let mentions: MentionRows
  private let accumulator: MentionAccumulator
  private let stock: StockFullText
  private let segments: SegmentWriter
  private let isFresh: Bool
  private let memory: Int
  private let folder: String

  /// Rows of the articles that came in this transaction, by ordinal.
  private var rows = RowMap()
  /// Ordinals and lengths of those articles; their rows follow each other from `firstRow` on.
  private var inversions: [AnalyzedArticle.Inversion] = []
  private var firstRow: Int64?
  /// Rows of this transaction that make a segment of their own: their article was replaced, was not
  /// inverted, or has a number out of order.
  private var otherRows = Set<Int64>()
  private var rowCount = 0
  private var tokens = SIMD4<UInt64>()
  private var usesStock = false

  /// - Parameters:
  ///   - isFresh: whether the file is new.
  ///   - memory: bytes for mentions in memory, and for the postings of the second segment.
  ///   - folder: where temporary files go.
  init(
    _ db: Database, gazetteer: Gazetteer, isFresh: Bool, memory: Int, folder: String
  ) throws {
    self.isFresh = isFresh
    self.memory = memory
    self.folder = folder
    mentions = MentionRows(gazetteer: gazetteer)
    accumulator = MentionAccumulator(memory: memory, folder: folder)
    stock = StockFullText(mentions: mentions)
    segments = try SegmentWriter(db, table: "articles_fts")
  }

  func insert(_ article: AnalyzedArticle, row: Int64, isNew: Bool, _ db: Database) throws {
    guard isNew else {
      try mentions.write(article.tags, article: row, db)
      if !isFromHere(row) {
        usesStock = true
        try db.cachedStatement(sql: StockFullText.indexSQL).execute(arguments: [
          row, article.searchBody, article.article.title, article.tags.terms, article.cjkTerms,
        ])
      }
      return
    }
    let first = firstRow ?? row
    firstRow = first
    guard let inversion = article.inversion, row - first == Int64(inversions.count) else {
      otherRows.insert(row)
      return try mentions.write(article.tags, article: row, db)
    }
    inversions.append(inversion)
    rows.set(inversion.ordinal, row: row)
    rowCount += 1
    tokens &+= SIMD4<UInt64>(truncatingIfNeeded: inversion.lengths)
    for index in article.tags.mentions.indices {
      let mention = article.tags.mentions[index]
      try accumulator.add(
        entity: Int(try mentions.entities.row(of: mention.entity, db)),
        ordinal: inversion.ordinal, mention, positions: article.tags.positions[index])
    }
  }

  func remove(row: Int64, _ db: Database) throws {
    if !isFromHere(row) {
      usesStock = true
      return try stock.remove(row: row, db)
    }
    try MentionRows.delete(ofArticle: row, db)
    guard let firstRow, otherRows.insert(row).inserted else { return }
    let inversion = inversions[Int(row - firstRow)]
    rows.remove(inversion.ordinal)
    rowCount -= 1
    tokens &-= SIMD4<UInt64>(truncatingIfNeeded: inversion.lengths)
  }

  private func isFromHere(_ row: Int64) -> Bool {
    if otherRows.contains(row) { return true }
    guard let firstRow else { return false }
    return row >= firstRow && row - firstRow < Int64(inversions.count)
  }

  /// Writes what was collected.
  /// - Parameters:
  ///   - runs: the postings of all articles of the transaction, and perhaps others.
  ///   - body: what else is written while these begin to be merged; must not use the full-text index.
  /// - Returns: what is known of a new file's other tables.
  func finish(
    _ runs: [RunCursor], _ db: Database, _ body: () throws -> Void
  ) throws -> DerivedTables.Content? {
    if usesStock {
      // A savepoint makes FTS5 write out what it has collected; what it knows of the index is out of
      // date afterwards, so that nothing may go through it from here on.
      try db.execute(sql: "SAVEPOINT flush; RELEASE flush")
    }
    var content = isFresh && otherRows.isEmpty ? try self.content(db) : nil
    var entities = EntityLists()
    let blocks = try segments.write(
      runs, rows: rows, rowCount: rowCount, tokens: tokens, maker: content?.maker
    ) {
      for inversion in inversions where rows[inversion.ordinal] != RowMap.none {
        try segments.writeSizes(id: rows[inversion.ordinal], inversion.lengths)
      }
      try writeMentions(db) { entities.add(entity: $0, article: $1, $2) }
      try body()
    }
    if !otherRows.isEmpty { try writeOthers(db) }
    content?.blocks = blocks
    content?.entities = entities
    return content
  }

  /// What is known of the articles' lengths before they are written.
  private func content(_ db: Database) throws -> DerivedTables.Content {
    var lengths = FieldLengths(leadLength: EntityTagger.leadLength)
    for inversion in inversions {
      let sizes = inversion.lengths
      lengths.append(
        id: rows[inversion.ordinal],
        .init(
          title: Int32(clamping: sizes[Int(Schema.Column.title)]),
          body: Int32(
            clamping: UInt64(sizes[Int(Schema.Column.body)])
              + UInt64(sizes[Int(Schema.Column.cjkTerms)]))))
    }
    return .init(lengths: lengths, formula: RankingFormula(try RankingTable.weights(db).weights))
  }

  private func writeOthers(_ db: Database) throws {
    let select = try PreparedStatement(
      db, sql: "SELECT \(Schema.searchColumns) FROM articles WHERE id = ?")
    let pool = InverterPool(memory: memory, workers: 1, folder: folder)
    var rows = RowMap()
    var tokens = SIMD4<UInt64>()
    for (ordinal, row) in otherRows.sorted().enumerated() {
      let ordinal = UInt32(ordinal)
      guard let inverter = pool.take(from: ordinal) else { break }
      inverter.begin(ordinal)
      var lengths = SIMD4<UInt32>()
      select.bind(1, row)
      _ = try select.first { statement in
        for column in 0..<4 {
          let text = String(decoding: statement.bytes(CInt(column)), as: UTF8.self)
          lengths[column] = inverter.add(column: Int32(column), text)
        }
      }
      inverter.end()
      pool.giveBack(inverter)
      rows.set(ordinal, row: row)
      try segments.writeSizes(id: row, lengths)
      tokens &+= SIMD4<UInt64>(truncatingIfNeeded: lengths)
    }
    try segments.write(
      try pool.runs(), rows: rows, rowCount: otherRows.count, tokens: tokens)
  }

  /// - Parameter body: called with each mention in the order of the table.
  private func writeMentions(
    _ db: Database,
    _ body: (_ entity: Int64, _ article: Int64, _ numbers: SIMD4<Int64>) -> Void
  ) throws {
    // Of a row whose number was given before, a file that was there may have mentions that other tools left.
    let insert = try BatchedInsert(
      db,
      """
      INSERT \(isFresh ? "" : "OR REPLACE") INTO mentions
        (entity_id, article_id, count, title_weight, lead_weight, body_weight, positions)
      """, columns: 7)
    try accumulator.forEachRow(rows) { entity, article, numbers, positions in
      insert.add(entity)
      insert.add(article)
      for index in 0..<4 { insert.add(numbers[index]) }
      insert.add(text: positions)
      try insert.endRow()
      body(entity, article, numbers)
    }
    try insert.finish()
  }
}
