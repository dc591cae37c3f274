import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// Segments of ours stand where FTS5's merging leaves them whole.
@Suite struct SegmentLevelTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// FTS5 goes on with an unfinished merge in the last segment of the level above.
  @Test func beneathAnUnfinishedMerge() throws {
    let path = folder.path("unfinished")
    let documents = SegmentEqualsStockTests.articles(60, seed: 5)
    try withPlainConnection(path) { db in
      try SegmentFixture.create(db, pageSize: 200)
      try db.execute(
        sql: """
          INSERT INTO ft(ft, rank) VALUES ('automerge', 0);
          INSERT INTO ft(ft, rank) VALUES ('usermerge', 2);
          """)
      for part in [documents[..<20], documents[20..<40]] {
        try db.inTransaction {
          for document in part {
            try db.execute(
              sql: "INSERT INTO ft(rowid, a, b, c, d) VALUES (?, ?, ?, ?, ?)",
              arguments: [document.row] + StatementArguments(document.columns))
          }
          return .commit
        }
      }
    }
    let level = SegmentWriter.level - 1
    func structure() throws -> StructureRecord {
      try withPlainConnection(path) { try SegmentWriter($0, table: "ft").structure() }
    }
    var raised = try structure()
    raised.levels =
      Array(repeating: .init(), count: level) + [.init(segments: raised.levels[0].segments)]
    try withPlainConnection(path) {
      try SegmentWriter($0, table: "ft").store(raised.bytes, id: DataRow.structure)
    }
    func merge(pages: Int) throws {
      try withPlainConnection(path) {
        try $0.execute(sql: "INSERT INTO ft(ft, rank) VALUES ('merge', ?)", arguments: [pages])
      }
    }
    try merge(pages: 1)
    #expect(try structure().levels[level].merging == 2)
    try withPlainConnection(path) { db in
      try db.inTransaction(.immediate) {
        for document in documents[40...] {
          try db.execute(
            sql: "INSERT INTO ft_content(id, c0, c1, c2, c3) VALUES (?, ?, ?, ?, ?)",
            arguments: [document.row] + StatementArguments(document.columns))
        }
        try SegmentFixture.write(db, Array(documents[40...]))
        return .commit
      }
    }
    for _ in 0..<3 { try merge(pages: 20) }
    try merge(pages: 10_000)
    try withPlainConnection(path) { db in
      try db.execute(sql: "INSERT INTO ft(ft) VALUES ('integrity-check')")
      try db.execute(sql: "INSERT INTO ft(ft, rank) VALUES ('integrity-check', 1)")
    }
    #expect(try SegmentFixture.merge(path) == 1)
    let merged = try withPlainConnection(path) { try ShadowContent($0, "ft") }
    let stock = try SegmentFixture.stock(folder.path("stock"), documents, pageSize: 200)
    #expect(merged.difference(from: stock) == nil)
  }
}
