import DatelineCore
import DatelineIndex
import Testing

@testable import DatelineSearch

/// The best articles of a word by its blocks are those by all of its articles.
@Suite struct BlockSearchTests {
  private static let words = [
    "storm", "harbour", "bridge", "rate", "talks", "Election", "Minister",
  ]

  private static func text(_ most: Int, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...most, using: &random)).map { _ in
      random.next() % 3 == 0 ? words.randomElement(using: &random) ?? "" : "w\(random.next() % 900)"
    }.joined(separator: " ")
  }

  /// A word is scored by its blocks when it is asked for the first time, and by its list from then on.
  @Test(arguments: [10, 100, 1000])
  func firstAndSecondAnswersAreTheSame(limit: Int) throws {
    var random = SeededGenerator(seed: UInt64(limit))
    let index = try TestIndex(
      (0..<4000).map {
        .sample(
          "\($0)", title: Self.text(5, &random), body: Self.text($0 % 7 == 0 ? 300 : 60, &random))
      })
    let engine = try LocalEngine(path: index.path)
    let unprepared = try LocalEngine(path: index.path)
    var usesBlocks = 0
    for word in Self.words {
      for query in [word, "title:\(word)", "\"\(word)\"", word.lowercased()] {
        for match in [SearchRequest.Match.auto, .all, .any] {
          let request = SearchRequest(query: query, limit: limit, match: match, fragments: 0)
          var first = try engine.search(request)
          // Some other word is in between, and a page of the results that begins later.
          _ = try engine.search(SearchRequest(query: "talks", limit: 5, offset: 5))
          var second = try engine.search(request)
          var third = try unprepared.search(SearchRequest(query: query + " OR zzzz", limit: limit))
          (first.milliseconds, second.milliseconds, third.milliseconds) = (0, 0, 0)
          #expect(first == second, "\(query)")
          #expect(first.hits.map(\.key) == third.hits.map(\.key), "\(query)")
          #expect(first.total == third.total, "\(query)")
        }
      }
      let hasBlocks = try IndexReader(path: index.path).read { snapshot in
        try snapshot.wordBlocks(
          ofPhrase: "{body title cjk_terms} : \"\(word.lowercased())\"", RankingFormula(),
          snapshot.fieldLengths()) != nil
      }
      if hasBlocks { usesBlocks += 1 }
    }
    #expect(usesBlocks > 3)
  }
}
