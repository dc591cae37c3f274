import DatelineCore
import DatelineSearch
import Testing

/// Words with letters such as ł and ø, typed without them.
@Suite struct LetterTests {
  @Test(
    "Letters that are not on keyboards",
    arguments: [
      ("lodz", "Łódź"), ("Lokke", "Løkke"), ("strasse", "Straße"), ("walbrzych", "Wałbrzych"),
      ("lukasz", "Łukasz"), ("łodged", "lodged"),
    ])
  func findsLettersThatAreNotOnKeyboards(query: String, marked: String) throws {
    let index = try TestIndex([
      .sample(
        "a", body: "In Łódź and Wałbrzych Mr Løkke crossed the Straße, then lodged and locked."),
      .sample("b", body: "Łukasz won the race."),
    ])
    let response = try LocalEngine(path: index.path).search(SearchRequest(query: query))
    #expect(response.hits.count == 1 && response.suggestion == nil)
    let pieces = response.hits.first?.snippets.first?.pieces.filter(\.isHighlighted) ?? []
    #expect(pieces.map(\.text).contains { $0.hasPrefix(marked) }, "\(pieces)")
  }

  @Test func suggestsSeveralLettersThatAreNotOnKeyboards() throws {
    let index = try TestIndex([.sample("a", body: "The train from Włocław was late.")])
    let response = try LocalEngine(path: index.path).search(SearchRequest(query: "wloclaw"))
    #expect(response.hits.isEmpty && response.suggestion == "włocław")
  }

  @Test func wordsAsTypedRankBeforeOtherLetters() throws {
    let index = try TestIndex([
      .sample("own", body: "The name was Løkke."), .sample("plain", body: "The name was Lokke."),
    ])
    func keys(_ query: String) throws -> [String] {
      try LocalEngine(path: index.path).search(SearchRequest(query: query)).hits.map(\.key)
    }
    #expect(try keys("lokke") == ["plain", "own"])
    #expect(try keys("løkke") == ["own", "plain"])
  }

  /// In a headline in capitals, words that mean nothing are dropped, whatever letters stand apart in an article.
  @Test func stopWordsInCapitalsAreNoAcronyms() throws {
    let index = try TestIndex([
      .sample("a", body: "NATO met. He spelled it: w h e r e."), .sample("b", body: "NATO left."),
    ])
    let engine = try LocalEngine(path: index.path)
    let response = try engine.search(SearchRequest(query: "WHERE IS NATO"))
    #expect(!response.reading.contains("w h e r e"), "\(response.reading)")
    #expect(response.total == 2 && response.totalMatchingAll == 2)
  }
}
