import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Testing

@testable import DatelineSearch

/// Queries that are long or nested for the sake of it have an answer, and no more work than their
/// length.
@Suite struct LargeQueryTests {
  private let index: TestIndex
  private let engine: LocalEngine

  init() throws {
    index = try TestIndex([
      .sample("storm", title: "Storm", body: "The storm broke the bridge.", source: "Harbour Wire"),
      .sample("calm", title: "Calm", body: "The harbour lay calm.", source: "Meridian Post"),
    ])
    engine = try LocalEngine(path: index.path)
  }

  private func plan(_ query: String) -> QueryPlan {
    QueryPlanner.plan(QueryParser.parse(query), gazetteer: .builtIn)
  }

  /// A word inside so many brackets; `$` in the pattern stands for what is inside, `#` for the level.
  private func nested(_ pattern: String, _ depth: Int) -> String {
    (0..<depth).reduce("storm") { inner, level in
      pattern.replacing("#", with: "\(level)").replacing("$", with: inner)
    }
  }

  /// FTS5's parser has a stack of 100 entries.
  @Test(arguments: [
    "a# ($)", "a# OR (b# AND ($))", "a# AND (b# OR c# ($))", "a# -($)", "a# OR (b# -($))",
    "a# AND NOT (b# OR ($))", "+a# ($)", "a# +($)", "a# OR +(b# c# -($))", "title:(a# ($))",
    "lead:(a# OR ($)) b#", "-(lead:a# ($))", "nato us# -(\"a# b\" OR ($))",
  ])
  func nestingHasAnAnswer(pattern: String) throws {
    for depth in [1, 12, 40] {
      let query = nested(pattern, depth)
      for match in SearchRequest.Match.allCases {
        for isExpanded in [false, true] {
          let request = SearchRequest(
            query: query, match: match, preferences: .init(isExpanded: isExpanded))
          #expect(throws: Never.self, "\(depth): \(pattern)") { try engine.search(request) }
        }
      }
      #expect(plan(query).expression?.utf8.count ?? 0 < 400 * query.utf8.count)
    }
  }

  /// An entity first named without words of its own, then by its name where FTS5 is given a list of
  /// all phrases.
  @Test(arguments: [
    "entity:nato OR (nato AND summit)", "U.S. AND (American OR (trade AND war))",
    "U.S. OR (America AND trade)", "person:\"theresa may\" OR (theresa may AND brexit)",
    "place:russia OR (Russian AND hackers)", "(brexit AND poll) OR entity:trump OR trump",
    "entity:nato AND (nato OR (summit AND brussels))", "entity:\"AT&T\"«京 r\"AT&T",
    "entity:nato OR (entity:russia AND entity:trump)",
  ])
  func entitiesNamedTwiceHaveAnAnswer(query: String) throws {
    for match in SearchRequest.Match.allCases {
      #expect(throws: Never.self) { try engine.search(SearchRequest(query: query, match: match)) }
    }
  }

  @Test func wordsTypedForAnEntityLaterCount() throws {
    let index = try TestIndex(
      [.sample("untagged", body: "The nato summit ended.")], gazetteer: Gazetteer(parsing: ""))
    let hits = try LocalEngine(path: index.path)
      .search(SearchRequest(query: "entity:nato OR (nato AND summit)", explain: true)).hits
    #expect(hits.map(\.key) == ["untagged"])
    #expect(hits.first?.explanation?.parts.map(\.lead) == [1, 1])
  }

  @Test func whatIsLeftOutForItsDepthIsSaid() throws {
    let deep = try engine.search(SearchRequest(query: nested("a# OR (b# AND ($))", 30)))
    #expect(deep.notes.contains { $0.contains("nest too deep") })
    let shallow = try engine.search(SearchRequest(query: nested("a# OR (b# AND ($))", 6)))
    #expect(shallow.notes.isEmpty)
  }

