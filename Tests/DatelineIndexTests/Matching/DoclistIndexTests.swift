import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// Rows of long doclists are found by FTS5's index of their pages.
@Suite struct DoclistIndexTests {
  private let folder: TemporaryFolder
  /// Rows that have the word "all"; all others have none.
  private static let rows: [Int64] = (0..<4000).map { 9 * $0 + $0 * $0 % 7 + 1 }

  init() throws { folder = try TemporaryFolder() }

  /// - Parameter pageSize: of 64 bytes, the index has pages of several levels.
  private func index(pageSize: Int) throws -> String {
    let path = folder.path("long-\(pageSize).db")
    try withPlainConnection(path) { db in
      try SegmentFixture.create(db, pageSize: pageSize)
      try db.inTransaction {
        for row in Self.rows {
          // Some have lists of positions over several pages.
          let text = String(repeating: "all ", count: row % 500 == 0 ? 300 : 1 + Int(row % 3))
          try db.execute(
            sql: "INSERT INTO ft(rowid, a, b) VALUES (?, ?, 'end')", arguments: [row, text])
        }
        return .commit
      }
      try db.execute(sql: "INSERT INTO ft(ft) VALUES ('optimize')")
      #expect(try Self.indexPages(db) > (pageSize == 64 ? 5 : 0))
    }
    return path
  }

  private static func indexPages(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM ft_data WHERE id >> 36 & 1") ?? 0
  }

  private func part(_ db: Database, _ rows: [Int64]) throws -> [Int64] {
    let reader = try #require(try PostingsReader(db, table: "ft"))
    return try rows.withUnsafeBufferPointer {
      let found = try reader.postings(of: Array("all".utf8), within: $0)
      return withExtendedLifetime(found) { Array(found.allRows) }
    }
  }

  @Test(arguments: [64, 256, 1000])
  func someRowsAreFound(pageSize: Int) throws {
    var random = SeededGenerator(seed: UInt64(pageSize))
    try withPlainConnection(try index(pageSize: pageSize)) { db in
      let members = Set(Self.rows)
      for share in [1, 3, 50, 900, 20_000] as [UInt64] {
        let wanted = (Int64(-5)...36_500).filter { _ in random.next() % share == 0 }
        let found = try part(db, wanted)
        #expect(found == wanted.filter { members.contains($0) }, "\(share)")
      }
    }
  }

  /// Pages between those of the rows that are wanted are not read: some are not even there.
  @Test(arguments: [64, 1000])
  func pagesBetweenAreNotRead(pageSize: Int) throws {
    try withPlainConnection(try index(pageSize: pageSize)) { db in
      let first = Self.rows[3]
      let last = Self.rows[Self.rows.count - 3]
      try db.execute(
        sql: """
          DELETE FROM ft_data WHERE id >> 36 & 1 = 0 AND id > 10 AND id IN (
            SELECT id FROM ft_data WHERE id > 10 AND id >> 36 & 1 = 0 ORDER BY id
            LIMIT (SELECT count(*) / 5 FROM ft_data WHERE id > 10 AND id >> 36 & 1 = 0)
            OFFSET (SELECT count(*) / 8 FROM ft_data WHERE id > 10 AND id >> 36 & 1 = 0))
          """)
      #expect(try part(db, [first, last]) == [first, last])
      #expect(throws: SegmentDamage.self) { _ = try part(db, Self.rows) }
      // Without the index they must be read.
      try db.execute(sql: "DELETE FROM ft_data WHERE id >> 36 & 1")
      #expect(throws: SegmentDamage.self) { _ = try part(db, [first, last]) }
    }
  }

  /// A damaged index of pages leads to an error, or to the right rows, never to others.
  @Test(arguments: [64, 256])
  func damageIsFoundOrDoesNotMatter(pageSize: Int) throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    var random = SeededGenerator(seed: seed)
    let members = Set(Self.rows)
    var errors = 0
    try withPlainConnection(try index(pageSize: pageSize)) { db in
      let ids = try Int64.fetchAll(db, sql: "SELECT id FROM ft_data WHERE id >> 36 & 1")
      for _ in 0..<300 {
        let id = try #require(ids.randomElement(using: &random))
        let block = try #require(
          try Data.fetchOne(db, sql: "SELECT block FROM ft_data WHERE id = ?", arguments: [id]))
        var damaged = block
        switch random.next() % 4 {
        case 0: damaged = damaged.prefix(Int.random(in: 0..<block.count, using: &random))
        default:
          for _ in 0..<Int.random(in: 1...3, using: &random) {
            damaged[Int.random(in: 0..<block.count, using: &random)] = UInt8(
              truncatingIfNeeded: random.next())
          }
        }
        try db.inTransaction {
          try db.execute(
            sql: "UPDATE ft_data SET block = ? WHERE id = ?", arguments: [damaged, id])
          let wanted = (Int64(1)...36_000).filter { _ in random.next() % 700 == 0 }
          do {
            let found = try part(db, wanted)
            #expect(found == wanted.filter { members.contains($0) }, "seed \(seed)")
          } catch is SegmentDamage {
            errors += 1
          }
          return .rollback
        }
      }
    }
    #expect(errors > 20, "seed \(seed)")
  }
}
