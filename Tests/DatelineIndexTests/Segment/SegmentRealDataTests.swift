import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// What made-up texts do not show: the words, lengths and characters of real news.
@Suite(
  .enabled(if: RealArticles.folder != nil, "set DATELINE_DATA to run"),
  .enabled(if: RealArticles.hasZstd, "needs the zstd program"))
struct SegmentRealDataTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func check(_ path: String) throws {
    try withPlainConnection(path) { db in
      for rank in 0...1 {
        try db.execute(
          sql: "INSERT INTO ft(ft, rank) VALUES ('integrity-check', ?)", arguments: [rank])
      }
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
    }
  }

  /// Stock writes one flush: its hash table takes all (``SegmentFixture/create(_:pageSize:)``).
  @Test(arguments: RealArticles.dumps, [1, 2])
  func sameBytesAsStock(dump: String, workers: Int) throws {
    let documents = try RealArticles.documents(dump, count: 2000)
    let stock = try SegmentFixture.stock(folder.path("stock"), documents, pageSize: nil)
    #expect(stock.pages.count > 500)
    for spill in [nil, 300] {
      let path = folder.path("ours-\(spill ?? 0)")
      let ours = try SegmentFixture.ours(
        path, documents, pageSize: nil, workers: workers, spill: spill)
      let difference = ours.difference(from: stock)
      #expect(difference == nil, "spill \(spill ?? 0): \(difference ?? "")")
      try check(path)
    }
  }

  /// An index of ours answers as one that stock FTS5 has made of the same articles, also when others and
  /// we have changed it.
  @Test(arguments: RealArticles.dumps)
  func sameAnswersAsStock(dump: String) throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    let all = try RealArticles.documents(dump, count: 360)
    var documents = Array(all[..<200])
    var queries = RandomQueries(
      words: RealArticles.words(all, most: 20_000), columns: ["a", "b", "c", "d"],
      random: SeededGenerator(seed: seed))
    queries.nearWords = queries.words.filter(RealArticles.isSeldomRepeated(all))
    let texts = RandomQueries.Class.allCases.map { kind in
      (0..<1000).map { _ in queries.next(kind) }
    }
    let path = folder.path("ours")
    _ = try SegmentFixture.ours(path, documents, pageSize: nil, workers: 2, spill: 60)
    try compare(path, documents, texts, "built, seed \(seed)")
    try change(path, &documents, with: Array(all[200..<280]))
    try compare(path, documents, texts, "changed, seed \(seed)")
    documents += all[280...]
    try append(Array(all[280...]), to: path)
    try compare(path, documents, texts, "appended, seed \(seed)")
  }

  /// Inserts, deletes, updates, merges and optimizes through stock FTS5.
  private func change(
    _ path: String, _ documents: inout [TestDocument], with others: [TestDocument]
  ) throws {
    try withPlainConnection(path) { db in
      let insert = try db.makeStatement(
        sql: "INSERT INTO ft(rowid, a, b, c, d) VALUES (?, ?, ?, ?, ?)")
      for (number, document) in others[..<40].enumerated() {
        if number == 30 {
          try db.execute(
            sql: """
              INSERT INTO ft(ft, rank) VALUES ('usermerge', 2);
              INSERT INTO ft(ft, rank) VALUES ('merge', 20);
              """)
        }
        try insert.execute(arguments: [document.row] + StatementArguments(document.columns))
      }
      documents += others[..<40]
      try db.execute(sql: "DELETE FROM ft WHERE rowid % 7 = 3")
      documents.removeAll { $0.row % 7 == 3 }
      try db.execute(sql: "INSERT INTO ft(ft) VALUES ('optimize')")
      for (number, other) in others[40...].enumerated() {
        documents[number * 4].columns = other.columns
        try db.execute(
          sql: "UPDATE ft SET a = ?, b = ?, c = ?, d = ? WHERE rowid = ?",
          arguments: StatementArguments(other.columns) + [documents[number * 4].row])
      }
      try db.execute(sql: "INSERT INTO ft(ft, rank) VALUES ('merge', -30)")
    }
  }

  private func append(_ documents: [TestDocument], to path: String) throws {
    try withPlainConnection(path) { db in
      try db.inTransaction {
        let insert = try db.makeStatement(
          sql: "INSERT INTO ft_content(id, c0, c1, c2, c3) VALUES (?, ?, ?, ?, ?)")
        for document in documents {
          try insert.execute(arguments: [document.row] + StatementArguments(document.columns))
        }
        try SegmentFixture.write(db, documents, workers: 2, spill: 35)
        return .commit
      }
    }
  }

  private func compare(
    _ path: String, _ documents: [TestDocument], _ queries: [[String]], _ name: String
  ) throws {
    try check(path)
    let stockPath = folder.path("stock \(name)")
    _ = try SegmentFixture.stock(stockPath, documents, pageSize: nil)
    for texts in queries {
      let expected = try answers(stockPath, texts)
      let found = try answers(path, texts)
      let place = texts.indices.first { found[$0] != expected[$0] }
      if let place {
        let hits = zip(expected[place].split(separator: " "), found[place].split(separator: " "))
        Issue.record(
          "\(name): \(texts[place]): \(hits.first { $0 != $1 }.map { "\($0)" } ?? "other hits")")
      }
      #expect(expected.filter { !$0.isEmpty }.count > texts.count / 8)
    }
  }

  private func answers(_ path: String, _ queries: [String]) throws -> [String] {
    try withPlainConnection(path) { db in
      let statement = try RandomQueries.statement(db, table: "ft")
      return try queries.map { try RandomQueries.answer(statement, $0) }
    }
  }
}
