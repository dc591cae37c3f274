import DatelineAnalysis
import GRDB

/// Tags the articles of a file anew, batch by batch, each in a transaction of the caller.
///
/// Only what differs is written. Everything that is written follows from the texts and the gazetteer,
/// so that a run which goes on where another was broken off ends in the same state.
final class ArticleRetagger {
  /// Articles of a transaction.
  private static let mostArticles = 2_000

  private let digest: GazetteerDigest
  private let mentions: MentionRows
  private var articles: StoredArticles
  private var mentionCount = 0
  /// Whether this transaction has removed what follows from mentions.
  private var hasRemovedLists = false

  /// Articles in the file when the work began.
  let total: Int
  /// Articles that were read.
  private(set) var read = 0
  /// Articles whose rows were changed.
  private(set) var changed = 0

  /// Begins the work.
  init(_ db: Database, workers: Int) throws {
    let edits = try GazetteerTable.edits(db)
    let gazetteer = edits.gazetteer
    digest = GazetteerDigest(edits)
    mentions = MentionRows(gazetteer: gazetteer)
    articles = StoredArticles(
      gazetteer: gazetteer, workers: workers, mostArticles: Self.mostArticles)
    total = try Int.fetchOne(db, sql: "SELECT count(*) FROM articles") ?? 0
    try GazetteerTable.beginTagging(with: digest, db)
  }

  /// Tags the next articles.
  /// - Returns: false when there were none.
  func tagBatch(_ db: Database) throws -> Bool {
    try mentions.entities.refresh(db)
    hasRemovedLists = false
    let batch = try articles.next(db)
    if batch.isEmpty { return false }
    // See `Schema.rowTriggers` for why they are set aside.
    let setsTriggersAside = batch.contains {
      $0.article.terms != $0.tags.terms || $0.article.names != $0.tags.names
    }
    if setsTriggersAside { try db.execute(sql: Schema.dropRowTriggers) }
    let before = changed
    for (article, tags) in batch { try write(tags, for: article, db) }
    if changed > before {
      // Another run with other entities may have overtaken this one.
      try GazetteerTable.noteTagging(with: digest, isFirst: false, db)
    }
    if setsTriggersAside { try db.execute(sql: Schema.rowTriggers) }
    read += batch.count
    return true
  }

  /// Ends the work when there are no more articles.
  /// - Returns: false when others have tagged articles differently meanwhile.
  func finish(_ db: Database) throws -> Bool {
    if try Int.fetchOne(db, sql: "SELECT count(*) FROM mentions") != mentionCount {
      try deleteStrayMentions(db)
    }
    try db.execute(
      sql: """
        DELETE FROM entities WHERE NOT EXISTS (
          SELECT 1 FROM mentions WHERE entity_id = entities.id)
        """)
    return try GazetteerTable.endTagging(with: digest, db)
  }

  private func write(_ tags: EntityTags, for article: StoredArticles.Stored, _ db: Database) throws
  {
    mentionCount += tags.mentions.count
    let hasSameMentions =
      try article.names == tags.names && mentions.areStored(tags, article: article.id, db)
    if !hasSameMentions {
      // Names may be the same and their weights others.
      if !hasRemovedLists { try EntityListsTable.removeAll(db) }
      hasRemovedLists = true
      try MentionRows.delete(ofArticle: article.id, db)
      try mentions.write(tags, article: article.id, db)
    }
    let hasSameTerms = article.terms == tags.terms
    if hasSameMentions && hasSameTerms { return }
    changed += 1
    if !hasSameTerms {
      try db.cachedStatement(sql: StockFullText.unindexSQL).execute(arguments: [article.id])
    }
    if !hasSameTerms || article.names != tags.names {
      // What is damaged is not made to look sound.
      var isSound = true
      try ArticleChecksum.forEachArticle(db, where: "id = \(article.id)") { _, stored, actual in
        isSound = stored.map { ArticleChecksum.areEqual($0, actual) } ?? true
      }
      try db.cachedStatement(
        sql: "UPDATE articles SET entities = ?, entity_terms = ? WHERE id = ?"
      ).execute(arguments: [tags.names, tags.terms, article.id])
      if isSound {
        try db.cachedStatement(sql: "UPDATE articles SET checksum = NULL WHERE id = ?")
          .execute(arguments: [article.id])
        try ArticleChecksum.fill(db, where: "id = \(article.id)", isTagged: true)
      }
    }
    if !hasSameTerms {
      try db.cachedStatement(sql: StockFullText.indexSQL).execute(arguments: [
        article.id, article.body, article.title, tags.terms, article.cjkTerms,
      ])
    }
  }

  /// Deletes mentions that their article does not name: other tools may have left them.
  private func deleteStrayMentions(_ db: Database) throws {
    try EntityListsTable.removeAll(db)
    try db.execute(
      sql: """
        DELETE FROM mentions WHERE NOT EXISTS (
          SELECT 1 FROM articles, json_each(articles.entities) AS named
          JOIN entities ON entities.name = named.value
          WHERE articles.id = mentions.article_id AND entities.id = mentions.entity_id)
        """)
  }
}
