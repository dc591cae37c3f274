import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation
import Testing

@testable import DatelineSearch

/// The reference against numbers computed by hand, and the engine against the reference.
@Suite struct ReferenceScorerTests {
  private static func reference(
    _ articles: [Article], _ index: TestIndex
  ) throws -> ReferenceScorer {
    let tokenizer = try IndexReader(path: index.path).read { try $0.tokenizer() }
    return ReferenceScorer(
      documents: articles.enumerated().map { number, article in
        ReferenceDocument(
          id: Int64(number + 1), article, tokenizer: tokenizer, gazetteer: .builtIn)
      }, tokenizer: tokenizer)
  }

  private static func plan(_ query: String, _ index: TestIndex? = nil) throws -> QueryPlan {
    let query = QueryParser.parse(query)
    var settings = QueryPlanner.Settings()
    if let index {
      try IndexReader(path: index.path).read {
        settings.variants = try FuzzyExpansion(snapshot: $0).variants(in: query).variants
        settings.prefixes = try PrefixExpansion(snapshot: $0).forms(in: query)
      }
    }
    return QueryPlanner.plan(query, gazetteer: .builtIn, settings: settings)
  }

  /// Three articles; lengths of title, lead and rest: 3 5 0, 2 8 0, 1 60 4.
  private static let three = [
    Article.sample("a", title: "Storm hits harbour", body: "The storm came at night."),
    .sample("b", title: "Council vote", body: "A vote on the harbour wall was lost."),
    .sample(
      "c", title: "Storm",
      body: String(repeating: "calm ", count: 62) + "storm harbour"),
  ]

  @Test func scoresByHand() throws {
    let index = try TestIndex(Self.three)
    let reference = try Self.reference(Self.three, index)
    // idf: storm ln(1 + 1.5 / 2.5), harbour ln(1 + .5 / 3.5). Averages: title 2, lead 73 / 3, rest
    // 4 / 3. tf' of storm in a: 4 / (.7 + .3 * 3 / 2) + 2 / (.7 + .3 * 5 / (73 / 3)) = 6.104160.
    let ranked = reference.ranked(try Self.plan("storm harbour"))
    let parts = Dictionary(
      uniqueKeysWithValues: ranked.map { ($0.id, $0.explanation.parts.map(\.score)) })
    func equal(_ left: [Double]?, _ right: [Double]) -> Bool {
      guard let left, left.count == right.count else { return false }
      return zip(left, right).allSatisfy { abs($0 - $1) < 1e-12 }
    }
    #expect(equal(parts[1], [0.8641308792794937, 0.2184156607984756]))
    #expect(equal(parts[2], [0, 0.1986029047554948]))
    #expect(equal(parts[3], [0.8372378082160977, 0.07344226594348742]))
    // In the title of a two tokens apart: .2 * idf(harbour) * saturate(1 / 4); in the text of c next
    // to each other: .2 * idf(harbour) * saturate(1).
    let proximity = ranked.sorted { $0.id < $1.id }.map(\.explanation.proximity)
    #expect(equal(proximity, [0.010129967716343093, 0, 0.026706278524904516]))
    // Every occurrence has the form typed: a quarter of what the words bring comes on top.
    for hit in ranked {
      let base = hit.explanation.parts.reduce(0) { $0 + $1.score }
      #expect(abs(hit.explanation.exactForms - base / 4) < 1e-12)
    }
    #expect(ranked.map(\.id) == [1, 3, 2])
  }

  @Test func entitiesCoverageAndRecencyByHand() throws {
    let articles = [
      Article.sample("a", title: "", body: "NATO met.", published: "2020-01-01"),
      .sample("b", title: "", body: "Russian ships met.", published: "2020-01-11"),
      .sample("c", title: "", body: "Moscow ships slept.", published: "2020-01-31"),
      .sample("d", title: "", body: "Nobody slept.", published: "2020-01-31"),
    ]
    let index = try TestIndex(articles)
    var reference = try Self.reference(articles, index)
    reference.recencyHalfLife = 10
    let ranked = reference.ranked(try Self.plan("russia ships"))
    #expect(Set(ranked.map(\.id)) == [2, 3])
    let b = try #require(ranked.first { $0.id == 2 }).explanation
    let c = try #require(ranked.first { $0.id == 3 }).explanation
    // Nobody writes Russia: a demonym and a capital alone name nobody, so df = sqrt(0 * 2) = 0.
    let russia = log(1 + 4.5 / 0.5)
    let ships = log(1 + 2.5 / 2.5)
    // Lead lengths 2 3 3 2, average 2.5; saturate(x) = 2.2 x / (x + 1.2).
    let norm = 0.7 + 0.3 * 3 / 2.5
    func saturate(_ x: Double) -> Double { 2.2 * x / (x + 1.2) }
    #expect(abs(b.parts[0].score - 2 * russia * saturate(2 * 0.7 / norm)) < 1e-12)
    #expect(abs(c.parts[0].score - 2 * russia * saturate(2 * 0.3 / norm)) < 1e-12)
    #expect(abs(b.parts[1].score - ships * saturate(2 / norm)) < 1e-12)
    #expect(b.coverage == 1)
    #expect(abs(b.recency - (russia + ships) / 2 * 0.25) < 1e-12)
    #expect(abs(c.recency - (russia + ships) / 2) < 1e-12)
    // With a word that no article has, two of three concepts: (matched / all) ^ (3 / 4).
    let less = try #require(reference.ranked(try Self.plan("russia ships zeppelin")).first)
      .explanation
    let zeppelin = log(1 + 4.5 / 0.5)
    let share = (russia + ships) / (russia + ships + zeppelin)
    #expect(abs(less.coverage - pow(share, 0.75)) < 1e-12)
  }

