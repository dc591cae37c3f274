import DatelineCore
import DatelineSearch
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// Numbers that no import writes, left by damage or another tool: the file is opened and searched.
@Suite struct UnlikelyValuesTests {
  private let index: TestIndex

  init() throws {
    index = try TestIndex([
      .sample("a", body: "NATO met in the harbour."), .sample("b", body: "NATO left the harbour."),
    ])
  }

  private func change(_ sql: String) throws {
    let queue = try DatabaseQueue(path: index.path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func weightsOfMentions() throws {
    for value in [Int64.max, Int64(Int32.max), Int64.min] {
      try change(
        "UPDATE mentions SET title_weight = \(value), lead_weight = \(value), body_weight = \(value)"
      )
      let engine = try LocalEngine(path: index.path)
      #expect(try engine.search(SearchRequest(query: "entity:nato")).total == 2)
      let boosted = SearchRequest(
        query: "harbour", preferences: .init(entityFactors: [.init(name: "nato", factor: 2)]))
      let hits = try engine.search(boosted).hits
      #expect(hits.count == 2 && hits.allSatisfy(\.score.isFinite))
    }
  }

  @Test func lengthsOfFields() throws {
    try change("DROP TABLE field_lengths")
    for size in ["FFFFFFFFFFFFFFFFFF", "7FFFFFFFFFFFFFFFFF", ""] {
      try change("UPDATE articles_fts_docsize SET sz = x'\(size)\(size)'")
      // They are not those of FTS5's record of all articles.
      let error = #expect(throws: IndexError.self) { try LocalEngine(path: index.path) }
      #expect(error?.description.contains("do not add up") == true)
      // Where that was made to fit, they are taken, and do no harm.
      try fitRecord()
      let engine = try LocalEngine(path: index.path)
      let hits = try engine.search(SearchRequest(query: "harbour")).hits
      #expect(hits.count == 2 && hits.allSatisfy(\.score.isFinite))
    }
  }

  /// Writes FTS5's record of all articles anew from its table of lengths.
  private func fitRecord() throws {
    let queue = try DatabaseQueue(path: index.path)
    try queue.write { db in
      var sums = AveragesRecord(UnsafeRawBufferPointer(start: nil, count: 0), columns: 4)
      for row in try Data.fetchAll(db, sql: "SELECT sz FROM articles_fts_docsize") {
        sums.rowCount += 1
        row.withUnsafeBytes { bytes in
          var place = 0
          for column in 0..<4 { sums.tokens[column] &+= Varint.read(bytes, &place) }
        }
      }
      try db.execute(
        sql: "UPDATE articles_fts_data SET block = ? WHERE id = \(DataRow.averages)",
        arguments: [Data(sums.bytes)])
    }
    try queue.close()
  }
}
