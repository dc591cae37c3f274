import DatelineCore
import DatelineIndex
import Foundation
import GRDB
import Testing

@Suite struct IndexFileTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("news.db")
  }

  private func makeIndex(_ articles: [Article] = [.sample("a", body: "NATO talks.")]) throws {
    let writer = try IndexWriter(path: path)
    try writer.write(articles)
    try writer.close()
  }

  @Test func missingFile() {
    #expect(throws: IndexError.notFound(path: path)) { try IndexReader(path: path) }
  }

  @Test func foreignFiles() throws {
    try Data("This is no database, just text that is long enough.".utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(throws: IndexError.notADatabase(path: path)) { try IndexReader(path: path) }
    #expect(throws: IndexError.notADatabase(path: path)) { try IndexWriter(path: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("This is no database"))
  }

  @Test func directoriesAndEmptyFiles() throws {
    let folder = (path as NSString).deletingLastPathComponent
    #expect(throws: IndexError.isDirectory(path: folder)) { try IndexReader(path: folder) }
    #expect(throws: IndexError.isDirectory(path: folder)) { try IndexWriter(path: folder) }
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: IndexError.emptyFile(path: path)) { try IndexReader(path: path) }
    try makeIndex()
    #expect(try IndexReader(path: path).statistics().articles == 1)
  }

  @Test func databaseOfSomethingElse() throws {
    try withPlainConnection(path) { try $0.execute(sql: "CREATE TABLE notes (text)") }
    #expect(throws: IndexError.notAnIndex(path: path)) { try IndexReader(path: path) }
    #expect(throws: IndexError.notAnIndex(path: path)) { try IndexWriter(path: path) }
    try withPlainConnection(path) { (db: Database) throws in
      #expect(try String.fetchAll(db, sql: "SELECT name FROM sqlite_master") == ["notes"])
    }
  }

  @Test func newerSchema() throws {
    try makeIndex()
    try withPlainConnection(path) {
      try $0.execute(sql: "UPDATE dateline_meta SET value = '99' WHERE key = 'schema_version'")
    }
    let expected = IndexError.newerSchema(path: path, found: 99, supported: 3)
    #expect(throws: expected) { try IndexReader(path: path) }
    #expect(throws: expected) { try IndexWriter(path: path) }
  }

  @Test func otherAnalyzer() throws {
    try makeIndex()
    try withPlainConnection(path) {
      try $0.execute(sql: "UPDATE dateline_meta SET value = 'trigram' WHERE key = 'analyzer'")
    }
    #expect(throws: IndexError.self) { try IndexReader(path: path) }
  }

  @Test func missingFolder() {
    #expect(throws: IndexError.self) { try IndexWriter(path: folder.path("no/such/news.db")) }
  }

  @Test func emptyFileBecomesAnIndex() throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    try makeIndex()
    #expect(try IndexReader(path: path).article("a") != nil)
  }

  @Test func searchTableIsDeclaredForOtherTools() throws {
    try makeIndex()
    try withPlainConnection(path) { (db: Database) throws in
      let sql = try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_master WHERE name = 'articles_fts'")
      #expect(sql?.contains("content=\"articles\"") == true)
      #expect(sql?.contains("tokenize=\"porter unicode61 remove_diacritics 2\"") == true)
      #expect(sql?.contains("fts5(body, title, entity_terms") == true)
      let rank = try String.fetchOne(
        db, sql: "SELECT v FROM articles_fts_config WHERE k = 'rank'")
      #expect(rank == "bm25(1.0, 5.0, 2.0, 1.0)")
    }
  }

  @Test func checkFindsAnIndexThatDiffersFromTheArticles() throws {
    try makeIndex()
    #expect(try IndexCheck.run(path: path).passed)
    try withPlainConnection(path) { (db: Database) throws in
      try db.execute(
        sql: """
          DROP TRIGGER articles_au;
          UPDATE articles SET body = 'Something else entirely.';
          """)
    }
    let check = try IndexCheck.run(path: path)
    #expect(!check.passed)
    #expect(
      check.findings.filter { !$0.passed }.map(\.check)
        == ["full-text index equals the articles", "tables and triggers"])
  }

  /// A file that somebody writes to is not damaged.
  @Test func checkOfABusyFileSaysSo() throws {
    try makeIndex()
    try withPlainConnection(path) { (db: Database) throws in
      try db.inTransaction(.immediate) {
        try db.execute(sql: "UPDATE articles SET title = 'Another' WHERE id = 1")
        #expect(throws: IndexError.busy(path: path)) {
          try IndexCheck.run(path: path, busyTimeout: 0.1)
        }
        return .commit
      }
    }
    #expect(try IndexCheck.run(path: path).passed)
  }

  @Test func checkFindsMissingRows() throws {
    try makeIndex([.sample("a"), .sample("b")])
    try withPlainConnection(path) {
      try $0.execute(sql: "DELETE FROM articles_fts_docsize WHERE id = 2")
    }
    let failed = try IndexCheck.run(path: path).findings.filter { !$0.passed }.map(\.check)
    #expect(failed.contains("counts"))
  }

  @Test func statisticsCount() throws {
    try makeIndex([
      .sample("a", title: "One two", body: "NATO met.", published: "2016-05-04", source: "Wire"),
      .sample("b", title: "Three", body: "NATO again.", published: "2017-01-01", source: "Wire"),
      .sample("c", title: "", body: "Harbour.", source: "Post"),
    ])
    let statistics = try IndexReader(path: path).statistics()
    #expect(statistics.articles == 3)
    #expect(statistics.undated == 1)
    #expect(statistics.firstPublished == "2016-05-04")
    #expect(statistics.lastPublished == "2017-01-01")
    #expect(statistics.tokens == 2 + 2 + 1 + 2 + 0 + 1)
    #expect(
      statistics.sources == [.init(name: "Wire", articles: 2), .init(name: "Post", articles: 1)])
    #expect(statistics.entities == [.init(name: "NATO", articles: 2)])
    #expect(statistics.fileBytes > 0 && statistics.indexBytes > 0)
  }
}
