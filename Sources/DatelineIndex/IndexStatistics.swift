import Foundation
import GRDB

/// Figures about an index file.
public struct IndexStatistics: Sendable, Codable, Equatable {
  /// A name with the number of articles it stands in.
  public struct Count: Sendable, Codable, Equatable {
    /// The name.
    public var name: String
    /// Number of articles.
    public var articles: Int

    /// Creates a count.
    public init(name: String, articles: Int) {
      self.name = name
      self.articles = articles
    }
  }

  /// Number of articles.
  public var articles: Int
  /// Number of articles without a date.
  public var undated: Int
  /// First date of publication.
  public var firstPublished: String?
  /// Last date of publication.
  public var lastPublished: String?
  /// Bytes of titles and bodies, UTF-8.
  public var textBytes: Int
  /// Bytes of the file.
  public var fileBytes: Int
  /// Bytes of the file that hold nothing: deleted articles and merged parts leave them for what comes.
  public var freeBytes: Int
  /// Bytes of the full-text index in the file.
  public var indexBytes: Int
  /// Tokens indexed.
  public var tokens: Int
  /// Sources with most articles.
  public var sources: [Count]
  /// Entities in most articles.
  public var entities: [Count]
  /// Languages with most articles.
  public var languages: [Count]
  /// Schema of the file.
  public var schema: Int
  /// Analyzer of the file.
  public var analyzer: String
  /// Version of the SQLite library in use.
  public var sqliteVersion: String

  enum CodingKeys: String, CodingKey {
    case articles, undated, tokens, sources, entities, languages, schema, analyzer
    case firstPublished = "first_published"
    case lastPublished = "last_published"
    case textBytes = "text_bytes"
    case fileBytes = "file_bytes"
    case freeBytes = "free_bytes"
    case indexBytes = "index_bytes"
    case sqliteVersion = "sqlite_version"
  }
}

extension IndexReader {
  /// Figures about the file.
  /// - Parameter top: how many sources, entities and languages.
  /// - Throws: an error of the database.
  /// - Complexity: O(articles): reads every row.
  public func statistics(top: Int = 10) throws(IndexError) -> IndexStatistics {
    try read { snapshot in
      let db = snapshot.db
      func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      func counts(_ sql: String) throws -> [IndexStatistics.Count] {
        try Row.fetchAll(db, sql: sql, arguments: [top]).map {
          .init(name: $0.text(0) ?? "", articles: $0[1])
        }
      }
      let lengths = try snapshot.fieldLengths()
      var tokens = 0
      for row in 0..<lengths.count { tokens += Int(lengths[row].title) + Int(lengths[row].body) }
      return IndexStatistics(
        articles: try number("SELECT count(*) FROM articles"),
        undated: try number("SELECT count(*) FROM articles WHERE published IS NULL"),
        firstPublished: try String.fetchOne(db, sql: "SELECT min(published) FROM articles"),
        lastPublished: try String.fetchOne(db, sql: "SELECT max(published) FROM articles"),
        textBytes: try number(
          """
          SELECT coalesce(sum(length(CAST(title AS BLOB)) + length(CAST(body AS BLOB))), 0)
          FROM articles
          """),
        fileBytes: try number("PRAGMA page_count") * number("PRAGMA page_size"),
        freeBytes: try number("PRAGMA freelist_count") * number("PRAGMA page_size"),
        indexBytes: try number("SELECT coalesce(sum(length(block)), 0) FROM articles_fts_data")
          + number("SELECT coalesce(sum(length(sz)), 0) FROM articles_fts_docsize"),
        tokens: tokens,
        sources: try counts(
          """
          SELECT source, count(*) AS n FROM articles WHERE source IS NOT NULL
          GROUP BY source ORDER BY n DESC, source LIMIT ?
          """),
        entities: try counts(
          """
          SELECT name, count(*) AS n FROM mentions JOIN entities ON entities.id = entity_id
          GROUP BY entity_id ORDER BY n DESC, name LIMIT ?
          """),
        languages: try counts(
          """
          SELECT language, count(*) AS n FROM articles WHERE language IS NOT NULL
          GROUP BY language ORDER BY n DESC, language LIMIT ?
          """),
        schema: try number("PRAGMA user_version"),
        analyzer: try String.fetchOne(
          db, sql: "SELECT value FROM dateline_meta WHERE key = 'analyzer'") ?? "",
        sqliteVersion: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "")
    }
  }
}
