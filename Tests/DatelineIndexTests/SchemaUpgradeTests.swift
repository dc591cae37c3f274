import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation
import GRDB
import Testing

/// Files of schema 1 are read, and upgraded when they are written to.
@Suite struct SchemaUpgradeTests {
  private let folder: TemporaryFolder
  private let path: String

  /// The tables of schema 1 with one article, as that version wrote them.
  private static let oldFile = """
    CREATE TABLE articles (
      id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, title TEXT NOT NULL, published TEXT,
      source TEXT, section TEXT, language TEXT, author TEXT, url TEXT,
      entities TEXT NOT NULL DEFAULT '[]', origin_file TEXT, origin_record INTEGER,
      origin_offset INTEGER, extra TEXT, standfirst TEXT, entity_terms TEXT NOT NULL DEFAULT '',
      body TEXT NOT NULL
    );
    CREATE INDEX articles_published ON articles(published);
    CREATE INDEX articles_source ON articles(source, published);
    CREATE TABLE entities (
      id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL
    );
    CREATE TABLE mentions (
      entity_id INTEGER NOT NULL REFERENCES entities(id),
      article_id INTEGER NOT NULL REFERENCES articles(id),
      count INTEGER NOT NULL, title_weight INTEGER NOT NULL, lead_weight INTEGER NOT NULL,
      body_weight INTEGER NOT NULL, PRIMARY KEY (entity_id, article_id)
    ) WITHOUT ROWID;
    CREATE TABLE superseded (
      key TEXT NOT NULL, digest INTEGER NOT NULL, PRIMARY KEY (key, digest)
    ) WITHOUT ROWID;
    CREATE TABLE dateline_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE VIRTUAL TABLE "articles_fts" USING fts5(body, title, entity_terms, \
    content="articles", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2");
    INSERT INTO articles_fts(articles_fts, rank) VALUES ('rank', 'bm25(1.0, 5.0, 2.0)');
    CREATE TRIGGER articles_ad AFTER DELETE ON articles BEGIN
      INSERT INTO articles_fts(articles_fts, rowid, body, title, entity_terms)
      VALUES ('delete', old.id, old.body, old.title, old.entity_terms);
    END;
    CREATE TRIGGER articles_ai AFTER INSERT ON articles BEGIN
      INSERT INTO articles_fts(rowid, body, title, entity_terms)
      VALUES (new.id, new.body, new.title, new.entity_terms);
    END;
    CREATE TRIGGER articles_au AFTER UPDATE OF id, body, title, entity_terms ON articles BEGIN
      INSERT INTO articles_fts(articles_fts, rowid, body, title, entity_terms)
      VALUES ('delete', old.id, old.body, old.title, old.entity_terms);
      INSERT INTO articles_fts(rowid, body, title, entity_terms)
      VALUES (new.id, new.body, new.title, new.entity_terms);
    END;
    INSERT INTO dateline_meta VALUES ('schema_version', '1');
    INSERT INTO dateline_meta VALUES ('analyzer', 'porter unicode61 remove_diacritics 2');
    PRAGMA user_version = 1;
    INSERT INTO articles (key, title, published, author, origin_file, origin_record, body)
    VALUES ('old', 'Old title', '2016-05-04', 'Ada Marsh', 'dump.jsonl', 7, 'Harbour news.');
    """

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("news.db")
    try withPlainConnection(path) { try $0.execute(sql: Self.oldFile) }
  }

  private var stored: Article {
    Article(
      key: "old", title: "Old title", body: "Harbour news.", published: "2016-05-04",
      authors: ["Ada Marsh"], origin: Origin(file: "dump.jsonl", record: 7))
  }

  private func version() throws -> [String] {
    try withPlainConnection(path) { (db: Database) throws in
      try String.fetchAll(
        db,
        sql: """
          SELECT value FROM dateline_meta WHERE key = 'schema_version'
          UNION ALL SELECT user_version FROM pragma_user_version
          """)
    }
  }

  @Test func readersLeaveAnOldFileAsItIs() throws {
    let article = try #require(try IndexReader(path: path).article("old"))
    #expect(article.title == "Old title" && article.author == "Ada Marsh")
    #expect(article.origin == Origin(file: "dump.jsonl", record: 7))
    #expect(article.hints.isEmpty && article.evidence.isEmpty && article.extractor == nil)
    #expect(try IndexReader(path: path).read { try $0.siteMemory() }.isEmpty)
    #expect(try IndexReader(path: path).statistics().schema == 1)
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try version() == ["1", "1"])
  }

  @Test func writersUpgradeIt() throws {
    let writer = try IndexWriter(path: path, extractor: "9")
    #expect(try writer.write([stored]).unchanged == 1)
    var new = stored
    new.key = "new"
    new.modified = "2016-05-05"
    new.hints = [.paywall]
    #expect(try writer.write([new]).added == 1)
    try writer.save(
      [SiteMemoryRow(source: "a", content: [1, 2])],
      checkpoints: [ImportCheckpoint(file: "/f", size: 1, changed: 2, options: "o")])
    try writer.close()
    #expect(try version() == ["3", "3"])
    #expect(try IndexCheck.run(path: path).passed)
    let reader = try IndexReader(path: path)
    #expect(try reader.article("old")?.extractor == nil)
    #expect(try reader.article("new")?.hints == [.paywall])
    #expect(try reader.article("new")?.modified == "2016-05-05")
    #expect(try reader.article("new")?.extractor == "9")
    #expect(try reader.read { try $0.siteMemory() }.map(\.content) == [[1, 2]])
  }

  @Test func oldFileHasTheSameTablesAsANewOneAfterwards() throws {
    try IndexWriter(path: path).close()
    let other = folder.path("other.db")
    try IndexWriter(path: other).close()
    func columns(_ path: String) throws -> [String] {
      try withPlainConnection(path) { (db: Database) throws in
        try String.fetchAll(
          db,
          sql: """
            SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' '
              || coalesce(c.dflt_value, '')
            FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'
            ORDER BY 1
            """)
      }
    }
    #expect(try columns(path) == columns(other))
  }

  /// Both older versions: what version 2 had more is in ``SchemaUpgrade``.
  @Test(arguments: [1, 2])
  func upgradesKeepACopy(version: Int) throws {
    if version == 2 { try withPlainConnection(path) { try $0.execute(sql: Self.version2) } }
    let before = try withPlainConnection(path, Self.rows)
    let result = try IndexUpgrade.run(path: path)
    #expect(result.from == version && result.to == 3)
    #expect(result.backup == path + ".schema\(version)")
    #expect(try self.version() == ["3", "3"])
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try IndexReader(path: path).article("old")?.title == "Old title")
    let copy = try #require(result.backup)
    #expect(try withPlainConnection(copy, Self.rows) == before)
    #expect(try IndexReader(path: copy).statistics().schema == version)
    let again = try IndexUpgrade.run(path: path)
    #expect(again.from == 3 && again.backup == nil)
  }

  @Test func upgradesWithoutAPlaceForTheCopyLeaveTheFile() throws {
    let occupied = folder.path("mine.txt")
    try "mine".write(toFile: occupied, atomically: true, encoding: .utf8)
    #expect(throws: IndexError.self) { try IndexUpgrade.run(path: path, backup: occupied) }
    #expect(throws: IndexError.self) {
      try IndexUpgrade.run(path: path, backup: folder.path("none/copy.db"))
    }
    #expect(try version() == ["1", "1"])
    #expect(try String(contentsOfFile: occupied, encoding: .utf8) == "mine")
  }

  @Test func newerFilesAreRefused() throws {
    try withPlainConnection(path) {
      try $0.execute(
        sql:
          "UPDATE dateline_meta SET value = '4' WHERE key = 'schema_version'; PRAGMA user_version = 4"
      )
    }
    let expected = IndexError.newerSchema(path: path, found: 4, supported: 3)
    #expect(throws: expected) { try IndexReader(path: path) }
    #expect(throws: expected) { try IndexWriter(path: path) }
    #expect(throws: expected) { try IndexUpgrade.run(path: path) }
    #expect("\(expected)".contains("update dateline"))
  }

  private static let version2 = """
    ALTER TABLE articles ADD COLUMN modified TEXT;
    ALTER TABLE articles ADD COLUMN image_url TEXT;
    ALTER TABLE articles ADD COLUMN hints TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE articles ADD COLUMN evidence TEXT;
    ALTER TABLE articles ADD COLUMN origin_hash TEXT;
    ALTER TABLE articles ADD COLUMN extractor TEXT;
    CREATE TABLE import_checkpoints (
      file TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL, options TEXT NOT NULL,
      records INTEGER NOT NULL, rejected INTEGER NOT NULL, finished INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE site_memory (source TEXT PRIMARY KEY, content BLOB NOT NULL);
    UPDATE dateline_meta SET value = '2' WHERE key = 'schema_version';
    PRAGMA user_version = 2;
    """

  /// All rows of a file's own tables.
  @Sendable private static func rows(_ db: Database) throws -> [String] {
    try ["articles", "mentions", "dateline_meta", "articles_fts_docsize", "articles_fts_data"]
      .flatMap { table in
        try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(Array($0.databaseValues))" }
      }
  }

  @Test func failedUpgradeLeavesTheOldFile() throws {
    // A table of the same name stands in the way.
    try withPlainConnection(path) { try $0.execute(sql: "CREATE TABLE site_memory (mine)") }
    #expect(throws: IndexError.self) { try IndexWriter(path: path) }
    #expect(try version() == ["1", "1"])
    #expect(try IndexReader(path: path).article("old") != nil)
  }
}
