import DatelineAnalysis
import GRDB

/// Builds a new index file from what can be read of another.
struct IndexRebuilder {
  /// Articles and bytes of text that are held at a time.
  private static let mostArticles = 1_000
  private static let mostBytes = 8 << 20

  let workers: Int

  /// An article as it is copied; its text apart, because entities are looked for in it.
  private struct Copied: Sendable {
    var values: [DatabaseValue]
    var title: String
    var body: String
    /// The columns that follow from others as they were, and the checksum; none where the file has no checksums.
    var proof: [DatabaseValue]
  }

  /// Columns that follow from others, and the checksum.
  private static let derived = ["entities", "entity_terms", "cjk_terms", "checksum"]

  /// Reads `source`, which may be changed by SQLite's recovery, and writes a new file `target`.
  /// - Parameter length: bytes of the damaged file and its log; the copy may be longer.
  /// - Throws: when no article can be read, or the new file cannot be written.
  func run(
    from source: String, length: Int, to target: String, _ result: inout IndexRepair
  ) throws {
    let damaged = try DatabaseQueue(path: source)
    let new = try IndexConnection.builder(path: target)
    var found = result
    try damaged.writeWithoutTransaction { old in
      try old.execute(sql: "PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF")
      guard try old.tableExists("articles") else {
        throw IndexError.notAnIndex(path: result.damaged)
      }
      try new.writeWithoutTransaction { db in
        try db.beginTransaction(.immediate)
        try Schema.create(db)
        copyTables(from: old, to: db, &found)
        try copyArticles(from: old, at: (source, length), to: db, &found)
        try db.execute(
          sql: """
            INSERT INTO articles_fts(articles_fts) VALUES ('rebuild');
            INSERT INTO articles_fts(articles_fts) VALUES ('optimize');
            \(Schema.indexesAndRowTriggers)
            """)
        let counted = LengthComparison.differing(old, db)
        found.doubtful = Set(found.doubtful).union(counted).sorted()
        try ArticleChecksum.fill(db, isTagged: true)
        try db.commit()
      }
    }
    // FTS5 knows its index on a connection of its own only.
    try new.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try DerivedTables.write(db, all: true)
        return .commit
      }
    }
    try new.close()
    try? damaged.close()
    result = found
  }

  // MARK: Articles

  private func copyArticles(
    from old: Database, at source: (path: String, length: Int), to db: Database,
    _ result: inout IndexRepair
  ) throws {
    let present = Set(try old.columns(in: "articles").map(\.name))
    let columns = try db.columns(in: "articles").map(\.name).filter {
      present.contains($0) && !Self.derived.contains($0)
    }
    let selected = columns + (present.isSuperset(of: Self.derived) ? Self.derived : [])
    guard columns.first == "id", let title = columns.firstIndex(of: "title"),
      let body = columns.firstIndex(of: "body"), columns.contains("key")
    else { throw IndexError.notAnIndex(path: result.damaged) }
    let edits = (try? GazetteerTable.edits(db)) ?? GazetteerEdits()
    // Articles that never were tagged stay so.
    let isTagged =
      (try? Int.fetchOne(old, sql: "SELECT count(*) FROM (SELECT 1 FROM mentions LIMIT 1)")) != 0
    let gazetteer = isTagged ? edits.gazetteer : Gazetteer(parsing: "")
    let writer = ArticleCopies(db, columns: columns, gazetteer: gazetteer)
    let salvage = RowSalvage(old, table: "articles", columns: selected.joined(separator: ", "))
    var checksum = ArticleChecksum()
    var batch: [Copied] = []
    var bytes = 0
    func flush() throws {
      let tags = ParallelMap.map(batch, workers: workers) {
        var tagger = ArticleTagger(gazetteer: gazetteer)
        var cjk = CJKTerms()
        return { (article: Copied) -> (EntityTags, String) in
          (
            tagger.tags(title: article.title, body: article.body),
            cjk.text(title: article.title, body: article.body)
          )
        }
      }
      for (article, (tags, cjkTerms)) in zip(batch, tags) {
        try writer.write(article.values, tags, cjkTerms: cjkTerms)
        guard let stored = article.proof.last.flatMap({ Int64.fromDatabaseValue($0) }),
          let id = Int64.fromDatabaseValue(article.values[0])
        else { continue }
        // Tags may be others now, or be damaged alone.
        let isSound = [
          Array(article.proof.dropLast()),
          [tags.names.databaseValue, tags.terms.databaseValue, cjkTerms.databaseValue],
        ].contains { derived in
          let all = Dictionary(
            uniqueKeysWithValues: zip(columns + Self.derived.dropLast(), article.values + derived))
          let actual = checksum.value(of: ArticleChecksum.columns.map { all[$0] ?? .null })
          return ArticleChecksum.areEqual(actual, stored)
        }
        if !isSound { result.doubtful.append(id) }
      }
      batch.removeAll(keepingCapacity: true)
      bytes = 0
    }
    func add(_ row: [DatabaseValue]) throws {
      var values = Array(row.prefix(columns.count))
      for index in [title, body] where values[index].isNull { values[index] = "".databaseValue }
      let article = Copied(
        values: values, title: String.fromDatabaseValue(values[title]) ?? "",
        body: String.fromDatabaseValue(values[body]) ?? "",
        proof: Array(row.dropFirst(columns.count)))
      bytes += article.title.utf8.count + article.body.utf8.count
      batch.append(article)
      if batch.count >= Self.mostArticles || bytes >= Self.mostBytes { try flush() }
    }
    try salvage.readAll { try add(Array($0.databaseValues)) }
    if !salvage.isComplete {
      try readLeaves(of: old, at: source, selected, salvage, add)
    }
    try flush()
    try GazetteerTable.noteTagging(with: isTagged ? GazetteerDigest(edits) : nil, isFirst: true, db)
    guard writer.written > 0 || salvage.isComplete else {
      throw IndexError.database(
        path: result.damaged,
        message: "no article can be read: " + salvage.messages.joined(separator: "; "))
    }
    result.articles = writer.written
    report(salvage, writer, old, &result)
  }

  /// Adds missing articles from pages that the damaged tree does not lead to.
  private func readLeaves(
    of old: Database, at source: (path: String, length: Int), _ columns: [String],
    _ salvage: RowSalvage,
    _ add: ([DatabaseValue]) throws -> Void
  ) throws {
    _ = try? Row.fetchAll(old, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    let stored = try old.columns(in: "articles").map(\.name)
    let places = columns.compactMap { stored.firstIndex(of: $0) }
    let texts = ["key", "title", "body"].compactMap { stored.firstIndex(of: $0) }
    guard stored.first == "id",
      let scan = LeafScan(path: source.path, length: source.length)
    else { return }
    // Rows from before the column was added are shorter by it.
    let least = stored.count - (stored.last == "checksum" ? 1 : 0)
    try scan.rows(columns: least...stored.count) { id, values in
      // The number of a row stands beside its record, where the column is empty.
      guard values[0].isNull, texts.allSatisfy({ String.fromDatabaseValue(values[$0]) != nil }),
        salvage.takes(id)
      else { return }
      try add(places.map { $0 == 0 ? id.databaseValue : values[$0] })
    }
  }

  private func report(
    _ salvage: RowSalvage, _ writer: ArticleCopies, _ old: Database, _ result: inout IndexRepair
  ) {
    if writer.refused > 0 {
      result.losses.append(
        "\(writer.refused) articles whose number or key is damaged or another article's")
    }
    if let known = try? Int.fetchOne(old, sql: "SELECT count(*) FROM articles_fts_docsize") {
      result.lostArticles = max(known - writer.written - writer.refused, 0)
    }
    for gap in salvage.gaps.prefix(20) where result.lostArticles != 0 {
      result.losses.append(Self.description(of: gap))
    }
    if salvage.gaps.count > 20, result.lostArticles != 0 {
      result.losses.append("articles at \(salvage.gaps.count - 20) more places")
    }
    result.notes.append(
      "full-text index, entities and the tables for faster searches were made anew from "
        + "\(writer.written) articles")
  }

  /// What may be missing where some numbers could not be read.
  private static func description(of gap: ClosedRange<Int64>) -> String {
    if gap.lowerBound == gap.upperBound {
      return "the article with number \(gap.lowerBound), if there was one"
    }
    if gap.lowerBound < 0 { return "articles before number \(gap.upperBound)" }
    if gap.upperBound == .max { return "articles from number \(gap.lowerBound) on" }
    return
      "articles with numbers from \(gap.lowerBound) to \(gap.upperBound), as far as there were any"
  }

  // MARK: Other tables

  /// Copies what cannot be made anew from articles, as far as it can be read.
  private func copyTables(from old: Database, to db: Database, _ result: inout IndexRepair) {
    for (table, meaning) in [
      ("gazetteer", "edited entities"), ("ranking", "weights of the ranking"),
      ("superseded", "notes on versions that were replaced"),
      ("site_memory", "what was learnt of sites"),
      ("import_checkpoints", "how far unfinished imports came"),
    ] {
      guard (try? old.tableExists(table)) == true else { continue }
      do { try copy(table, from: old, to: db) } catch {
        result.losses.append(
          "\(meaning), in part: \((error as? DatabaseError)?.message ?? "\(error)")")
      }
    }
    if let unusable = try? RankingTable.weights(db).unusable, !unusable.isEmpty {
      try? RankingTable.reset(unusable, db)
      result.losses.append(
        "weights of the ranking that could not be used, now the built-in ones: "
          + unusable.joined(separator: ", "))
    }
    let wrong = (try? TableChecksums.faults(old).wrong) ?? []
    for (table, _, meaning) in TableChecksums.tables {
      if wrong.contains(table) {
        result.losses.append("\(meaning), in part: not as it was written")
      }
      try? TableChecksums.renew(table, db)
    }
  }

  private func copy(_ table: String, from old: Database, to db: Database) throws {
    let columns = try db.columns(in: table).map(\.name)
    let rows = try Row.fetchCursor(
      old, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table)")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let insert = try db.makeStatement(
      sql: "INSERT OR REPLACE INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
    while let row = try rows.next() {
      try insert.execute(arguments: StatementArguments(Array(row.databaseValues)))
    }
  }
}
