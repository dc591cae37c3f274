import DatelineAnalysis
import GRDB

/// Writes the mentions of articles; used inside transactions.
final class MentionRows {
  let entities: EntityRows

  init(gazetteer: Gazetteer) { entities = EntityRows(gazetteer: gazetteer) }

  /// Adds the mentions of an article whose old ones have been deleted.
  func write(_ tags: EntityTags, article: Int64, _ db: Database) throws {
    if tags.mentions.isEmpty { return }
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO mentions
          (entity_id, article_id, count, title_weight, lead_weight, body_weight, positions)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (mention, positions) in zip(tags.mentions, tags.positions) {
      let entity = try entities.row(of: mention.entity, db)
      try insert.execute(arguments: [
        entity, article, mention.count, mention.title, mention.lead, mention.body, positions,
      ])
    }
  }

  /// Deletes the mentions of an article, found by the names in its column `entities`; none where other
  /// tools have written something else there.
  static func delete(ofArticle id: Int64, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        DELETE FROM mentions WHERE article_id = ?1 AND entity_id IN (
          SELECT entities.id FROM json_each((
            SELECT entities FROM articles WHERE id = ?1 AND json_valid(entities)))
          JOIN entities ON entities.name = json_each.value)
        """
    ).execute(arguments: [id])
  }
}

extension MentionRows {
  /// Whether the table holds these mentions of an article.
  func areStored(_ tags: EntityTags, article: Int64, _ db: Database) throws -> Bool {
    try Self.areStored(tags, article: article, db) { try entities.row(of: $0, db) }
  }

  /// Whether the table holds these mentions of an article.
  /// - Parameter entity: gives the row of an entity by its position in the gazetteer; `nil` where there is none.
  static func areStored(
    _ tags: EntityTags, article: Int64, _ db: Database, entity: (Int) throws -> Int64?
  ) throws -> Bool {
    let select = try db.cachedStatement(
      sql: """
        SELECT count, title_weight, lead_weight, body_weight, positions FROM mentions
        WHERE entity_id = ? AND article_id = ?
        """)
    for (mention, positions) in zip(tags.mentions, tags.positions) {
      guard let entity = try entity(mention.entity),
        let row = try Row.fetchOne(select, arguments: [entity, article]),
        row.number(0) == mention.count, row.number(1) == mention.title,
        row.number(2) == mention.lead, row.number(3) == mention.body, row.text(4) == positions
      else { return false }
    }
    return true
  }
}
