import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation
import Testing

@testable import DatelineSearch

/// What holds for the order of any hits.
@Suite struct RankingTests {
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
