import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation
import GRDB
import Testing

@testable import DatelineSearch

/// Queries that were prepared before are answered as if they came for the first time.
@Suite struct PreparedQueryTests {
  private static let words = [
    "storm", "Gates", "gates", "gate", "bridge", "Bridge", "rates", "rate", "us", "US", "harbour",
  ]

  private static func text(_ most: Int, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...most, using: &random))
      .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  /// A word whose frequencies are in memory is ranked as every other query is, to the last bit: with articles that
  /// are the same but for their ids, with forms of words, and for any page.
  @Test(arguments: 0..<4)
  func aWordAloneIsRankedAsByTheScorer(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 7)
    let count = [40, 300, 2500, 2500][seed]
    let articles = (0..<count).map { number in
      // Every third text is one of a few, so that many scores are equal.
      let text = number % 3 == 0 ? "storm gates \(number % 4)" : Self.text(80, &random)
      return Article.sample("\(number)", title: Self.text(4, &random), body: text)
    }
    let index = try TestIndex(articles)
    let reader = try IndexReader(path: index.path)
    try reader.read { snapshot in
      var memory = IndexMemory()
      try memory.update(snapshot)
      var inMemory = 0
      for number in 0..<120 {
        let typed = Self.words.randomElement(using: &random) ?? ""
        let query = [typed, "title:\(typed)", "\"\(typed) \(typed)\"", "body:\(typed)"][number % 4]
        let request = SearchRequest(
          query: query, limit: [1, 10, 60, 100][Int(random.next() % 4)],
          offset: [0, 0, 3, 40][Int(random.next() % 4)],
          match: [.auto, .all, .any][Int(random.next() % 3)])
        let execution = SearchExecution(
          request: request, snapshot: snapshot, gazetteer: .builtIn, formula: memory.formula,
          lengths: memory.lengths)
        let prepared = try execution.prepare(&memory)
        let found = try execution.run(prepared, &memory)
        // The same, with facets: all articles are scored.
        var counted = request
        counted.facets = [.source]
        let general = SearchExecution(
          request: counted, snapshot: snapshot, gazetteer: .builtIn, formula: memory.formula,
          lengths: memory.lengths)
        let expected = try general.run(prepared, &memory)
        #expect(found.total == expected.total, "\(request)")
        #expect(found.totalMatchingAll == expected.totalMatchingAll, "\(request)")
        #expect(found.page.map(\.articleID) == expected.page.map(\.articleID), "\(request)")
        #expect(
          found.page.map(\.score.bitPattern) == expected.page.map(\.score.bitPattern), "\(request)")
        if let word = prepared.word, let ranked = try execution.rank(word, &memory) {
          // What is known of forms may be more than it was.
          func known(_ hits: [TopHits.Candidate]) -> [TopHits.Candidate] {
            hits.map { hit in
              var hit = hit
              hit.mostAddition = 0
              return hit
            }
          }
          #expect(known(ranked.hits) == known(found.page), "\(request)")
          inMemory += 1
        }
      }
      #expect(inMemory > 20)
    }
  }

  /// What another connection commits is seen by a query that was prepared before.
  @Test func commitsAreSeen() throws {
    let index = try TestIndex([
      .sample("a", title: "Zorbulon", body: "A quiet day."),
      .sample("b", title: "Harbour", body: "Zorbulon again, and a storm."),
    ])
    let engine = try LocalEngine(path: index.path)
    func answer() throws -> SearchResponse {
      var response = try engine.search(SearchRequest(query: "zorbulon"))
      response.milliseconds = 0
      return response
    }
    let first = try answer()
    #expect(first.hits.map(\.key) == ["a", "b"])
    #expect(try answer() == first)
    #expect(try answer() == first)
    let writer = try IndexWriter(path: index.path)
    try writer.write([.sample("c", title: "Zorbulon, Zorbulon", body: "Zorbulon.")])
    #expect(try answer().total == 3)
    #expect(try answer().hits.first?.key == "c")
    let corporation = try EntityDefinition(
      parsing: "zorbulon | org | Zorbulon Corporation | alias: Zorbulon")
    try writer.editEntities { $0.define(corporation) }
    try writer.close()
    #expect(try answer().reading.contains("entity"))
    let queue = try DatabaseQueue(path: index.path)
    let before = try answer().hits.map(\.score)
    try queue.write {
      try $0.execute(sql: "UPDATE ranking SET value = 9 WHERE name = 'title_weight'")
    }
    #expect(try answer().hits.map(\.score) != before)
  }

  /// Dates that depend on the day, and factors of entities, are not kept with the text.
  @Test func plansThatDependOnMoreThanTheTextAreNotKept() throws {
    let index = try TestIndex([.sample("a", title: "Storm", body: "NATO talks.")])
    let reader = try IndexReader(path: index.path)
    try reader.read { snapshot in
      var memory = IndexMemory()
      try memory.update(snapshot)
      func isKept(_ request: SearchRequest) throws -> Bool {
        let execution = SearchExecution(
          request: request, snapshot: snapshot, gazetteer: .builtIn, formula: memory.formula,
          lengths: memory.lengths)
        _ = try execution.prepare(&memory)
        return memory.prepared.find(request) != nil
      }
      #expect(try isKept(SearchRequest(query: "storm")))
      #expect(try isKept(SearchRequest(query: "nato OR storm")))
      #expect(try !isKept(SearchRequest(query: "storm date:today")))
      var preferring = SearchRequest(query: "talks")
      preferring.preferences.entityFactors = [.init(name: "NATO", factor: 2)]
      #expect(try !isKept(preferring))
      preferring.preferences.entityFactors = []
      #expect(memory.prepared.find(preferring) == nil)
    }
  }
}
