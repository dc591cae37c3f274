import DatelineCore
import DatelineIndex
import Foundation
import GRDB
import Testing

@testable import DatelineSearch

/// Exact forms, recency, boosts, related words, and weights in the file.
@Suite struct RankingOptionTests {
  private func hits(
    _ query: String, _ index: TestIndex, _ preferences: SearchRequest.Preferences = .init(),
    match: SearchRequest.Match = .auto
  ) throws -> [Hit] {
    let request = SearchRequest(
      query: query, match: match, explain: true, preferences: preferences)
    let hits = try LocalEngine(path: index.path).search(request).hits
    for hit in hits {
      let total = try #require(hit.explanation).total
      #expect(abs(total - hit.score) < 1e-9, "\(query): \(hit.key)")
    }
    return hits
  }

  @Test(
    "The form that was typed comes first",
    arguments: [
      ("Gates", "gates-name", "gate"), ("gates", "gates-name", "gate"), ("news", "news", "new"),
      ("united", "united", "unit"), ("Apple", "apple-name", "apple-fruit"),
      ("café", "accent", "plain"),
    ])
  func exactForms(query: String, first: String, second: String) throws {
    let index = try TestIndex([
      .sample("apple-fruit", body: "The apple fell far from the tree."),
      .sample("apple-name", body: "The Apple phone sold well at Christmas."),
      .sample("gate", body: "A gate was left open in the yard."),
      .sample("gates-name", body: "Money that Gates gave went to schools."),
      .sample("new", body: "The new harbour was opened on Monday."),
      .sample("news", body: "The news reached the harbour on Monday."),
      .sample("plain", body: "The cafe stayed open all the night."),
      .sample("accent", body: "The café stayed open all the night."),
      .sample("unit", body: "The unit left the town in the morning."),
      .sample("united", body: "The united front left in the morning."),
    ])
    let hits = try hits(query, index)
    #expect(hits.map(\.key) == [first, second])
    #expect((hits[0].explanation?.exactForms ?? 0) > (hits[1].explanation?.exactForms ?? 0))
  }

  @Test("The form that was typed counts where the word is asked for")
  func exactFormsInFields() throws {
    let index = try TestIndex([
      .sample("title", title: "Gates opens", body: "A gate is left open, a gate is shut."),
      .sample("body", title: "Gate opens", body: "Of Gates it is said that Gates is rich."),
    ])
    #expect(try hits("title:Gates", index).map(\.key) == ["title", "body"])
    #expect(try hits("body:Gates", index).map(\.key) == ["body", "title"])
    #expect(try hits("lead:Gates", index).map(\.key) == ["body", "title"])
    for (query, other) in [("title:Gates", "body"), ("body:Gates", "title")] {
      let forms = try hits(query, index).first { $0.key == other }?.explanation?.exactForms
      #expect(forms == 0, "\(query)")
    }
  }

  @Test func headlinesInCapitalsPreferNoCapitals() throws {
    let index = try TestIndex([
      .sample("small", body: "the harbour vote was close this time"),
      .sample("large", body: "The Harbour Vote Was Close This Time"),
    ])
    for query in ["HARBOUR VOTE CLOSE", "Harbour Vote Was Close Time"] {
      let hits = try hits(query, index)
      #expect(hits[0].score == hits[1].score, "\(query)")
    }
  }

  @Test func recentArticlesGain() throws {
    let index = try TestIndex([
      .sample("old", body: "The storm broke the bridge.", published: "2015-01-01"),
      .sample("month", body: "The storm broke the bridge.", published: "2019-12-02"),
      .sample("latest", body: "The storm broke the bridge.", published: "2020-01-01"),
      .sample("undated", body: "The storm broke the bridge."),
      .sample("mistake", body: "The storm broke the bridge.", published: "9999-01-01"),
      .sample("other", body: "Nothing happened at all today.", published: "2020-01-01"),
    ])
    let plain = try hits("storm", index)
    #expect(Set(plain.map(\.score)).count == 1)
    let hits = try hits("storm", index, .init(recencyHalfLife: 30))
    #expect(hits.map(\.key).prefix(3) == ["latest", "month", "old"])
    let gains = Dictionary(
      uniqueKeysWithValues: hits.map { ($0.key, $0.explanation?.recency ?? 0) })
    let latest = try #require(gains["latest"])
    // The latest article of the file gains the idf of the word; one of 30 days before, half of it.
    let idf = log(1 + (6 - 5 + 0.5) / (5 + 0.5))
    #expect(abs(latest - idf) < 1e-12)
    #expect(abs((gains["month"] ?? 0) - latest / 2) < 1e-12)
    #expect(gains["undated"] == 0 && gains["mistake"] == 0)
  }

