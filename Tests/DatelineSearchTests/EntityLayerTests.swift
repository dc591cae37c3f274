import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation
import Testing

@testable import DatelineSearch

/// Queries in which no entity is recognised know nothing of the entity layer.
@Suite struct EntityLayerTests {
  private static let names = [
    "Russia", "Moscow", "NATO", "Angela Merkel", "the United Nations", "French", "White House",
  ]
  private static let words = [
    "storm", "harbour", "bridge", "budget", "vote", "river", "mayor", "tax", "film", "match",
    "the", "of", "not", "running", "rate-cut", "striker's", "co2", "unit", "gate", "news",
  ]

  /// Articles full of names, so that both the tags in the index and the mentions are many.
  private static func articles(_ random: inout SeededGenerator) -> [Article] {
    (0..<120).map { number in
      func text(_ range: ClosedRange<Int>) -> String {
        (0..<Int.random(in: range, using: &random)).map { _ in
          Int.random(in: 0..<6, using: &random) == 0
            ? names.randomElement(using: &random) ?? "" : words.randomElement(using: &random) ?? ""
        }.joined(separator: " ")
      }
      return .sample(
        "a\(number)", title: text(1...8), body: text(1...160), published: "2016-05-04",
        source: "wire\(number % 3)")
    }
  }

  /// One to eight words with some of the syntax.
  private static func query(_ random: inout SeededGenerator) -> String {
    var parts: [String] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let word = words.randomElement(using: &random) ?? ""
      let other = words.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<12, using: &random) {
      case 0: parts.append("\"\(word) \(other)\"")
      case 1: parts.append("title:\(word)")
      case 2: parts.append("lead:\(word)")
      case 3: parts.append(Bool.random(using: &random) ? "+\(word)" : "\(word) OR \(other)")
      case 4: parts.append("-\(word)")
      case 5: parts.append("\(word.prefix(3))*")
      default: parts.append(word)
      }
    }
    return parts.joined(separator: " ")
  }

  /// Keys and the bits of the scores, in order.
  private static func ranking(
    _ engine: LocalEngine, _ request: SearchRequest
  ) throws -> [String] {
    try engine.run(request).map { "\($0.key) \($0.score.bitPattern)" }
  }

  @Test(arguments: 0..<4)
  func queriesWithoutEntitiesRankTheSame(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let articles = Self.articles(&random)
    let tagged = try TestIndex(articles)
    let off = Gazetteer(parsing: "")
    let plain = try TestIndex(articles, gazetteer: off)
    let on = try LocalEngine(path: tagged.path)
    let unread = LocalEngine(reader: try IndexReader(path: tagged.path), gazetteer: off)
    let untagged = LocalEngine(reader: try IndexReader(path: plain.path), gazetteer: off)
    var found = 0
    for _ in 0..<40 {
      let text = Self.query(&random)
      for match in SearchRequest.Match.allCases {
        var settings = QueryPlanner.Settings()
        settings.match = match
        let plan = QueryPlanner.plan(
          QueryParser.parse(text), gazetteer: .builtIn, settings: settings)
        #expect(!plan.hasEntity, "seed \(seed): \(text)")
        let request = SearchRequest(query: text, limit: 200, match: match)
        let expected = try Self.ranking(on, request)
        found += expected.count
        #expect(try Self.ranking(unread, request) == expected, "seed \(seed), \(match): \(text)")
        #expect(try Self.ranking(untagged, request) == expected, "seed \(seed), \(match): \(text)")
      }
    }
    // The comparison is of rankings, not of nothing with nothing.
    #expect(found > 1000, "seed \(seed)")
  }

  /// The same comparison does see the layer where an entity is named.
  @Test func queriesWithEntitiesDoChange() throws {
    var random = SeededGenerator(seed: 5)
    let index = try TestIndex(Self.articles(&random))
    let on = try LocalEngine(path: index.path)
    let off = LocalEngine(
      reader: try IndexReader(path: index.path), gazetteer: Gazetteer(parsing: ""))
    let request = SearchRequest(query: "Russia storm", limit: 200)
    #expect(try Self.ranking(on, request) != Self.ranking(off, request))
  }
}
