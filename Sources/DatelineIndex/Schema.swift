import GRDB

/// The shape of the file: every table and column, in one place.
///
/// `articles`, one row an article; small columns stand before the long ones, so that reading them
/// touches one page:
///
/// | column | content |
/// |---|---|
/// | `id` | row number, stable while the article stays |
/// | `key` | identity of the article: given id, else URL, else hash |
/// | `title` | headline, empty when there is none |
/// | `published`, `modified` | ISO 8601 date or date and time, as far as known |
/// | `source` | outlet |
/// | `section`, `language`, `url`, `image_url` | as far as known |
/// | `author` | names, separated by a semicolon and a space (a comma where `extractor` is below 3) |
/// | `entities` | canonical names of the entities, JSON array, most mentioned first |
/// | `hints` | what a page says of itself (`paywall`, `live-blog`), JSON array |
/// | `evidence` | where values were found on a page, JSON object by field; NULL when nothing says |
/// | `origin_file`, `origin_record`, `origin_offset` | where the record was read |
/// | `origin_hash` | XXH3-128 of the record's raw bytes, 32 hexadecimal digits |
/// | `extractor` | version of the rules that made the article from the record |
/// | `checksum` | of the row's other values, see ``ArticleChecksum``; NULL where other tools have written it |
/// | `extra` | fields without a column, JSON object |
/// | `standfirst` | summary between headline and text |
/// | `entity_terms` | names, aliases and one token for each entity, searchable |
/// | `cjk_terms` | pairs of characters of Chinese, Japanese and Korean text, see ``CJKTerms`` |
/// | `body` | text, paragraphs separated by blank lines; begins with the standfirst |
///
/// In an upgraded file the columns of later versions stand last; `checksum` may be missing.
///
/// `articles_fts` is the full-text index over `body`, `title`, `entity_terms` and `cjk_terms`, an
/// FTS5 table with external content and a stock tokenizer; triggers keep it equal to `articles`,
/// whoever writes. Its `rank` is bm25 with a heavier title, so that `ORDER BY rank` is good in any
/// tool.
///
/// `entities` holds the entities that occur, `mentions` how often and where: weights are tenths of a
/// mention by name (a demonym counts 7, a capital or other stand-in 3), apart for title, lead
/// (first 60 tokens of the body) and rest of the body. `positions` is a JSON array with the places of
/// the mentions in order, the first 100 of an entity in an article: `["title",start,length]` or
/// `["body",start,length]`, where start (from 1) and length count Unicode code points, as SQL's
/// `substr(body, start, length)` does. It is empty where an older version has written the row.
///
/// `gazetteer` keeps the user's changes to the built-in entities: a whole definition for each id, or
/// NULL for an entity that was removed. `ranking` holds the weights of the ranker with their
/// descriptions; whoever changes one changes how the file is searched.
///
/// `superseded` remembers versions of an article that were replaced in the import that brought
/// them, so that the same import again changes nothing. `dateline_meta` names schema, analyzer and,
/// as a digest, the gazetteer that the articles were tagged with.
///
/// `import_checkpoints` says how far an unfinished import came, one row a file: path, length and
/// time of change (nanoseconds since 1970) of the file, the options it was read with, records
/// committed or rejected, whether the file was read to its end. The rows go when the import ends.
/// `site_memory` keeps what pages and records of a source have in common, see `LineMemory`.
///
/// `field_lengths` holds what `articles_fts_docsize` says in one row, see ``FieldLengthsTable``; it may be
/// empty, out of date or missing. So may `block_maxima`, with what the articles of frequent terms score at most,
/// see ``BlockMaximaTable``, and `entity_lists`, with the weights of `mentions` in one row for each entity, see
/// ``EntityListsTable``.
enum Schema {
  /// Version of the schema, in `dateline_meta` and `PRAGMA user_version`.
  static let version = 3
  /// Oldest version that can be read, and upgraded by a writer.
  static let oldestVersion = 1
  /// Tokenizer of the full-text index; queries pass through the same one.
  static let analyzer = "porter unicode61 remove_diacritics 2"
  /// `PRAGMA application_id`: "DATL".
  static let applicationID: Int32 = 0x4441_544C

