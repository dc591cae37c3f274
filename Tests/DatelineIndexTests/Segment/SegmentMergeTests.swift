import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// Whatever stock FTS5 and we have done to an index before, merging leaves what stock FTS5 would have
/// written had it indexed the rows that are left in one transaction: byte for byte.
@Suite struct SegmentMergeTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// An index that is changed at random, and what it should hold.
  private final class Interleaving {
    let path: String
    let pageSize: Int
    var random: SeededGenerator
    var rows: [Int64: [String]] = [:]
    var log: [String] = []
    private var nextRow: Int64 = 1

    init(path: String, seed: UInt64) throws {
      self.path = path
      random = SeededGenerator(seed: seed)
      pageSize = [64, 200, 1000, 4050].randomElement(using: &random) ?? 64
      let settings = [
        ("pgsz", pageSize), ("usermerge", 2),
        ("automerge", [0, 2, 4].randomElement(using: &random) ?? 0),
        ("crisismerge", [3, 16].randomElement(using: &random) ?? 3),
        ("hashsize", [3000, 1_000_000].randomElement(using: &random) ?? 3000),
      ]
      try withPlainConnection(path) { db in
        try SegmentFixture.create(db, pageSize: nil)
        for (name, value) in settings {
          try db.execute(sql: "INSERT INTO ft(ft, rank) VALUES (?, ?)", arguments: [name, value])
        }
      }
      log.append("\(settings)")
    }

    func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }

    static let vocabulary: [String] = (0..<400).map { rank in
      let endings = ["", "s", "ing", "ational", "ly"]
      return "w" + String(rank / 2, radix: 26) + endings[rank % endings.count]
    }

    func columns() -> [String] {
      func text(_ most: Int) -> String {
        (0..<number(0...most)).map { _ in
          let share = pow(Double.random(in: 0..<1, using: &random), 3)
          return Self.vocabulary[Int(share * Double(Self.vocabulary.count))]
        }.joined(separator: " ")
      }
      return [text(number(0...9) == 0 ? 400 : 40), text(8), text(5), text(1)]
    }

    func someRows(_ range: ClosedRange<Int>) -> [Int64] {
      Array(rows.keys.sorted().shuffled(using: &random).prefix(number(range)))
    }

    private func newRows(_ range: ClosedRange<Int>) -> [TestDocument] {
      (0..<number(range)).map { _ in
        defer { nextRow += number(0...30) == 0 ? 1 << 33 : Int64(number(1...3)) }
        return TestDocument(nextRow, columns())
      }
    }

    private func insert(_ db: Database, _ document: TestDocument) throws {
      try db.execute(
        sql: "INSERT INTO ft(rowid, a, b, c, d) VALUES (?, ?, ?, ?, ?)",
        arguments: [document.row] + StatementArguments(document.columns))
      rows[document.row] = document.columns
    }

    private func delete(_ db: Database, _ row: Int64) throws {
      try db.execute(sql: "DELETE FROM ft WHERE rowid = ?", arguments: [row])
      rows[row] = nil
    }

    private func transaction(_ body: (Database) throws -> Void) throws {
      try withPlainConnection(path) { db in
        try db.inTransaction(.immediate) {
          try body(db)
          return .commit
        }
      }
    }

    func insertSome() throws {
      let documents = newRows(1...40)
      log.append("insert \(documents.count)")
      try transaction { db in for document in documents { try insert(db, document) } }
    }

    /// One random change.
    func step() throws {
      switch number(0...10) {
      case 0...2: try insertSome()
      case 3:
        let taken = someRows(1...(number(0...5) == 0 ? 1000 : 15))
        log.append("delete \(taken.count)")
        try transaction { db in for row in taken { try delete(db, row) } }
      case 4:
        let taken = someRows(1...15)
        log.append("update \(taken.count)")
        try transaction { db in
          for row in taken {
            let columns = columns()
            try db.execute(
              sql: "UPDATE ft SET a = ?, b = ?, c = ?, d = ? WHERE rowid = ?",
              arguments: StatementArguments(columns) + [row])
            rows[row] = columns
          }
        }
      case 5:
        let taken = someRows(1...10)
        log.append("delete and insert \(taken.count)")
        try transaction { db in
          for row in taken {
            let old = rows[row] ?? []
            try delete(db, row)
            // Some words stay, so that there are entries that delete and insert.
            try insert(db, TestDocument(row, Array(old.prefix(1)) + columns().dropFirst()))
          }
        }
      case 6, 7:
        let pages = number(1...12) * (number(0...3) == 0 ? -1 : 1)
        log.append("merge \(pages)")
        try withPlainConnection(path) {
          try $0.execute(sql: "INSERT INTO ft(ft, rank) VALUES ('merge', ?)", arguments: [pages])
        }
      case 8:
        log.append("optimize")
        try withPlainConnection(path) {
          try $0.execute(sql: "INSERT INTO ft(ft) VALUES ('optimize')")
        }
      case 9:
        let documents = newRows(number(0...1) == 0 ? 1...3 : 1...80)
        log.append("append \(documents.count)")
        try transaction { db in
          for document in documents {
            try db.execute(
              sql: "INSERT INTO ft_content(id, c0, c1, c2, c3) VALUES (?, ?, ?, ?, ?)",
              arguments: [document.row] + StatementArguments(document.columns))
            rows[document.row] = document.columns
          }
          try SegmentFixture.write(db, documents, workers: 2, spill: 9)
        }
      default: try mergeAll()
      }
      try check()
    }

    func mergeAll() throws {
      log.append("merge all")
      let hasNoWords = rows.values.allSatisfy { $0.allSatisfy(\.isEmpty) }
      #expect(try SegmentFixture.merge(path) == (hasNoWords ? 0 : 1))
    }

    func check() throws {
      try withPlainConnection(path) { db in
        try db.execute(sql: "INSERT INTO ft(ft) VALUES ('integrity-check')")
        try db.execute(sql: "INSERT INTO ft(ft, rank) VALUES ('integrity-check', 1)")
      }
    }

    var documents: [TestDocument] {
      rows.sorted { $0.key < $1.key }.map { TestDocument($0.key, $0.value) }
    }
  }

  @Test func asIndexedAnewAfterRandomChanges() throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    for round in 0..<6 {
      let index = try Interleaving(path: folder.path("\(round)"), seed: seed + UInt64(round))
      let stockPath = folder.path("\(round)-stock")
      do {
        for _ in 0..<25 { try index.step() }
        // Enough to ask for, should the last step have deleted nearly all.
        while index.rows.count < 80 { try index.insertSome() }
        let stock = try SegmentFixture.stock(stockPath, index.documents, pageSize: index.pageSize)
        var queries = RandomQueries(
          words: Interleaving.vocabulary, columns: ["a", "b", "c", "d"],
          random: SeededGenerator(seed: seed))
        queries.nearWords = Array(Interleaving.vocabulary.dropFirst(20))
        let texts = RandomQueries.Class.allCases.flatMap { kind in
          (0..<170).map { _ in queries.next(kind) }
        }
        try expectEqualAnswers(index.path, stockPath, texts, "before, seed \(seed), round \(round)")
        try index.mergeAll()
        try index.check()
        let merged = try withPlainConnection(index.path) { try ShadowContent($0, "ft") }
        let difference = merged.difference(from: stock)
        #expect(
          difference == nil,
          "seed \(seed), round \(round): \(index.log.joined(separator: "; ")): \(difference ?? "")")
        try expectEqualAnswers(index.path, stockPath, texts, "after, seed \(seed), round \(round)")
        try index.step()
      } catch {
        Issue.record(
          "seed \(seed), round \(round): \(index.log.joined(separator: "; ")): \(error)")
      }
    }
  }

  private func expectEqualAnswers(
    _ path: String, _ other: String, _ queries: [String], _ name: String
  ) throws {
    let expected = try answers(other, queries)
    let found = try answers(path, queries)
    let different = queries.indices.filter { found[$0] != expected[$0] }
    #expect(
      different.isEmpty,
      "\(name): \(different.count) queries, first \(different.first.map { queries[$0] } ?? "")")
    // The queries say something.
    #expect(expected.filter { $0.contains(" ") }.count > queries.count / 8)
  }

  private func answers(_ path: String, _ queries: [String]) throws -> [String] {
    try withPlainConnection(path) { db in
      let statement = try RandomQueries.statement(db, table: "ft")
      return try queries.map { try RandomQueries.answer(statement, $0) }
    }
  }

  /// Entries that stock FTS5 itself leaves for good.
  @Test func keepsNothingOfDeletedRows() throws {
    let path = folder.path("deleted")
    try withPlainConnection(path) { db in
      try SegmentFixture.create(db, pageSize: 64)
      for row in 1...50 {
        try db.execute(
          sql: "INSERT INTO ft(rowid, a) VALUES (?, 'storm harbour')", arguments: [row])
      }
      for row in 1...50 {
        try db.execute(sql: "DELETE FROM ft WHERE rowid = ?", arguments: [row])
      }
    }
    #expect(try SegmentFixture.merge(path) == 0)
    try withPlainConnection(path) { db in
      #expect(try ShadowContent(db, "ft").pages == [])
      #expect(try ShadowContent(db, "ft").index == [])
      try db.execute(sql: "INSERT INTO ft(ft) VALUES ('integrity-check')")
      try db.execute(sql: "INSERT INTO ft(rowid, a) VALUES (7, 'storm')")
      #expect(try Int.fetchAll(db, sql: "SELECT rowid FROM ft('storm')") == [7])
    }
  }

  /// A doclist that is handed on in several pieces, and position lists over many pages.
  @Test(arguments: [512, 4050])
  func longDoclists(pageSize: Int) throws {
    let documents = (0..<9000).map { number in
      let row = Int64(number) * (number % 700 == 0 ? 1 << 30 : 7)
      return TestDocument(
        row, [String(repeating: "x y ", count: number % 2500 < 3 ? 3000 : 30) + "z"])
    }.sorted { $0.row < $1.row }
    let stock = try SegmentFixture.stock(
      folder.path("long-stock"), documents, pageSize: pageSize)
    let path = folder.path("long")
    try withPlainConnection(path) { db in
      try SegmentFixture.create(db, pageSize: pageSize)
      for part in 0..<3 {
        try db.inTransaction {
          for document in documents where document.row % 3 == part {
            try db.execute(
              sql: "INSERT INTO ft(rowid, a) VALUES (?, ?)",
              arguments: [document.row, document.columns[0]])
          }
          return .commit
        }
      }
    }
    #expect(try SegmentFixture.merge(path) == 1)
    let merged = try withPlainConnection(path) { try ShadowContent($0, "ft") }
    let difference = merged.difference(from: stock)
    #expect(difference == nil, "\(difference ?? "")")
    // What is written takes the place of what was read: the file does not hold the index twice.
    let (free, all) = try withPlainConnection(path) {
      (
        try Int.fetchOne($0, sql: "PRAGMA freelist_count") ?? 0,
        try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0
      )
    }
    #expect(free * 5 < all, "\(free) of \(all) pages are free")
  }
}
