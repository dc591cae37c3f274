import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// Pages that are damaged are reported; nothing is read past their ends.
@Suite struct SegmentDamageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// An index of three segments with long and short doclists.
  private func index(_ name: String, pageSize: Int) throws -> String {
    let path = folder.path(name)
    let documents = SegmentEqualsStockTests.articles(18, seed: 4)
    try withPlainConnection(path) { db in
      try SegmentFixture.create(db, pageSize: pageSize)
      try db.execute(sql: "INSERT INTO ft(ft, rank) VALUES ('automerge', 0)")
      for part in 0..<3 {
        try db.inTransaction {
          for document in documents where document.row % 3 == part {
            try db.execute(
              sql: "INSERT INTO ft(rowid, a, b) VALUES (?, ?, ?)",
              arguments: [document.row, document.columns[0] + " the the", document.columns[1]])
          }
          return .commit
        }
      }
    }
    return path
  }

  /// Merges, and takes it back.
  private func merge(_ db: Database) throws {
    try db.inTransaction(.immediate) {
      _ = try SegmentWriter(db, table: "ft").mergeAll()
      return .rollback
    }
  }

  @Test(arguments: [64, 1000])
  func bytesAtRandom(pageSize: Int) throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    var random = SeededGenerator(seed: seed)
    let path = try index("random", pageSize: pageSize)
    var found = 0
    try withPlainConnection(path) { db in
      let ids = try Int64.fetchAll(db, sql: "SELECT id FROM ft_data WHERE id > 10")
      for _ in 0..<200 {
        guard let id = ids.randomElement(using: &random),
          let block = try Data.fetchOne(
            db, sql: "SELECT block FROM ft_data WHERE id = ?", arguments: [id])
        else { continue }
        var damaged = block
        switch random.next() % 4 {
        case 0: damaged = damaged.prefix(Int.random(in: 0..<block.count, using: &random))
        case 1: damaged += [0, 1, 0xFF, 0xFF]
        default:
          for _ in 0..<Int.random(in: 1...3, using: &random) {
            damaged[Int.random(in: 0..<block.count, using: &random)] =
              [0, 1, 0x7F, 0x80, 0xFF, UInt8(truncatingIfNeeded: random.next())]
              .randomElement(using: &random) ?? 0
          }
        }
        let update = "UPDATE ft_data SET block = ? WHERE id = ?"
        try db.execute(sql: update, arguments: [damaged, id])
        do {
          try merge(db)
        } catch is SegmentDamage {
          found += 1
        }
        try db.execute(sql: update, arguments: [block, id])
      }
      #expect(found > 60, "seed \(seed)")
      try merge(db)
    }
  }

  @Test(arguments: [
    // No header, none of its own data, no end; terms out of order, a term that shares more than there
    // is, positions that never end; a page of rows that does not say where one begins.
    (1, ""), (1, "0000"), (1, "00000003"), (1, "0000FFFF"), (1, "00050004"),
    (1, "0000000C" + "023062" + "010206" + "0130" + "04"),
    (1, "00000010" + "023062" + "010202" + "000130" + "010202" + "0406"),
    (1, "00000010" + "023062" + "010202" + "090163" + "010202" + "0406"),
    (1, "0000000A" + "023062" + "017F02" + "04"), (1, "0000000A" + "023062" + "010280" + "04"),
    (1, "00000007" + "023062" + "04"), (1, "0000000A" + "023062" + "010202" + "0404"),
    (2, "00000007" + "010202"),
  ])
  func byHand(page: Int, bytes: String) throws {
    let path = folder.path("hand")
    try withPlainConnection(path) { db in
      try SegmentFixture.create(db, pageSize: nil)
      let good = "0000000A" + "023062" + "010202" + "04"
      for number in 1...2 {
        if number == 2, page != 2 { continue }
        try db.execute(
          sql: "INSERT INTO ft_data (id, block) VALUES (?, x'\(number == page ? bytes : good)')",
          arguments: [DataRow.leaf(segment: 1, page: number)])
      }
      var structure = try SegmentWriter(db, table: "ft").structure()
      structure.add(.init(id: 1, pages: 1...page), level: 0)
      try SegmentWriter(db, table: "ft").store(structure.bytes, id: DataRow.structure)
      #expect(throws: SegmentDamage.self) { try merge(db) }
      try db.execute(sql: "DELETE FROM ft_data WHERE id > 10")
      #expect(throws: SegmentDamage.self, "a page is missing") { try merge(db) }
    }
  }

  /// A record of averages that is damaged; rows are added all the same, as by stock FTS5.
  @Test func averagesThatOverflow() throws {
    try withPlainConnection(folder.path("averages")) { db in
      try SegmentFixture.create(db, pageSize: nil)
      let greatest = String(repeating: "FF", count: 9)
      try db.execute(
        sql: """
          UPDATE ft_data SET block = x'\(String(repeating: greatest, count: 5))' WHERE id = 1
          """)
      try db.inTransaction {
        try SegmentFixture.write(db, SegmentEqualsStockTests.articles(3))
        return .commit
      }
      #expect(try ShadowContent(db, "ft").pages.count > 0)
    }
  }
}