  /// FTS5 column numbers, in the order of the virtual table: body first, because hits in column 0
  /// need no column marker and the index is smaller.
  enum Column {
    static let body: Int32 = 0
    static let title: Int32 = 1
    static let entityTerms: Int32 = 2
    static let cjkTerms: Int32 = 3
  }

  /// Columns of the full-text index.
  static let searchColumns = "body, title, entity_terms, cjk_terms"
  private static let newColumns = "new.body, new.title, new.entity_terms, new.cjk_terms"
  private static let oldColumns = "old.body, old.title, old.entity_terms, old.cjk_terms"

  /// The full-text index, empty.
  static let searchTable = """
    CREATE VIRTUAL TABLE "articles_fts" USING fts5(\(searchColumns), \
    content="articles", content_rowid="id", tokenize="\(analyzer)");
    INSERT INTO articles_fts(articles_fts, rank) VALUES ('rank', 'bm25(1.0, 5.0, 2.0, 1.0)');
    """

  /// Triggers for rows that other tools insert and update.
  ///
  /// Our writer sets them aside inside its transactions: a statement that runs a trigger makes
  /// SQLite open a savepoint, at which FTS5 writes out what it has collected, row by row.
  static let rowTriggers = """
    CREATE TRIGGER articles_ai AFTER INSERT ON articles BEGIN
      INSERT INTO articles_fts(rowid, \(searchColumns)) VALUES (new.id, \(newColumns));
    END;
    CREATE TRIGGER articles_au AFTER UPDATE OF id, \(searchColumns) ON articles BEGIN
      INSERT INTO articles_fts(articles_fts, rowid, \(searchColumns))
      VALUES ('delete', old.id, \(oldColumns));
      INSERT INTO articles_fts(rowid, \(searchColumns)) VALUES (new.id, \(newColumns));
    END;
    \(ArticleChecksum.trigger)
    """

  /// Trigger for rows that are deleted, by whom ever.
  static let deleteTrigger = """
    CREATE TRIGGER articles_ad AFTER DELETE ON articles BEGIN
      INSERT INTO articles_fts(articles_fts, rowid, \(searchColumns))
      VALUES ('delete', old.id, \(oldColumns));
      DELETE FROM mentions WHERE article_id = old.id AND entity_id IN (
        SELECT entities.id FROM json_each(old.entities) JOIN entities
        ON entities.name = json_each.value);
    END;
    """

  /// Removes ``rowTriggers``, inside a transaction that restores them.
  static let dropRowTriggers = """
    DROP TRIGGER IF EXISTS articles_ai;
    DROP TRIGGER IF EXISTS articles_au;
    DROP TRIGGER IF EXISTS articles_cu;
    """

  /// Tables that help imports; new in version 2.
  static let importTables = """
    CREATE TABLE import_checkpoints (
      file TEXT PRIMARY KEY,
      size INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      options TEXT NOT NULL,
      records INTEGER NOT NULL,
      rejected INTEGER NOT NULL,
      finished INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE site_memory (
      source TEXT PRIMARY KEY,
      content BLOB NOT NULL
    );
    """

  /// Finds entities by the names in `articles.entities`; new in version 3.
  static let entityIndex = "CREATE INDEX entities_name ON entities(name);"

  /// Indexes for filters by section and language; new in version 3.
  static let nameIndexes = """
    CREATE INDEX articles_section ON articles(section);
    CREATE INDEX articles_language ON articles(language);
    """

