import DatelineCore
import Testing

@testable import DatelineSearch

/// What holds for the order of any hits.
@Suite struct RankingTests {
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
        top.sorted(rescored: 0, wanted: 30, addition: { _ in 0 }) == Array(sorted.prefix(30)),
        "seed \(seed)")
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
}
