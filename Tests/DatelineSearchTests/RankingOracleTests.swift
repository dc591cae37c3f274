import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation
import Testing

@testable import DatelineSearch

/// Compares the scores of the engine with the formula computed from the texts alone.
@Suite struct RankingOracleTests {
  private static let vocabulary = ["ship", "harbour", "storm", "budget", "vote", "bridge", "river"]

  private static func articles(seed: UInt64, count: Int) -> [Article] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      func words(_ range: ClosedRange<Int>) -> String {
        (0..<Int.random(in: range, using: &random)).map { _ in
          vocabulary[
            min(Int.random(in: 0..<7, using: &random), Int.random(in: 0..<7, using: &random))]
        }.joined(separator: " ")
      }
      return .sample("a\(number)", title: words(1...6), body: words(1...150))
    }
  }

  /// Score of each matching article for an OR of words, by key.
  private static func scores(_ query: [String], _ articles: [Article]) -> [String: Double] {
    let tokenizer = Tokenizer()
    let documents = articles.map {
      (key: $0.key, title: tokenizer.tokens(of: $0.title), body: tokenizer.tokens(of: $0.body))
    }
    func average(_ length: (Int) -> Int) -> Double {
      max(1, Double(documents.indices.reduce(0) { $0 + length($1) }) / Double(documents.count))
    }
    let averageTitle = average { documents[$0].title.count }
    let averageLead = average { min(60, documents[$0].body.count) }
    let averageRest = average { max(0, documents[$0].body.count - 60) }
    var result: [String: Double] = [:]
    var idfs: [Double] = []
    for word in query {
      let frequency = documents.filter { $0.title.contains(word) || $0.body.contains(word) }.count
      idfs.append(
        log(1 + (Double(documents.count - frequency) + 0.5) / (Double(frequency) + 0.5)))
    }
    for document in documents {
      var score = 0.0
      for (word, idf) in zip(query, idfs) {
        func count(_ tokens: some Sequence<String>) -> Double {
          Double(tokens.filter { $0 == word }.count)
        }
        let lead = document.body.prefix(60)
        let rest = document.body.dropFirst(60)
        var tf =
          1.5 * count(document.title)
          / (1 - 0.3 + 0.3 * Double(document.title.count) / averageTitle)
        tf += 2 * count(lead) / (1 - 0.3 + 0.3 * Double(lead.count) / averageLead)
        tf += count(rest) / (1 - 0.75 + 0.75 * Double(rest.count) / averageRest)
        score += idf * tf * 2.2 / (tf + 1.2)
      }
      if score > 0 { result[document.key] = score }
    }
    return result
  }

  @Test(arguments: 0..<6)
  func engineFollowsTheFormula(seed: Int) throws {
    let articles = Self.articles(seed: UInt64(seed), count: 60)
    let index = try TestIndex(articles)
    let engine = try LocalEngine(path: index.path)
    for query in [["storm"], ["bridge", "river"], ["ship", "vote", "budget", "river"]] {
      let expected = Self.scores(query, articles)
      let response = try engine.search(
        SearchRequest(
          query: query.joined(separator: " OR "), limit: 1000, match: .any, explain: true))
      #expect(Set(response.hits.map(\.key)) == Set(expected.keys), "seed \(seed)")
      for hit in response.hits {
        let base = hit.score - (hit.explanation.map { $0.proximity + $0.exactForms } ?? 0)
        #expect(abs(base - (expected[hit.key] ?? 0)) < 1e-9, "seed \(seed), \(query), \(hit.key)")
      }
    }
  }

  @Test(arguments: 0..<20)
  func topHitsEqualsSorting(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let candidates = (0..<500).map { number in
      TopHits.Candidate(
        articleID: Int64(number), score: Double(Int.random(in: 0..<40, using: &random)),
        proximity: 0, matchesAll: Bool.random(using: &random))
    }
    for prefersAll in [true, false] {
      var top = TopHits(capacity: 30, prefersAll: prefersAll)
      for candidate in candidates { top.offer(candidate) }
      let sorted = candidates.sorted { $0.precedes($1, prefersAll: prefersAll) }
      #expect(
        top.sorted(rescored: 0, addition: { _ in 0 }) == Array(sorted.prefix(30)), "seed \(seed)")
    }
  }

  @Test func closeWordsRankHigher() throws {
    let filler = (0..<40).map { "w\($0)" }.joined(separator: " ")
    let index = try TestIndex([
      .sample("far", body: "storm \(filler) bridge"),
      .sample("near", body: "storm bridge \(filler)"),
      .sample("none", body: filler),
    ])
    let hits = try LocalEngine(path: index.path).search(SearchRequest(query: "storm bridge")).hits
    #expect(hits.map(\.key) == ["near", "far"])
    #expect(hits[0].score > hits[1].score)
  }

  @Test func queriesWithoutEntitiesDoNotChangeWithTheGazetteer() throws {
    let articles = Self.articles(seed: 99, count: 80)
    let index = try TestIndex(articles)
    let empty = LocalEngine(
      reader: try IndexReader(path: index.path), gazetteer: Gazetteer(parsing: ""))
    let full = try LocalEngine(path: index.path)
    for query in ["storm", "bridge river", "ship vote budget"] {
      let request = SearchRequest(query: query, limit: 100)
      let one = try empty.search(request).hits.map { "\($0.key) \($0.score)" }
      let other = try full.search(request).hits.map { "\($0.key) \($0.score)" }
      #expect(one == other)
    }
  }
}
