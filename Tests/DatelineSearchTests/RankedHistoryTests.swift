import DatelineAnalysis
import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex
@testable import DatelineSearch

/// The best articles of a query are those of scoring every article that FTS5 finds, whatever was done to the file and
/// whatever became of the tables beside the index.
@Suite struct RankedHistoryTests {
  private static let words = [
    "storm", "harbour", "bridge", "rates", "rate", "talks", "Election", "minister", "NATO",
  ]

  /// Some words are in most texts, others in few; all others are new ones.
  private static func text(_ most: Int, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in
      let rank = Int.random(in: 0..<14, using: &random)
      return rank < words.count ? words[rank * rank / words.count] : "w\(random.next() % 3000)"
    }.joined(separator: " ")
  }

  private static func articles(
    _ numbers: Range<Int>, _ random: inout SeededGenerator
  ) -> [Article] {
    numbers.map {
      .sample("\($0)", title: text(5, &random), body: text($0 % 9 == 0 ? 250 : 40, &random))
    }
  }

  private static let queries = [
    "storm", "title:harbour", "rates", "\"storm harbour\"", "storm OR bridge OR talks",
    "harbour AND minister", "storm bridge", "election -talks", "NATO storm", "title:storm OR rate",
    "zork", "minister NEAR storm",
  ]

  /// Every article that FTS5 finds, scored one by one with the lengths of FTS5's own table.
  private func exhaustive(
    _ request: SearchRequest, _ snapshot: IndexSnapshot
  ) throws -> [TopHits.Candidate] {
    var memory = IndexMemory()
    try memory.update(snapshot)
    let lengths = try FieldLengths.reading(snapshot.db)
    let execution = SearchExecution(
      request: request, snapshot: snapshot, gazetteer: .builtIn, formula: memory.formula,
      lengths: lengths)
    let plan = try execution.prepare(&memory).plan
    guard let expression = plan.expression else { return [] }
    let scorer = Scorer(
      Scorer.Input(
        plan: plan, formula: memory.formula, lengths: lengths,
        mentions: try plan.concepts.map { concept in
          try concept.entity.map { try snapshot.mentions(ofEntity: $0) }
        }, boosted: [], recency: nil, allowed: nil, knownFrequencies: [:],
        forms: plan.concepts.map { $0.preferred == nil ? nil : FormValues() }),
      capacity: max(request.limit, SearchExecution.rescored),
      prefersAll: request.match == .auto && plan.isWidened
        && plan.concepts.count <= SearchExecution.mostPreferringAll)
    try FTS5Bridge.match(snapshot.db, expression: expression, visitor: scorer)
    var forms = PreferredFormScorer(scorer)
    let hits = try scorer.hits(rescored: SearchExecution.rescored, wanted: request.limit) {
      try forms?.score(of: $0.articleID, snapshot) ?? 0
    }
    return Array(hits.prefix(request.limit))
  }

  private func change(_ path: String, _ step: String, _ random: inout SeededGenerator) throws {
    func plain(_ sql: String) throws {
      try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }
    func write(_ articles: [Article]) throws {
      let writer = try IndexWriter(path: path)
      try writer.write(articles)
      try writer.close()
    }
    switch step {
    case "append": try write(Self.articles(5000..<5030, &random))
    case "replace": try write(Self.articles(100..<140, &random))
    case "large": try write(Self.articles(2000..<2700, &random))
    case "delete": try plain("DELETE FROM articles WHERE id % 17 = 3")
    case "update":
      try plain("UPDATE articles SET body = 'zork storm rate ' || body WHERE id % 41 = 7")
    case "insert":
      try plain(
        "INSERT INTO articles(key, title, body) SELECT 'x' || id, 'storm zork', body FROM articles LIMIT 25"
      )
    case "merge":
      try plain(
        """
        INSERT INTO articles_fts(articles_fts, rank) VALUES('usermerge', 2);
        INSERT INTO articles_fts(articles_fts, rank) VALUES('merge', 3);
        """)
    case "segments":
      try plain("INSERT INTO articles_fts(articles_fts, rank) VALUES('automerge', 0)")
      for _ in 0..<12 {
        try plain(
          "UPDATE articles SET title = title || ' zork' WHERE id = \(Int.random(in: 1...900, using: &random))"
        )
      }
    case "optimize", "rebuild":
      let writer = try IndexWriter(path: path)
      _ = try writer.optimize(rebuildsTables: step == "rebuild")
      try writer.close()
    case "weights": try plain("UPDATE ranking SET value = value + 1 WHERE name = 'title_weight'")
    case "damage":
      try plain(
        """
        UPDATE field_lengths SET content = x'55' || substr(content, 2);
        UPDATE block_maxima SET blocks = substr(blocks, 1, 9) || x'55' || substr(blocks, 11) WHERE length(term) % 3 = 0;
        """)
    case "drop":
      try plain(
        "DROP TABLE IF EXISTS block_maxima; DROP TABLE IF EXISTS field_lengths; DROP TABLE IF EXISTS entity_lists"
      )
    default: try plain("DROP TABLE IF EXISTS ranking")
    }
  }

  private static let histories = [
    ["append", "update", "delete", "optimize", "insert", "drop"],
    ["segments", "replace", "merge", "large", "rebuild", "weights"],
    ["large", "damage", "update", "drop", "rebuild", "unweighted"],
  ]

  @Test(arguments: 0..<3)
  func theBestAreThoseOfScoringAll(history: Int) throws {
    var random = SeededGenerator(seed: UInt64(history) + 31)
    let index = try TestIndex(Self.articles(0..<1500, &random))
    // Open all the time, while others write.
    let engine = try LocalEngine(path: index.path)
    let reader = try IndexReader(path: index.path)
    var compared = 0
    for step in ["nothing"] + Self.histories[history] {
      if step != "nothing" { try change(index.path, step, &random) }
      let fresh = try LocalEngine(path: index.path)
      for (number, query) in Self.queries.enumerated() {
        let request = SearchRequest(
          query: query, limit: [10, 100, 1000][number % 3], match: number % 2 == 0 ? .auto : .all)
        let expected = try reader.read { try exhaustive(request, $0) }
        let ids = expected.map(\.articleID)
        let scores = expected.map(\.score.bitPattern)
        // The first time by blocks or whole lists, then from what is in memory.
        for engine in [engine, engine, fresh] {
          let found = try engine.ranked(request)
          #expect(found.map(\.id) == ids, "\(history) \(step): \(query)")
          #expect(found.map(\.score.bitPattern) == scores, "\(history) \(step): \(query)")
        }
        compared += ids.count
      }
    }
    #expect(compared > 10_000)
  }

  /// A row of FTS5's table of lengths that is gone, or another than it was, is an error and no missing hit.
  @Test(arguments: [
    "DELETE FROM articles_fts_docsize WHERE id = 5",
    "UPDATE articles_fts_docsize SET sz = x'05010000' WHERE id = 5",
  ])
  func damagedLengthsAreAnError(damage: String) throws {
    var random = SeededGenerator(seed: 3)
    let index = try TestIndex(Self.articles(0..<50, &random))
    try DatabaseQueue(path: index.path).write {
      try $0.execute(sql: "DROP TABLE IF EXISTS field_lengths; \(damage)")
    }
    let error = #expect(throws: IndexError.self) { try LocalEngine(path: index.path) }
    #expect(error?.description.contains("do not add up") == true)
  }
}