  @Test func entitiesGainAndLose() throws {
    let index = try TestIndex([
      .sample("nato", body: "The talks went on. NATO was silent."),
      .sample("russia", body: "The talks went on. Russia was silent."),
      .sample("none", body: "The talks went on. Nobody was silent."),
    ])
    func keys(_ name: String, _ factor: Double, _ query: String = "talks") throws -> [String] {
      let factor = SearchRequest.Preferences.EntityFactor(name: name, factor: factor)
      return try hits(query, index, .init(entityFactors: [factor])).map(\.key)
    }
    #expect(try keys("nato", 3).first == "nato")
    #expect(try keys("Russia", 3).first == "russia")
    #expect(try keys("nato", 0).last == "nato")
    #expect(try keys("nato", 1) == keys("unheard of", 5))
    // What the query names counts as many times as much.
    let once = try hits("nato", index)
    let thrice = try hits(
      "nato", index, .init(entityFactors: [.init(name: "nato", factor: 3)]))
    #expect(abs(thrice[0].score - 3 * once[0].score) < 1e-9)
    let response = try LocalEngine(path: index.path).search(
      SearchRequest(
        query: "talks", preferences: .init(entityFactors: [.init(name: "unheard of", factor: 2)])))
    #expect(response.notes.contains { $0.contains("unheard of") })
  }

  @Test func relatedWordsFindFurtherArticles() throws {
    let related = (0..<4).map {
      Article.sample("a\($0)", body: "The volcano sent ash and lava over the island \($0).")
    }
    let filler = (0..<60).map { Article.sample("f\($0)", body: "Budget debate number \($0).") }
    let index = try TestIndex(
      related + filler + [.sample("lava", body: "Lava and ash closed the airport.")])
    let without = try hits("volcano", index)
    #expect(without.count == 4)
    let expanded = try hits("volcano", index, .init(isExpanded: true))
    #expect(expanded.map(\.key).contains("lava"))
    #expect(expanded.last?.key == "lava" && expanded.last?.matchesAll == false)
    // What is asked for in so many words stays what is found.
    for query in ["+volcano", "\"the volcano\"", "volcano AND ash", "title:volcano OR volcano"] {
      let narrow = try hits(query, index, .init(isExpanded: true))
      #expect(Set(narrow.map(\.key)) == Set(without.map(\.key)), "\(query)")
    }
    let response = try LocalEngine(path: index.path).search(
      SearchRequest(query: "volcano", preferences: .init(isExpanded: true)))
    let note = try #require(response.notes.first { $0.hasPrefix("related words count too: ") })
    #expect(note.contains("lava"))
    // Why an article was found that has none of the words typed is to be seen.
    let snippets = try #require(response.hits.last).snippets
    let marked = snippets.flatMap(\.pieces).filter(\.isHighlighted).map(\.text)
    #expect(marked.contains("Lava") && marked.contains("ash"), "\(marked)")
    let excluded = try hits("volcano -ash", index, .init(isExpanded: true))
    #expect(excluded.isEmpty)
    let all = try hits("volcano", index, .init(isExpanded: true), match: .all)
    #expect(all.count == 4)
  }

  /// A word beside Chinese ones counts for the rest of the text, which may have no length.
  @Test func fullLengthNormalisationHasBounds() throws {
    let index = try TestIndex([.sample("phone", title: "", body: "我的iPhone手机坏了。")])
    try DatabaseQueue(path: index.path).write {
      try $0.execute(sql: "UPDATE ranking SET value = 1 WHERE name = 'body_length'")
    }
    let score = try #require(try hits("iphone", index).first?.score)
    #expect(score > 0 && score.isFinite)
  }

  @Test func weightsOfTheFileCount() throws {
    let index = try TestIndex([
      .sample("title", title: "Storm", body: "A bridge fell into the river."),
      .sample("body", title: "Bridge", body: "A storm, then another storm, and a third storm."),
    ])
    func set(_ name: String, _ value: String) throws {
      try DatabaseQueue(path: index.path).write {
        try $0.execute(sql: "UPDATE ranking SET value = \(value) WHERE name = '\(name)'")
      }
    }
    #expect(try hits("storm", index).map(\.key) == ["body", "title"])
    try set("title_weight", "50")
    #expect(try hits("storm", index).map(\.key) == ["title", "body"])
    try set("title_weight", "'heavy'")
    let response = try LocalEngine(path: index.path).search(SearchRequest(query: "storm"))
    #expect(response.hits.map(\.key) == ["body", "title"])
    #expect(response.notes.contains { $0.contains("title_weight") })
    try DatabaseQueue(path: index.path).write {
      try $0.execute(sql: "INSERT INTO ranking VALUES ('tittle_weight', 1, ''), (x'FF', 1, '')")
    }
    let notes = try LocalEngine(path: index.path).search(SearchRequest(query: "storm")).notes
    #expect(notes.contains { $0.contains("tittle_weight") })
    try DatabaseQueue(path: index.path).write { try $0.execute(sql: "DROP TABLE ranking") }
    #expect(try hits("storm", index).map(\.key) == ["body", "title"])
    try DatabaseQueue(path: index.path).write { try $0.execute(sql: "CREATE TABLE ranking (a)") }
    #expect(try hits("storm", index).map(\.key) == ["body", "title"])
  }
}
