import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// `IndexWriter.optimize` among imports, other tools and FTS5's own merging.
@Suite struct OptimizeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let vocabulary =
    [
      "NATO", "Kyiv", "election", "harbour", "storms", "ministers", "Germany", "rate", "cut",
      "talks",
    ] + (0..<80).map { "word\($0)" }

  private static func text(_ most: Int, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...most, using: &random)).map { _ in
      vocabulary.randomElement(using: &random) ?? ""
    }.joined(separator: " ")
  }

  private static func articles(
    _ keys: some Sequence<Int>, length: Int, _ random: inout SeededGenerator
  ) -> [Article] {
    keys.map {
      .sample("k\($0)", title: text(5, &random), body: text(length, &random))
    }
  }

  private func check(_ path: String) throws {
    try withPlainConnection(path) { db in
      for rank in 0...1 {
        try db.execute(
          sql: "INSERT INTO articles_fts(articles_fts, rank) VALUES ('integrity-check', ?)",
          arguments: [rank])
      }
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
    }
  }

  /// The lengths of fields that are kept together are those of FTS5's own table, or are not taken.
  /// - Returns: whether they are taken.
  private func hasLengths(_ path: String) throws -> Bool {
    let (kept, read) = try withPlainConnection(path) {
      (try FieldLengthsTable.read($0), try FieldLengths.reading($0))
    }
    if let kept { #expect(kept == read) }
    return kept != nil
  }

  /// Compares answers with those of an index that stock FTS5 makes of the same rows.
  private func expectEqualToStock(_ path: String, seed: UInt64, _ log: [String]) throws {
    try withPlainConnection(path) { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE temp.stock USING fts5(\(Schema.searchColumns), \
          tokenize="\(Schema.analyzer)");
          INSERT INTO stock(rowid, \(Schema.searchColumns))
          SELECT id, \(Schema.searchColumns) FROM articles ORDER BY id;
          """)
      let expected = try RandomQueries.statement(db, table: "stock")
      let found = try RandomQueries.statement(db, table: "articles_fts")
      var queries = RandomQueries(
        words: Self.vocabulary, columns: ["body", "title", "entity_terms"],
        random: SeededGenerator(seed: seed))
      for kind in RandomQueries.Class.allCases {
        var hits = 0
        for _ in 0..<100 {
          let query = queries.next(kind)
          let answer = try RandomQueries.answer(expected, query)
          hits += answer.isEmpty ? 0 : 1
          #expect(
            try RandomQueries.answer(found, query) == answer, "seed \(seed), \(log): \(query)")
        }
        #expect(hits > 20, "\(kind)")
      }
    }
  }

  @Test func amongOtherChanges() throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    var random = SeededGenerator(seed: seed)
    let path = folder.path("news.db")
    let writer = try IndexWriter(path: path)
    try writer.write(Self.articles(0..<300, length: 40, &random))
    var log: [String] = []
    var next = 300
    var (fresh, stale) = (0, 0)
    for number in 0..<24 {
      // One import that is large enough for a segment of our own, the rest at random.
      let kinds = [7: 10, 8: 0, 9: 9]
      let kind = kinds[number] ?? Int.random(in: 1...10, using: &random)
      log.append("\(kind)")
      do {
        switch kind {
        case 0:
          try writer.write(
            Self.articles(Array(next..<next + 2010) + Array(0..<20), length: 6, &random))
          next += 2010
        case 1, 2:
          let count = Int.random(in: 1...20, using: &random)
          try writer.write(Self.articles(next..<next + count, length: 40, &random))
          next += count
        case 3:
          let keys = (0..<10).map { _ in Int.random(in: 0..<next, using: &random) }
          try writer.write(Self.articles(Set(keys).sorted(), length: 40, &random))
        case 4:
          try withPlainConnection(path) { db in
            for _ in 0..<5 {
              try db.execute(
                sql: "UPDATE articles SET body = ? WHERE key = ?",
                arguments: [
                  Self.text(30, &random), "k\(Int.random(in: 0..<next, using: &random))",
                ])
            }
          }
        case 5:
          try withPlainConnection(path) { db in
            try db.execute(
              sql: "DELETE FROM articles WHERE id % 31 = ?",
              arguments: [Int.random(in: 0..<31, using: &random)])
          }
        case 10:
          // Their numbers are given again.
          try withPlainConnection(path) { db in
            try db.execute(
              sql: "DELETE FROM articles WHERE id > (SELECT max(id) FROM articles) - ?",
              arguments: [Int.random(in: 1...40, using: &random)])
          }
        case 6:
          try withPlainConnection(path) { db in
            try db.execute(
              sql: """
                INSERT INTO articles_fts(articles_fts, rank) VALUES ('usermerge', 2);
                INSERT INTO articles_fts(articles_fts, rank) VALUES ('merge', 1);
                """)
          }
        case 7: _ = try writer.optimize(usingStock: true)
        case 9:
          // Two articles change their lengths, the sum stays the same; then the index is made anew.
          try withPlainConnection(path) { db in
            let ids = try Int64.fetchAll(db, sql: "SELECT id FROM articles ORDER BY id LIMIT 2")
            for (id, body) in zip(ids, ["storms", "storms over Kyiv"]) {
              try db.execute(
                sql: "UPDATE articles SET body = ? WHERE id = ?", arguments: [body, id])
            }
            try db.execute(sql: "INSERT INTO articles_fts(articles_fts) VALUES ('optimize')")
            for (id, body) in zip(ids, ["storms over Kyiv", "storms"]) {
              try db.execute(
                sql: "UPDATE articles SET body = ? WHERE id = ?", arguments: [body, id])
            }
            try db.execute(sql: "INSERT INTO articles_fts(articles_fts) VALUES ('rebuild')")
          }
        default:
          let result = try writer.optimize()
          #expect(result.segmentsAfter == 1 || result.wasOptimal)
          #expect(try writer.optimize().wasOptimal)
        }
        try check(path)
        if try hasLengths(path) { fresh += 1 } else { stale += 1 }
      } catch {
        Issue.record("seed \(seed), \(log): \(error)")
        return
      }
    }
    try expectEqualToStock(path, seed: seed, log)
    #expect(fresh > 0 && stale > 0, "seed \(seed), \(log)")
    let result = try writer.optimize(rebuildsTables: true)
    #expect(result.segmentsAfter == 1)
    #expect(try hasLengths(path))
    try check(path)
    try expectEqualToStock(path, seed: seed, log)
    try writer.close()
    #expect(try IndexCheck.run(path: path).findings.prefix(3).allSatisfy(\.passed))
  }

  @Test func formatsOfLaterVersionsAreLeftToFTS5() throws {
    let path = folder.path("later.db")
    let writer = try IndexWriter(path: path)
    try writer.write([.sample("1")])
    try writer.write([.sample("2")])
    try writer.close()
    func segments() throws -> Int? {
      try withPlainConnection(path) {
        try SegmentWriter($0, table: "articles_fts").segmentCount()
      }
    }
    #expect(try segments() == 2)
    try withPlainConnection(path) {
      try $0.execute(sql: "UPDATE articles_fts_config SET v = 5 WHERE k = 'version'")
    }
    #expect(try segments() == nil)
  }

  @Test func filesThatAreMissing() throws {
    let path = folder.path("missing.db")
    let writer = try IndexWriter(path: path)
    #expect(throws: IndexError.notFound(path: path)) { _ = try writer.optimize() }
  }

  /// Damage leaves the file as it was.
  @Test func damagedFiles() throws {
    let path = folder.path("damaged.db")
    let writer = try IndexWriter(path: path)
    try writer.write([.sample("1")])
    try writer.write([.sample("2")])
    try withPlainConnection(path) {
      try $0.execute(
        sql: "UPDATE articles_fts_data SET block = x'00000003' WHERE id = (1 << 37) + 1")
    }
    func content() throws -> ShadowContent {
      try withPlainConnection(path) { try ShadowContent($0, "articles_fts") }
    }
    let before = try content()
    do {
      _ = try writer.optimize()
      Issue.record("no error")
    } catch {
      #expect("\(error)".contains("damaged (segment 1, page 1"))
    }
    #expect(try content() == before)
  }
}
