import GRDB

/// How often an entity is mentioned in a file.
package struct EntityUsage: Sendable, Equatable {
  /// Articles that mention it.
  package var articles = 0
  /// Mentions in all of them.
  package var mentions = 0

  /// Not at all.
  package init() {}

  init(articles: Int, mentions: Int) {
    self.articles = articles
    self.mentions = mentions
  }
}

/// An article in a list.
package struct ArticleLine: Sendable, Equatable {
  /// Identity of the article.
  package var key: String
  /// Headline.
  package var title: String
  /// ISO 8601 date or date and time.
  package var published: String?
}

extension IndexSnapshot {
  /// How often each entity is mentioned, by its identifier.
  /// - Complexity: O(mentions).
  package func entityUsage() throws -> [String: EntityUsage] {
    var usage: [String: EntityUsage] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT slug, n, total FROM entities JOIN (
          SELECT entity_id, count(*) AS n, sum(count) AS total FROM mentions GROUP BY entity_id)
        ON entity_id = entities.id
        """)
    while let row = try rows.next() {
      usage[row.text(0) ?? ""] = EntityUsage(
        articles: row.number(1) ?? 0, mentions: row.number(2) ?? 0)
    }
    return usage
  }

  /// How often an entity is mentioned.
  /// - Complexity: O(articles that mention it).
  package func usage(ofEntity id: String) throws -> EntityUsage {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), coalesce(sum(count), 0) FROM mentions
        WHERE entity_id = (SELECT id FROM entities WHERE slug = ?)
        """, arguments: [id])
    return row.map { EntityUsage(articles: $0.number(0) ?? 0, mentions: $0.number(1) ?? 0) }
      ?? EntityUsage()
  }

  /// The latest articles that mention an entity; undated ones last.
  /// - Complexity: O(articles that mention it).
  package func latestArticles(ofEntity id: String, limit: Int) throws -> [ArticleLine] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT key, title, published FROM mentions JOIN articles ON articles.id = article_id
        WHERE entity_id = (SELECT id FROM entities WHERE slug = ?)
        ORDER BY published DESC, articles.id DESC LIMIT ?
        """, arguments: [id, limit]
    ).map { ArticleLine(key: $0.text(0) ?? "", title: $0.text(1) ?? "", published: $0.text(2)) }
  }

  /// Whether the file has no articles.
  package func hasNoArticles() throws -> Bool { try GazetteerTable.hasNoArticles(db) }
}
