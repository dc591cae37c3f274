import DatelineAnalysis
import GRDB

/// Brings the tables of older versions up to date, inside one transaction of the caller.
enum SchemaUpgrade {
  /// Articles that are held at a time.
  private static let batch = 500

  /// Upgrades from a version to ``Schema/version``; nothing where it is that already.
  /// - Complexity: O(file) from a version before 3: the full-text index is built anew.
  static func run(_ db: Database, from version: Int) throws {
    if version < 2 { try db.execute(sql: toVersion2) }
    if version < 3 {
      try db.execute(sql: columnsOfVersion3)
      try RankingTable.fill(db)
      try fillCJKTerms(db)
      try ArticleChecksum.fill(db)
      try db.execute(sql: indexOfVersion3)
    }
  }

  private static let toVersion2 = """
    ALTER TABLE articles ADD COLUMN modified TEXT;
    ALTER TABLE articles ADD COLUMN image_url TEXT;
    ALTER TABLE articles ADD COLUMN hints TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE articles ADD COLUMN evidence TEXT;
    ALTER TABLE articles ADD COLUMN origin_hash TEXT;
    ALTER TABLE articles ADD COLUMN extractor TEXT;
    \(Schema.importTables)
    """

  /// The old index goes first: its triggers name its columns.
  private static let columnsOfVersion3 = """
    DROP TRIGGER articles_ai;
    DROP TRIGGER articles_au;
    DROP TRIGGER articles_ad;
    DROP TABLE articles_fts;
    ALTER TABLE articles ADD COLUMN cjk_terms TEXT NOT NULL DEFAULT '';
    ALTER TABLE articles ADD COLUMN checksum INTEGER;
    ALTER TABLE mentions ADD COLUMN positions TEXT NOT NULL DEFAULT '[]';
    \(Schema.entityIndex)
    \(Schema.nameIndexes)
    \(Schema.userTables)
    \(FieldLengthsTable.schema);
    \(BlockMaximaTable.schema);
    \(EntityListsTable.schema);
    """

  private static let indexOfVersion3 = """
    \(Schema.searchTable)
    INSERT INTO articles_fts(articles_fts) VALUES ('rebuild');
    \(Schema.deleteTrigger)
    \(Schema.rowTriggers)
    UPDATE dateline_meta SET value = '\(Schema.version)' WHERE key = 'schema_version';
    PRAGMA user_version = \(Schema.version);
    """

  private static func fillCJKTerms(_ db: Database) throws {
    var terms = CJKTerms()
    var last = Int64.min
    while true {
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, title, body FROM articles WHERE id > ? ORDER BY id LIMIT \(batch)",
        arguments: [last])
      guard let end = rows.last else { return }
      last = end[0]
      for row in rows {
        let text = terms.text(title: row.text(1) ?? "", body: row.text(2) ?? "")
        if text.isEmpty { continue }
        try db.execute(
          sql: "UPDATE articles SET cjk_terms = ? WHERE id = ?", arguments: [text, row[0] as Int64])
      }
    }
  }
}
