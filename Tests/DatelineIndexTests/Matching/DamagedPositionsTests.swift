import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// Lists of positions in a damaged index say anything; what looks at texts is shown places that texts have.
@Suite struct DamagedPositionsTests {
  @Test func columnsBelowZeroAreNone() {
    let postings = Postings()
    // In column 0, then in one of 64 bits of ones, then in the title's.
    let positions: [UInt8] = [3, 1] + Array(repeating: 0xFF, count: 9) + [4, 1, 1, 5]
    positions.withUnsafeBufferPointer { postings.append(row: 7, $0) }
    let title = postings.within(2)
    let both = postings.within(3)
    #expect(Array(title.allRows) == [7] && Array(both.allRows) == [7])
    #expect(Array(title.positions(at: 0)) == [1, 1, 5])
    #expect(Array(both.positions(at: 0)) == [3, 1, 1, 5])
  }

  private final class Places: MatchVisitor {
    var offsets: [Int] = []

    func visit(_ row: MatchedRow) { row.forEachPosition(ofPhrase: 0) { offsets.append($1) } }
  }

  @Test func placesBeforeTheTextAreNotShown() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("news.db")
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    try writer.write([.sample("a", body: "Harbour zebra")])
    try writer.close()
    try withPlainConnection(path) { db in
      // Row 1, one byte of positions, the second word.
      let list = Data("zebra".utf8) + [1, 2, 3]
      let rows = try Row.fetchAll(db, sql: "SELECT id, block FROM articles_fts_data")
      var changed = 0
      for row in rows {
        var block: Data = row[1]
        guard let place = block.range(of: list) else { continue }
        block[place.upperBound - 1] = 0
        try db.execute(
          sql: "UPDATE articles_fts_data SET block = ? WHERE id = ?",
          arguments: [block, row[0] as Int64])
        changed += 1
      }
      #expect(changed == 1)
    }
    let places = Places()
    try IndexReader(path: path).read { snapshot in
      try PostingsCache(mostBytes: 1 << 14, mostLists: 0).matcher(for: "\"zebra\"", snapshot.db, version: 1)?
        .run(places)
    }
    #expect(places.offsets == [])
    let others = Places()
    try IndexReader(path: path).read { snapshot in
      try PostingsCache(mostBytes: 1 << 14, mostLists: 0).matcher(for: "\"harbour\"", snapshot.db, version: 1)?
        .run(others)
    }
    #expect(others.offsets == [0])
  }
}
