import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation
import Testing

@Suite struct SnippetTests {
  private func marked(_ snippet: Snippet) -> String {
    snippet.pieces.map { $0.isHighlighted ? "[\($0.text)]" : $0.text }.joined()
  }

  private func snippets(_ query: String, body: String, fragments: Int = 3) throws -> [String] {
    let index = try TestIndex([.sample("a", body: body)])
    let engine = try LocalEngine(path: index.path)
    let response = try engine.search(SearchRequest(query: query, fragments: fragments))
    return try #require(response.hits.first).snippets.map(marked)
  }

  @Test func marksWhatMatched() throws {
    #expect(
      try snippets("election", body: "The elections in Łódź were fair.")
        == ["The [elections] in Łódź were fair."])
    #expect(try snippets("lodz OR erdogan", body: "Mr Erdoğan came.") == ["Mr [Erdoğan] came."])
  }

  @Test func marksPhrasesAsAWhole() throws {
    #expect(
      try snippets("\"special response unit\"", body: "A special response unit. A special day.")
        == ["A [special response unit]. A special day."])
  }

  @Test func marksEntitiesUnderTheirNames() throws {
    #expect(
      try snippets("nato", body: "The North Atlantic Treaty Organization, or N.A.T.O., met.")
        == ["The [North Atlantic Treaty Organization], or [N.A.T.O.], met."])
  }

  @Test func choosesThePassageWithMostWords() throws {
    let filler = (0..<200).map { "word\($0)" }.joined(separator: " ") + "."
    let found = try snippets(
      "storm bridge", body: "A storm came. \(filler) The storm broke the bridge. \(filler)",
      fragments: 1)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("The [storm] broke the [bridge]."))
    #expect(found[0].hasSuffix("…"))
  }

  @Test func showsSeveralPassagesInOrder() throws {
    let filler = (0..<100).map { "word\($0)" }.joined(separator: " ") + "."
    let found = try snippets("storm", body: "A storm. \(filler) Storm two. \(filler) Storm three.")
    #expect(found.count == 3)
    #expect(found[0].contains("A [storm]"))
    #expect(found[1].contains("[Storm] two"))
    #expect(found[2].contains("[Storm] three"))
  }

  @Test func beginsTheTextWhenOnlyTheTitleMatched() throws {
    let index = try TestIndex([.sample("a", title: "Storm", body: "First words here.\n\nMore.")])
    let hit = try #require(
      try LocalEngine(path: index.path).search(SearchRequest(query: "storm")).hits.first)
    #expect(marked(hit.title) == "[Storm]")
    #expect(hit.snippets.map(marked) == ["First words here. More."])
  }

  @Test func noSnippetsWhenNotAskedFor() throws {
    #expect(try snippets("storm", body: "A storm.", fragments: 0) == [])
  }

  @Test(arguments: 0..<10)
  func rangesLieInTheText(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let body = (0..<40).map { _ in random.queryText() }.joined(separator: " ") + " nato rate"
    let index = try TestIndex([.sample("a", body: body)])
    let engine = try LocalEngine(path: index.path)
    for query in ["nato", "rate cut", "\"rate\" OR who", "elect*", "entity:russia OR nato"] {
      for hit in try engine.search(SearchRequest(query: query)).hits {
        for snippet in hit.snippets {
          let count = snippet.text.unicodeScalars.count
          var last = 0
          for range in snippet.highlights {
            #expect(range.lowerBound >= last && range.upperBound <= count && !range.isEmpty)
            last = range.upperBound
          }
          #expect(snippet.pieces.map(\.text).joined() == snippet.text, "seed \(seed)")
          #expect(!snippet.text.unicodeScalars.contains { $0.value < 0x20 })
        }
      }
    }
  }
}
