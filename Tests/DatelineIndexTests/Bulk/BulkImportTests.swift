import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// A new file built at one go, a large batch for a file that is there, and small batches through FTS5
/// leave the same.
@Suite struct BulkImportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Enough for a large batch.
  private static let count = 2_600

  /// Articles with entities; some keys come twice, the second time with another text.
  private static func articles(from start: Int = 0, count: Int = count) -> [Article] {
    (start..<start + count).map { number in
      let key = number % 400 == 399 ? "k\(number - 350)" : "k\(number)"
      return .sample(
        key, title: "Storm \(number) nears Berlin",
        body: """
          NATO and Russia met on day \(number % 97). \(number % 5 == 0 ? "The harbour of Kyiv was shut." : "")
          Word\(number * number % 1009) runs, running and ran. 東京大学\(number)
          """, published: "2016-01-\(number % 28 + 10)", source: "wire \(number % 7)")
    }
  }

  /// All that can be seen of a file, order of internal numbers aside.
  private func content(_ path: String) throws -> [String] {
    try withPlainConnection(path) { db in
      var lines: [String] = []
      for sql in [
        "SELECT * FROM articles ORDER BY id", "SELECT * FROM superseded ORDER BY key, digest",
        "SELECT id, hex(sz) FROM articles_fts_docsize ORDER BY id",
        "SELECT hex(block) FROM articles_fts_data WHERE id = 1",
        """
        SELECT slug, article_id, count, title_weight, lead_weight, body_weight, positions
        FROM mentions JOIN entities ON entities.id = entity_id ORDER BY slug, article_id
        """,
        "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY name",
        "SELECT * FROM dateline_meta ORDER BY key",
      ] {
        lines += try Row.fetchAll(db, sql: sql).map { "\($0)" }
      }
      for query in [
        "storm", "nato", "\"the harbour\"", "body: ran", "word1*", "NEAR(nato day)",
        "entity_terms: russia NOT harbour", "京大", "title: berlin AND body: kyiv",
      ] {
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT rowid, bm25(articles_fts) FROM articles_fts WHERE articles_fts MATCH ?
            ORDER BY rowid
            """, arguments: [query])
        #expect(!rows.isEmpty, "\(query)")
        lines += rows.map { "\(query): \($0)" }
      }
      return lines
    }
  }

  private func expectSameContent(
    _ path: String, _ other: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (left, right) = (try content(path), try content(other))
    let place = zip(left, right).first { $0 != $1 }
    #expect(
      left == right, "\(left.count) and \(right.count) lines; \(place.map { "\($0)" } ?? "")",
      sourceLocation: sourceLocation)
    for path in [path, other] {
      #expect(try IndexCheck.run(path: path).passed, sourceLocation: sourceLocation)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        .allSatisfy { $0.hasSuffix(".db") }, sourceLocation: sourceLocation)
  }

  private func segments(_ path: String) throws -> Int {
    try withPlainConnection(path) {
      try Int.fetchOne($0, sql: "SELECT count(DISTINCT segid) FROM articles_fts_idx") ?? 0
    }
  }

  /// Small batches: FTS5 itself. One writer, so that versions of a key belong to one import.
  private func writeThroughStock(
    _ batches: [[Article]], _ path: String
  ) throws -> IndexWriter.Outcome {
    let writer = try IndexWriter(path: path)
    var outcome = IndexWriter.Outcome()
    for batch in batches { outcome += try writer.write(batch) }
    try writer.close()
    return outcome
  }

  private func writeAtOnce(
    _ articles: [Article], _ path: String, options: IndexWriter.Options = .init()
  ) throws -> IndexWriter.Outcome {
    let writer = try IndexWriter(path: path, options: options)
    let outcome = try writer.write(articles)
    try writer.close()
    return outcome
  }

  @Test func newFileEqualsStock() throws {
    let articles = Self.articles()
    _ = FileManager.default.createFile(atPath: folder.path("stock.db"), contents: nil)
    let stock = try writeThroughStock(
      stride(from: 0, to: articles.count, by: 700).map { Array(articles[$0...].prefix(700)) },
      folder.path("stock.db"))
    let built = try writeAtOnce(articles, folder.path("built.db"))
    #expect(built == stock && built.replaced > 0, "\(built)")
    #expect(try segments(folder.path("built.db")) == 2)
    try expectSameContent(folder.path("built.db"), folder.path("stock.db"))
  }

  /// Articles without a row of their own, before and behind those that are new.
  @Test(arguments: [true, false])
  func oldArticlesBeforeAndBehindNewOnes(areEqual: Bool) throws {
    let old = Self.articles(count: 40)
    var batch = Self.articles(from: 0, count: 20) + Self.articles(from: 1_000) + old[20...]
    if !areEqual {
      for number in batch.indices { batch[number].title += " again" }
    }
    for path in ["stock.db", "bulk.db"] {
      _ = try writeAtOnce(old, folder.path(path))
    }
    let stock = try writeThroughStock(
      stride(from: 0, to: batch.count, by: 700).map { Array(batch[$0...].prefix(700)) },
      folder.path("stock.db"))
    let bulk = try writeAtOnce(batch, folder.path("bulk.db"))
    #expect(bulk == stock, "\(bulk)")
    try expectSameContent(folder.path("bulk.db"), folder.path("stock.db"))
  }

  @Test func largeBatchForAFileThatIsThereEqualsStock() throws {
    let old = Self.articles(count: 300)
    // New ones, some of which replace old ones, and some each other.
    var batch = Self.articles(from: 200)
    for number in 0..<50 { batch[number * 7].title += " again" }
    for path in ["stock.db", "bulk.db"] {
      _ = FileManager.default.createFile(atPath: folder.path(path), contents: nil)
      _ = try writeThroughStock([old], folder.path(path))
    }
    let stock = try writeThroughStock(
      stride(from: 0, to: batch.count, by: 700).map { Array(batch[$0...].prefix(700)) },
      folder.path("stock.db"))
    let bulk = try writeAtOnce(batch, folder.path("bulk.db"))
    #expect(bulk == stock && bulk.replaced > 10 && bulk.unchanged > 10, "\(bulk)")
    try expectSameContent(folder.path("bulk.db"), folder.path("stock.db"))
    // Stock tools go on writing, and so do we.
    for path in ["stock.db", "bulk.db"] {
      try withPlainConnection(folder.path(path)) { db in
        try db.execute(
          sql: """
            DELETE FROM articles WHERE id % 9 = 4;
            UPDATE articles SET body = body || ' harbour of Kyiv' WHERE id % 11 = 3;
            INSERT INTO articles(key, title, body) VALUES ('sql', 'Storm in Berlin', 'Kyiv ran');
            """)
      }
      _ = try writeAtOnce([.sample("after", body: "NATO after SQL")], folder.path(path))
    }
    let later = Self.articles(from: 4_000)
    _ = try writeThroughStock(
      stride(from: 0, to: later.count, by: 700).map { Array(later[$0...].prefix(700)) },
      folder.path("stock.db"))
    _ = try writeAtOnce(later, folder.path("bulk.db"))
    try expectSameContent(folder.path("bulk.db"), folder.path("stock.db"))
    for path in ["stock.db", "bulk.db"] {
      try withPlainConnection(folder.path(path)) { db in
        try db.execute(sql: "INSERT INTO articles_fts(articles_fts) VALUES ('optimize')")
      }
    }
    try expectSameContent(folder.path("bulk.db"), folder.path("stock.db"))
  }

  @Test func bytesDoNotDependOnThreadsAndMemory() throws {
    let articles = Self.articles(count: 1_500)
    var files: Set<Data> = []
    for (number, options) in [
      IndexWriter.Options(workers: 1), .init(workers: 5), .init(workers: 2, memory: 1),
    ].enumerated() {
      let path = folder.path("\(number).db")
      _ = try writeAtOnce(articles, path, options: options)
      files.insert(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    #expect(files.count == 1)
  }

  @Test func numbersOutOfOrderAreIndexedToo() throws {
    let path = folder.path("a.db")
    _ = try writeAtOnce([.sample("first", body: "NATO")], path)
    // Behind the greatest number SQLite takes any free one.
    try withPlainConnection(path) {
      try $0.execute(
        sql: "PRAGMA foreign_keys = OFF; UPDATE articles SET id = \(Int64.max - 1000)")
      try $0.execute(sql: "UPDATE mentions SET article_id = \(Int64.max - 1000)")
    }
    let outcome = try writeAtOnce(Self.articles(), path)
    #expect(outcome.added > 2_500)
    #expect(try IndexCheck.run(path: path).passed)
    let reader = try IndexReader(path: path)
    #expect(try reader.read { try $0.fieldLengths().count } == outcome.added + 1)
  }

  @Test func cancelledWriteLeavesNothing() throws {
    let path = folder.path("a.db")
    let writer = try IndexWriter(path: path)
    var asked = 0
    #expect(throws: IndexError.cancelled(path: path)) {
      try writer.write(Self.articles()) {
        asked += 1
        return asked > 3
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    try writer.write([.sample("a")])
    #expect(throws: IndexError.cancelled(path: path)) {
      try writer.write(Self.articles()) { true }
    }
    // In the middle of a large one, and by the task.
    asked = 0
    #expect(throws: IndexError.cancelled(path: path)) {
      try writer.write(Self.articles()) {
        asked += 1
        return asked > 15
      }
    }
    #expect(asked == 16)
    try writer.close()
    #expect(try IndexReader(path: path).article("k1") == nil)
    #expect(try IndexCheck.run(path: path).passed)
  }

  @Test func cancelledTaskLeavesNothing() async throws {
    let path = folder.path("task.db")
    let task = Task.detached {
      let writer = try IndexWriter(path: path)
      // Ends with the task alone.
      let endless = sequence(first: 0) { $0 + 1 }.lazy.map { Article.sample("n\($0)") }
      try writer.write(endless)
    }
    task.cancel()
    await #expect(throws: IndexError.cancelled(path: path)) { try await task.value }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func sequencesAreReadAsTheyAreWritten() throws {
    // An endless sequence that is cut by its consumer's limit, made as it is read.
    let articles = sequence(first: 0) { $0 + 1 }.lazy.prefix(3_000).map {
      Article.sample("n\($0)", body: "NATO \($0)")
    }
    let path = folder.path("a.db")
    let writer = try IndexWriter(path: path)
    #expect(try writer.write(articles).added == 3_000)
    try writer.close()
    #expect(try IndexCheck.run(path: path).passed)
  }

  /// SQLite gives the numbers of the last rows again when these were deleted; FTS5's entries that take them back
  /// must not count for the new ones.
  @Test(arguments: [
    ["DELETE FROM articles WHERE id = (SELECT max(id) FROM articles)"],
    ["DELETE FROM articles"],
    ["DELETE FROM articles WHERE id > 400"],
    [
      "UPDATE articles SET id = 9000 WHERE id = 700",
      "UPDATE articles SET id = 700 WHERE id = 9000",
    ],
    [
      "INSERT INTO articles (id, key, title, body) VALUES (3000, 'high', 'Storm', 'Harbour')",
      "DELETE FROM articles WHERE id = 3000",
    ],
    [
      "INSERT INTO articles_fts(articles_fts, rank) VALUES ('automerge', 2), ('crisismerge', 2)",
      "DELETE FROM articles WHERE id % 5 = 0", "DELETE FROM articles WHERE id > 2000",
      "INSERT INTO articles_fts(articles_fts, rank) VALUES ('merge', 20)",
    ],
  ])
  func numbersThatAreGivenAgain(statements: [String]) throws {
    let path = folder.path("again.db")
    let writer = try IndexWriter(path: path)
    try writer.write(Self.articles())
    try withPlainConnection(path) { db in
      // As in sqlite3, which does not ask about mentions.
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      for statement in statements { try db.execute(sql: statement) }
    }
    try writer.write(Self.articles(from: 10_000, count: 2_200))
    func expectComplete(_ when: String) throws {
      let (articles, hits) = try withPlainConnection(path) { db in
        (
          try Int.fetchOne(db, sql: "SELECT count(*) FROM articles"),
          try Int.fetchOne(
            db, sql: "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'storm'")
        )
      }
      #expect(articles == hits, "\(when)")
      #expect(try IndexCheck.run(path: path).findings.prefix(3).allSatisfy(\.passed), "\(when)")
    }
    try expectComplete("imported")
    // Small imports and merges of FTS5 go on.
    try writer.write(Self.articles(from: 20_000, count: 30))
    try withPlainConnection(path) {
      try $0.execute(sql: "INSERT INTO articles_fts(articles_fts, rank) VALUES ('merge', 500)")
    }
    try expectComplete("merged")
    _ = try writer.optimize()
    try writer.close()
    try expectComplete("optimized")
  }

  @Test(
    "Slow imports are committed by the minute, fast ones by the gigabyte",
    arguments: [
      (50, 59, 0, false), (50, 60, 0, true), (200, 60, 0, true), (220, 60, 0, false),
      (900, 200, 0, false), (900, 300, 0, true), (1_100, 10, 0, true), (50, 60, 4, false),
      (50, 80, 4, true),
    ])
  func commitsAreDue(megabytes: Int, seconds: Int, lastCommit: Int, isDue: Bool) {
    #expect(
      ArticleImport.isDue(
        textBytes: megabytes << 20, after: .seconds(seconds), interval: .seconds(60),
        lastCommit: .seconds(lastCommit)) == isDue)
  }
}