  /// What is needed stands in the expression twice, but what is needed in it does not four times.
  @Test func neededPartsInNeededPartsAreNotDoubledAgain() throws {
    let sizes = [4, 8, 12].map { plan(nested("a# +(b# +c# $)", $0)).expression?.utf8.count ?? 0 }
    #expect(sizes[2] - sizes[1] <= (sizes[1] - sizes[0]) * 2, "\(sizes)")
    let index = try TestIndex([
      .sample("all", body: "one two three four"), .sample("part", body: "two three four"),
      .sample("without", body: "one two three"),
    ])
    let hits = try LocalEngine(path: index.path)
      .search(SearchRequest(query: "one +(two +(three +four))", explain: true)).hits
    #expect(hits.map(\.key) == ["all", "part"])
    // Each word is counted where it stands.
    #expect(hits.first?.explanation?.parts.map(\.lead) == [1, 1, 1, 1])
    #expect(hits.last?.explanation?.parts.map(\.lead) == [0, 1, 1, 1])
  }

  @Test func aWordTypedOftenIsLookedForOnce() throws {
    let words = [
      "storm", "nato", "1000", "russia's", "U.S.", "\u{6771}\u{4EAC}", "bridge", "storm",
    ]
    let once = plan(words.joined(separator: " "))
    let often = plan((0..<500).map { words[$0 % words.count] }.joined(separator: " "))
    #expect(often.expression == once.expression)
    #expect(often.positivePhrases == once.positivePhrases)
    #expect(often.concepts.map(\.phrases) == once.concepts.map(\.phrases))
    #expect(often.concepts[0].weight == 125)
    // A repeated word counts as often as it was typed.
    func score(_ query: String) throws -> Double {
      let hit = try engine.search(SearchRequest(query: query, explain: true)).hits.first
      return hit?.explanation?.parts.first?.score ?? 0
    }
    #expect(try abs(score("storm storm storm") - 3 * score("storm")) < 1e-12)
    #expect(try score("storm") > 0)
  }

  @Test func namesInALongQueryCostNoMoreThanTheirNumber() throws {
    for name in ["georgia", "US", "nato", "jordan"] {
      let query = String(repeating: name + " ", count: 2000) + "storm"
      #expect(
        try engine.search(SearchRequest(query: query)).hits.map(\.key) == ["storm"], "\(name)")
    }
    // What a shared name means is told by the words near it.
    let near = plan("georgia " + String(repeating: "w ", count: 50) + "atlanta")
    #expect(near.concepts.first?.name != plan("georgia").concepts.first?.name)
  }

  @Test func onlySomeFuzzyWordsAreLookedUp() throws {
    let few = (0..<FuzzyExpansion.mostFuzzy - 1).map { "x\($0)yz~ " }.joined()
    #expect(try engine.search(SearchRequest(query: few + "storn~")).hits.map(\.key) == ["storm"])
    #expect(try engine.search(SearchRequest(query: few + "storn~")).notes.isEmpty)
    let many = try engine.search(SearchRequest(query: few + "zzzz~ storn~ storm"))
    #expect(many.hits.map(\.key) == ["storm"])
    #expect(many.notes.contains { $0.contains("16 fuzzy words are looked up; 1 are") })
  }

  @Test func onlySomeFiltersAreUsed() throws {
    let same = String(repeating: "source:harbour ", count: 200)
    let response = try engine.search(SearchRequest(query: "the " + same))
    #expect(response.hits.map(\.key) == ["storm"] && response.notes.isEmpty)
    let many = (0..<150).map { "-source:s\($0) " }.joined()
    let left = try engine.search(SearchRequest(query: "storm " + many))
    #expect(left.notes.contains { $0.contains("100 filters are used; 50 left out") })
  }

  @Test func frequenciesAreForgottenWhenThereAreTooMany() {
    let concepts = plan("storm bridge").concepts
    var memory = IndexMemory()
    memory.remember([concepts[0].phraseText: 3])
    #expect(memory.frequencies(of: concepts) == [concepts[0].phraseText: 3])
    memory.remember(Dictionary(uniqueKeysWithValues: (0..<100_000).map { ("w\($0)", 1) }))
    #expect(memory.frequencies(of: concepts) == [:])
  }

  @Test func negativeOffsetsAreNone() throws {
    let hits = try engine.search(
      SearchRequest(query: "storm bridge", offset: .min, sort: .date)
    ).hits
    #expect(hits.map(\.key) == ["storm"])
  }
}
