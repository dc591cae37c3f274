import DatelineAnalysis
import DatelineCore
import GRDB

/// Writes analysed articles as rows; part of ``IndexWriter``, used inside its transaction.
final class ArticleRows {
  private let gazetteer: Gazetteer
  /// Row of the `entities` table for each entity written so far.
  private var entityRows: [Int: Int64] = [:]
  /// Hashes of the keys this import has met, to tell a second version in one import from a changed
  /// article in a later one. Bounded; past the bound the distinction is given up.
  private var metKeys = Set<UInt64>()
  private static let metKeysLimit = 4_000_000

  init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
  }

  /// Forgets what a transaction that was rolled back had written.
  func forgetUncommitted() {
    entityRows.removeAll()
  }

  private static let selectSQL = """
    SELECT id, title, published, source, section, language, author, url, extra, standfirst, body
    FROM articles WHERE key = ?
    """
  private static let insertSQL = """
    INSERT INTO articles (key, title, published, source, section, language, author, url, entities,
      origin_file, origin_record, origin_offset, extra, standfirst, entity_terms, body)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
  private static let updateSQL = """
    UPDATE articles SET key = ?, title = ?, published = ?, source = ?, section = ?, language = ?,
      author = ?, url = ?, entities = ?, origin_file = ?, origin_record = ?, origin_offset = ?,
      extra = ?, standfirst = ?, entity_terms = ?, body = ?
    WHERE id = ?
    """

  private static let indexSQL = """
    INSERT INTO articles_fts (rowid, body, title, entity_terms) VALUES (?, ?, ?, ?)
    """
  private static let unindexSQL = """
    INSERT INTO articles_fts (articles_fts, rowid, body, title, entity_terms)
    SELECT 'delete', id, body, title, entity_terms FROM articles WHERE id = ?
    """

  /// Adds, replaces or leaves alone one article. ``Schema/rowTriggers`` must be set aside.
  func write(
    _ analyzed: AnalyzedArticle, _ db: Database, _ outcome: inout IndexWriter.Outcome
  ) throws {
    let article = analyzed.article
    let incoming = Version(analyzed)
    let keyHash = Version.hash([article.key])
    let select = try db.cachedStatement(sql: Self.selectSQL)
    guard let stored = try Row.fetchOne(select, arguments: [article.key]) else {
      try db.cachedStatement(sql: Self.insertSQL).execute(arguments: values(of: analyzed))
      let id = db.lastInsertedRowID
      try db.cachedStatement(sql: Self.indexSQL).execute(arguments: [
        id, analyzed.searchBody, article.title, analyzed.entityTerms,
      ])
      try writeMentions(of: analyzed, article: id, db)
      remember(keyHash)
      outcome.added += 1
      return
    }
    let id: Int64 = stored[0]
    let present = Version(stored)
    if present == incoming {
      outcome.unchanged += 1
    } else if try isSuperseded(article.key, incoming, db) {
      outcome.unchanged += 1
    } else {
      if metKeys.contains(keyHash) { try supersede(article.key, present, db) }
      try db.cachedStatement(
        sql: """
          DELETE FROM mentions WHERE article_id = ?1 AND entity_id IN (
            SELECT entities.id FROM json_each((SELECT entities FROM articles WHERE id = ?1))
            JOIN entities ON entities.name = json_each.value)
          """
      ).execute(arguments: [id])
      try db.cachedStatement(sql: Self.unindexSQL).execute(arguments: [id])
      try db.cachedStatement(sql: Self.updateSQL)
        .execute(arguments: values(of: analyzed) + [id])
      try db.cachedStatement(sql: Self.indexSQL).execute(arguments: [
        id, analyzed.searchBody, article.title, analyzed.entityTerms,
      ])
      try writeMentions(of: analyzed, article: id, db)
      outcome.replaced += 1
    }
    remember(keyHash)
  }

  private func remember(_ keyHash: UInt64) {
    if metKeys.count < Self.metKeysLimit { metKeys.insert(keyHash) }
  }

  private func values(of analyzed: AnalyzedArticle) -> StatementArguments {
    let article = analyzed.article
    return [
      article.key, article.title, article.published, article.source, article.section,
      article.language, article.author, article.url, analyzed.entitiesJSON, article.origin.file,
      article.origin.record, article.origin.offset, article.extra, article.standfirst,
      analyzed.entityTerms, analyzed.searchBody,
    ]
  }

  private func writeMentions(
    of analyzed: AnalyzedArticle, article: Int64, _ db: Database
  ) throws {
    if analyzed.mentions.isEmpty { return }
    let insert = try db.cachedStatement(
      sql: "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?)")
    for mention in analyzed.mentions {
      let entity = try row(of: mention.entity, db)
      try insert.execute(arguments: [
        entity, article, mention.count, mention.title, mention.lead, mention.body,
      ])
    }
  }

  private func row(of position: Int, _ db: Database) throws -> Int64 {
    if let row = entityRows[position] { return row }
    let entity = gazetteer.entities[position]
    try db.execute(
      sql: "INSERT OR IGNORE INTO entities (slug, kind, name) VALUES (?, ?, ?)",
      arguments: [entity.id, entity.kind.rawValue, entity.name])
    let row = try Int64.fetchOne(
      db, sql: "SELECT id FROM entities WHERE slug = ?", arguments: [entity.id])
    entityRows[position] = row
    return row ?? 0
  }

  private func isSuperseded(_ key: String, _ version: Version, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM superseded WHERE key = ? AND digest = ?")
    return try Row.fetchOne(statement, arguments: [key, version.digest]) != nil
  }

  private func supersede(_ key: String, _ version: Version, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO superseded VALUES (?, ?)", arguments: [key, version.digest])
  }
}

/// What makes two versions of an article equal: everything the source gave, but not its place.
private struct Version: Equatable {
  var fields: [String?]

  init(_ analyzed: AnalyzedArticle) {
    let article = analyzed.article
    fields = [
      article.title, article.published, article.source, article.section, article.language,
      article.author, article.url, article.extra, article.standfirst, analyzed.searchBody,
    ]
  }

  /// Columns 1... of the select statement.
  init(_ row: Row) {
    fields = (1..<11).map { row[$0] }
  }

  var digest: Int64 { Int64(bitPattern: Self.hash(fields)) }

  static func hash(_ fields: [String?]) -> UInt64 {
    var bytes: [UInt8] = []
    for field in fields {
      bytes.append(field == nil ? 0 : 1)
      bytes.append(contentsOf: (field ?? "").utf8)
      bytes.append(0)
    }
    return TokenSpan.hash(of: bytes)
  }
}
