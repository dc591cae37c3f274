import DatelineCore
import DatelineIndex
import Testing

@testable import DatelineSearch

/// Articles that match are counted by the values of fields.
@Suite struct FacetTests {
  private static let sources: [String?] = ["Wire", "Herald", "Évening", nil]
  private static let sections: [String?] = ["world", "sport", nil]
  private static let dates: [String?] = [
    "2016-05-04", "2016-05-09T10:00:00Z", "2016-11", "2017", nil,
  ]
  private static let words = ["storm", "harbour", "NATO", "Russia", "talks", "Kyiv"]

  private static func article(_ number: Int, _ random: inout SeededGenerator) -> Article {
    var article = Article.sample(
      "\(number)", title: "Report \(number)",
      body: (0..<Int.random(in: 1...8, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " "))
    article.source = sources.randomElement(using: &random) ?? nil
    article.section = sections.randomElement(using: &random) ?? nil
    article.published = dates.randomElement(using: &random) ?? nil
    article.language = "en"
    return article
  }

  /// What a person would count in the articles of all hits.
  private func counted(_ field: Facet.Field, _ articles: [StoredArticle]) -> (Facet, without: Int) {
    var counts: [String: Int] = [:]
    var without = 0
    for article in articles {
      let values: [String] =
        switch field {
        case .source: [article.source].compactMap { $0 }
        case .section: [article.section].compactMap { $0 }
        case .language: [article.language].compactMap { $0 }
        case .entity: article.entities
        case .year: [article.published.map { String($0.prefix(4)) }].compactMap { $0 }
        case .month: [article.published.map { String($0.prefix(7)) }].compactMap { $0 }
        }
      if values.isEmpty { without += 1 }
      for value in values { counts[value, default: 0] += 1 }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return (
      Facet(
        field: field, values: sorted.prefix(2).map { .init(name: $0.key, count: $0.value) },
        otherValues: max(0, sorted.count - 2), withoutValue: without), without
    )
  }

  @Test(arguments: [
    "storm", "storm harbour", "storm AND NATO", "\"storm harbour\"", "entity:russia", "",
    "storm -talks", "title:report", "NEAR(storm talks, 2)", "sto*", "source:wire storm", "nowhere",
  ])
  func countsAreThoseOfTheHits(query: String) throws {
    var random = SeededGenerator(seed: 8)
    let index = try TestIndex((0..<400).map { Self.article($0, &random) })
    let engine = try LocalEngine(path: index.path)
    let reader = try IndexReader(path: index.path)
    for sort in SearchRequest.Sort.allCases {
      let request = SearchRequest(
        query: query, limit: 1000, sort: sort, fragments: 0, facets: Facet.Field.allCases,
        facetLimit: 2)
      let response = try engine.search(request)
      #expect(response.hits.count == response.total)
      let articles = try response.hits.compactMap { try reader.article(id: $0.id) }
      #expect(response.facets == Facet.Field.allCases.map { counted($0, articles).0 }, "\(query)")
      // Counting changes nothing else.
      var plain = request
      plain.facets = []
      var without = try engine.search(plain)
      #expect(without.facets.isEmpty)
      without.facets = response.facets
      without.milliseconds = response.milliseconds
      #expect(without == response)
    }
  }
}
