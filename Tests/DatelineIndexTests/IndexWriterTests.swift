import DatelineCore
import DatelineIndex
import Foundation
import GRDB
import Testing

@Suite struct IndexWriterTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("news.db")
  }

  private func write(_ articles: [Article]) throws -> IndexWriter.Outcome {
    let writer = try IndexWriter(path: path)
    let outcome = try writer.write(articles)
    try writer.close()
    #expect(try IndexCheck.run(path: path).passed)
    return outcome
  }

  private func outcome(added: Int = 0, replaced: Int = 0, unchanged: Int = 0) -> IndexWriter.Outcome
  {
    var outcome = IndexWriter.Outcome()
    outcome.added = added
    outcome.replaced = replaced
    outcome.unchanged = unchanged
    return outcome
  }

  private func ids(matching expression: String) throws -> [Int64] {
    try withPlainConnection(path) { (db: Database) throws in
      try Int64.fetchAll(
        db, sql: "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid",
        arguments: [expression])
    }
  }

  @Test func addsLeavesAloneAndReplaces() throws {
    let first = Article.sample("a", title: "Ships leave", body: "The harbour is empty.")
    let second = Article.sample("b", title: "NATO meets", body: "Talks in Brussels.")
    #expect(try write([first, second]) == outcome(added: 2))
    #expect(try write([first, second]) == outcome(unchanged: 2))
    var changed = first
    changed.body = "The harbour is full."
    #expect(try write([changed, second]) == outcome(replaced: 1, unchanged: 1))
    #expect(try ids(matching: "empty") == [])
    #expect(try ids(matching: "full") == [1])
    #expect(try IndexReader(path: path).article("a")?.body == "The harbour is full.")
  }

  @Test func sameImportTwiceChangesNothingThoughItHoldsTwoVersions() throws {
    let old = Article.sample("a", body: "Version one.")
    let new = Article.sample("a", body: "Version two.")
    #expect(try write([old, new]) == outcome(added: 1, replaced: 1))
    #expect(try write([old, new]) == outcome(unchanged: 2))
    #expect(try IndexReader(path: path).article("a")?.body == "Version two.")
  }

  @Test func laterImportMayBringAnOldVersionBack() throws {
    let one = Article.sample("a", body: "Version one.")
    let two = Article.sample("a", body: "Version two.")
    _ = try write([one])
    #expect(try write([two]) == outcome(replaced: 1))
    #expect(try write([one]) == outcome(replaced: 1))
    #expect(try IndexReader(path: path).article("a")?.body == "Version one.")
  }

  @Test func placeOfARecordIsNoChange() throws {
    var article = Article.sample("a")
    _ = try write([article])
    article.origin = Origin(file: "elsewhere", record: 7, offset: 99)
    #expect(try write([article]) == outcome(unchanged: 1))
  }

  @Test func tagsEntitiesInJSONTermsAndMentions() throws {
    _ = try write([
      Article.sample("a", title: "NATO warns Russia", body: "The Kremlin answered NATO.")
    ])
    try withPlainConnection(path) { (db: Database) throws in
      #expect(
        try String.fetchAll(
          db, sql: "SELECT value FROM articles, json_each(entities) ORDER BY value")
          == ["NATO", "Russia"])
      #expect(
        try Int.fetchOne(
          db,
          sql: """
            SELECT count FROM mentions JOIN entities ON entities.id = entity_id
            WHERE slug = 'nato'
            """) == 2)
    }
    #expect(try ids(matching: "entity_terms:e0russia0") == [1])
    #expect(try ids(matching: "entity_terms:\"north atlantic treaty organization\"") == [1])
  }

  @Test func replacingAnArticleReplacesItsMentions() throws {
    _ = try write([Article.sample("a", body: "NATO and Russia.")])
    _ = try write([Article.sample("a", body: "Only Russia.")])
    try withPlainConnection(path) { (db: Database) throws in
      #expect(
        try String.fetchAll(
          db,
          sql: "SELECT slug FROM mentions JOIN entities ON entities.id = entity_id") == ["russia"])
    }
  }

  @Test func otherToolsMayDeleteAndUpdate() throws {
    _ = try write([
      Article.sample("a", body: "NATO talks."), Article.sample("b", body: "Harbour news."),
    ])
    try withPlainConnection(path) { (db: Database) throws in
      try db.execute(sql: "DELETE FROM articles WHERE key = 'a'")
      try db.execute(sql: "UPDATE articles SET body = 'Airport news.' WHERE key = 'b'")
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM mentions") == 0)
    }
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try ids(matching: "nato OR harbour") == [])
    #expect(try ids(matching: "airport") == [2])
  }

  @Test func failedBatchLeavesNothing() throws {
    let writer = try IndexWriter(path: path, options: .init(busyTimeout: 0.1))
    try writer.write([Article.sample("a")])
    let blocker = try DatabaseQueue(path: path)
    try blocker.writeWithoutTransaction { (db: Database) throws in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: IndexError.busy(path: path)) {
        try writer.write([Article.sample("b", body: "NATO")])
      }
      try db.execute(sql: "ROLLBACK")
    }
    try writer.write([Article.sample("c", body: "NATO")])
    try writer.close()
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try IndexReader(path: path).article("b") == nil)
    #expect(try ids(matching: "nato") == [2])
  }

  @Test func readersSeeASnapshotWhileOthersWrite() throws {
    let writer = try IndexWriter(path: path)
    try writer.write([Article.sample("a")])
    let reader = try IndexReader(path: path)
    try reader.read { (snapshot: IndexSnapshot) throws in
      #expect(try snapshot.fieldLengths().count == 1)
      _ = try? writer.write([Article.sample("b")])
      #expect(try snapshot.fieldLengths().count == 1)
    }
    let count = try reader.read { try $0.fieldLengths().count }
    #expect(count == 2)
  }

  @Test func closingLeavesOnePlainFile() throws {
    _ = try write([Article.sample("a")])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["news.db"])
  }

  @Test func standfirstIsSearchedAndKeptApart() throws {
    var article = Article.sample("a", body: "The text.")
    article.standfirst = "A summary about tariffs"
    _ = try write([article])
    let stored = try #require(try IndexReader(path: path).article("a"))
    #expect(stored.standfirst == "A summary about tariffs")
    #expect(stored.body == "A summary about tariffs\n\nThe text.")
    #expect(try ids(matching: "tariff") == [1])
  }
}
