import DatelineCore
import DatelineIndex
import DatelineSearch
import GRDB
import Testing

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
      let engine = try LocalEngine(path: index.path)
      let hits = try engine.search(SearchRequest(query: "harbour")).hits
      #expect(hits.count == 2 && hits.allSatisfy(\.score.isFinite))
    }
  }
}