  /// Tables that users may change; new in version 3.
  static let userTables = """
    CREATE TABLE gazetteer (
      id TEXT PRIMARY KEY,
      definition TEXT
    ) WITHOUT ROWID;
    CREATE TABLE ranking (
      name TEXT PRIMARY KEY,
      value REAL NOT NULL,
      description TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  /// What a file has that was built at one go only when its rows are complete.
  static let indexesAndRowTriggers = """
    CREATE INDEX articles_published ON articles(published);
    CREATE INDEX articles_source ON articles(source, published);
    \(nameIndexes)
    \(rowTriggers)
    """

  /// All else.
  static let tables = """
    CREATE TABLE articles (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      published TEXT,
      modified TEXT,
      source TEXT,
      section TEXT,
      language TEXT,
      author TEXT,
      url TEXT,
      image_url TEXT,
      entities TEXT NOT NULL DEFAULT '[]',
      hints TEXT NOT NULL DEFAULT '[]',
      evidence TEXT,
      origin_file TEXT,
      origin_record INTEGER,
      origin_offset INTEGER,
      origin_hash TEXT,
      extractor TEXT,
      checksum INTEGER,
      extra TEXT,
      standfirst TEXT,
      entity_terms TEXT NOT NULL DEFAULT '',
      cjk_terms TEXT NOT NULL DEFAULT '',
      body TEXT NOT NULL
    );
    CREATE TABLE entities (
      id INTEGER PRIMARY KEY,
      slug TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      name TEXT NOT NULL
    );
    \(entityIndex)
    CREATE TABLE mentions (
      entity_id INTEGER NOT NULL REFERENCES entities(id),
      article_id INTEGER NOT NULL REFERENCES articles(id),
      count INTEGER NOT NULL,
      title_weight INTEGER NOT NULL,
      lead_weight INTEGER NOT NULL,
      body_weight INTEGER NOT NULL,
      positions TEXT NOT NULL DEFAULT '[]',
      PRIMARY KEY (entity_id, article_id)
    ) WITHOUT ROWID;
    CREATE TABLE superseded (
      key TEXT NOT NULL,
      digest INTEGER NOT NULL,
      PRIMARY KEY (key, digest)
    ) WITHOUT ROWID;
    CREATE TABLE dateline_meta (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;
    \(importTables)
    \(userTables)
    \(FieldLengthsTable.schema);
    \(BlockMaximaTable.schema);
    \(EntityListsTable.schema);
    \(searchTable)
    \(deleteTrigger)
    INSERT INTO dateline_meta VALUES ('schema_version', '\(version)');
    INSERT INTO dateline_meta VALUES ('analyzer', '\(analyzer)');
    PRAGMA user_version = \(version);
    PRAGMA application_id = \(applicationID);
    """

  /// Creates the tables in an empty database, or upgrades those of an older version.
  ///
  /// Runs inside a transaction: another process sees the old schema or the new one.
  /// - Throws: ``IndexError``.
  static func prepare(_ db: Database, path: String) throws {
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
    if isEmpty {
      try create(db)
      try db.execute(sql: indexesAndRowTriggers)
    } else {
      let found = try verify(db, path: path)
      if found < version {
        try SchemaUpgrade.run(db, from: found)
      } else if try !ArticleChecksum.isKnown(db) {
        try ArticleChecksum.addColumn(db)
      }
    }
  }

  /// Creates all but ``indexesAndRowTriggers``.
  static func create(_ db: Database) throws {
    try db.execute(sql: tables)
    try RankingTable.fill(db)
  }

  /// Checks that the file is an index of a known schema and analyzer.
  /// - Returns: the version of its schema.
  /// - Throws: ``IndexError``.
  @discardableResult
  static func verify(_ db: Database, path: String) throws -> Int {
    guard try db.tableExists("dateline_meta"), try db.tableExists("articles") else {
      throw IndexError.notAnIndex(path: path)
    }
    let found = try String.fetchOne(
      db, sql: "SELECT value FROM dateline_meta WHERE key = 'schema_version'")
    guard let number = found.flatMap({ Int($0) }), number >= oldestVersion else {
      throw IndexError.notAnIndex(path: path)
    }
    // Both say it; one of them alone is enough not to touch the file.
    let newest = max(number, try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0)
    if newest > version {
      throw IndexError.newerSchema(path: path, found: newest, supported: version)
    }
    let stored = try String.fetchOne(
      db, sql: "SELECT value FROM dateline_meta WHERE key = 'analyzer'")
    if stored != analyzer {
      throw IndexError.otherAnalyzer(path: path, found: stored ?? "none", expected: analyzer)
    }
    return number
  }
}