  private static let vocabulary = [
    "ship", "ships", "shipping", "harbour", "voting", "America", "América", "storm", "Storm",
    "budget", "vote", "voted", "bridge",
    "river", "NATO", "Russia", "Russian", "Kremlin", "Gates", "gate", "US", "us", "Erdoğan",
    "erdogan", "東京大学", "我的iPhone手机", "大学", "U.S.", "COVID-19",
  ]
  private static let queries = [
    "storm", "ship bridge", "ships harbour vote budget", "Gates bridge", "gates", "US storm",
    "\"storm bridge\"", "\"harbour vo*\"", "shi*", "title:storm", "body:vote river", "lead:bridge",
    "=Storm", "=ships river", "exact:voted", "nato storm", "russia ship", "entity:russia", "東京",
    "title:大学", "大学 storm", "iphone", "storm OR vote", "ship AND (vote OR river)",
    "+bridge storm river", "NATO Russia US storm harbour", "Erdoğan vote", "erdogan", "covid-19 us",
    "HARBOUR STORM VOTE", "storm storm bridge", "erdogam~ vote",
    "(storm AND vote) OR river", "riv* OR (bridge AND nato AND vote) OR harbour",
    "+bridge storm OR vote", "(東京 NATO) OR (us AND gate)",
    "(erdogam~ AND river) OR vote", "shipp~2 storm",
    "1000 vote", "-1,000 storm", "title:1000 storm",
    "(storm OR lead:ship) river", "shippi*", "\"storm shippi*\" vote", "vote* bridge",
    "vote* OR (shippin* AND nato AND river) OR harbour", "title:harbou*", "lead:vote* storm",
    "entity:russia OR (Russian AND storm)", "U.S. OR (America AND vote)",
  ]

  private static func articles(seed: UInt64, count: Int) -> [Article] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      func words(_ range: ClosedRange<Int>) -> String {
        (0..<Int.random(in: range, using: &random)).map { _ in
          vocabulary[
            min(
              Int.random(in: 0..<vocabulary.count, using: &random),
              Int.random(in: 0..<vocabulary.count, using: &random))]
        }.joined(separator: " ")
      }
      let day = Int.random(in: 1...28, using: &random)
      return .sample(
        "a\(number)", title: words(1...6), body: words(1...150),
        published: Bool.random(using: &random)
          ? "2020-0\(Int.random(in: 1...9, using: &random))-\(day < 10 ? "0" : "")\(day)" : nil)
    }
  }

  @Test(arguments: 1...4)
  func engineEqualsTheReference(seed: Int) throws {
    let articles = Self.articles(seed: UInt64(seed), count: seed.isMultiple(of: 3) ? 160 : 50)
    let index = try TestIndex(articles)
    var reference = try Self.reference(articles, index)
    let preferences = SearchRequest.Preferences(
      recencyHalfLife: seed.isMultiple(of: 2) ? 30 : nil)
    reference.recencyHalfLife = preferences.recencyHalfLife
    let engine = try LocalEngine(path: index.path)
    for query in Self.queries {
      let hits = try engine.search(
        SearchRequest(query: query, limit: 1000, explain: true, preferences: preferences)
      ).hits
      let plan = try Self.plan(query, index)
      let expected = reference.ranked(
        plan,
        prefersAll: plan.isWidened && plan.concepts.count <= SearchExecution.mostPreferringAll)
      #expect(hits.count == expected.count, "seed \(seed), \(query)")
      let byID = Dictionary(uniqueKeysWithValues: expected.map { ($0.id, $0) })
      for (place, hit) in hits.enumerated() where place < expected.count {
        let wanted = byID[hit.id]
        #expect(
          abs(hit.score - (wanted?.score ?? .nan)) < 1e-9 && hit.matchesAll == wanted?.matchesAll,
          "seed \(seed), \(query), \(hit.key): \(hit), not \(String(describing: wanted))")
        // Equal scores may differ in the last bit, and then in their order.
        #expect(abs(expected[place].score - hit.score) < 1e-9, "seed \(seed), \(query)")
        #expect(abs((hit.explanation?.total ?? .nan) - hit.score) < 1e-9, "\(query)")
      }
    }
  }

  @Test func boostsEqualTheReference() throws {
    let articles = Self.articles(seed: 77, count: 60)
    let index = try TestIndex(articles)
    let reference = try Self.reference(articles, index)
    let factors = [
      SearchRequest.Preferences.EntityFactor(name: "nato", factor: 3),
      .init(name: "russia", factor: 0.5),
    ]
    let hits = try LocalEngine(path: index.path).search(
      SearchRequest(
        query: "storm", limit: 100, explain: true, preferences: .init(entityFactors: factors))
    ).hits
    var plan = try Self.plan("storm")
    plan.boosts = [
      QueryPlan.Boost(entity: "nato", name: "entity NATO", weight: 2),
      QueryPlan.Boost(entity: "russia", name: "entity Russia", weight: -0.5),
    ]
    let expected = reference.ranked(plan)
    #expect(hits.count == expected.count && hits.contains { $0.explanation?.boosts.count == 2 })
    for (hit, wanted) in zip(hits, expected) { #expect(abs(hit.score - wanted.score) < 1e-9) }
  }
}
