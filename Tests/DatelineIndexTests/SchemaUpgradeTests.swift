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

  /// The files of older versions are kept as SQL: of version 1 the tables and an article, of version 2 what it had more.
  private static func schema(_ version: Int) throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: tests.appendingPathComponent("schemas/version\(version).sql"), encoding: .utf8)
  }

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("news.db")
    try withPlainConnection(path) { try $0.execute(sql: Self.schema(1)) }
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
    let copy = path + ".schema1"
    #expect(writer.upgrade?.from == 1 && writer.upgrade?.backup == copy)
    #expect(try IndexReader(path: copy).statistics().schema == 1)
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
    let unknown = try withPlainConnection(path) {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM articles WHERE checksum IS NULL")
    }
    #expect(unknown == 0)
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
    if version == 2 { try withPlainConnection(path) { try $0.execute(sql: Self.schema(2)) } }
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

  /// Killed behind the copy and ahead of the upgrade, it goes on; a file that is not the copy stays in its way.
  @Test func upgradesThatWereBrokenOffGoOn() throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let copy = try #require(try IndexUpgrade.run(path: path).backup)
    let copied = try Data(contentsOf: URL(fileURLWithPath: copy))
    try before.write(to: URL(fileURLWithPath: path))
    // What is done first when it is opened for writing.
    try withPlainConnection(path) { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    #expect(try IndexUpgrade.run(path: path).backup == copy)
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == copied)
    #expect(try IndexCheck.run(path: path).passed)
    try before.write(to: URL(fileURLWithPath: path))
    try withPlainConnection(path) { try $0.execute(sql: "UPDATE articles SET title = 'Later'") }
    #expect(throws: IndexError.self) { try IndexUpgrade.run(path: path) }
    #expect(try version() == ["1", "1"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == copied)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: (path as NSString).deletingLastPathComponent)
    #expect(names.allSatisfy { !$0.hasSuffix("-building") }, "\(names)")
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
    #expect(!FileManager.default.fileExists(atPath: path + ".schema1"))
  }
}
