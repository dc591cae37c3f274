import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation
import Testing

@testable import DatelineCluster

@Suite(.enabled(if: SphinxCluster.isInstalled), .serialized) struct ClusterSearchTests {
  private static func article(_ number: Int, _ title: String, _ body: String) -> Article {
    Article(
      key: "a\(number)", title: title, body: body, published: "2016-05-0\(number)",
      source: number % 2 == 0 ? "The Wire" : "Daily Post", url: "http://x.example/\(number)",
      language: "en", origin: Origin(file: "test", record: number, offset: 0))
  }

  /// What keeps articles is used in the same way, whatever it is: what is stored twice is there once, and is found with
  /// its last text; what is deleted is not.
  @Test func filesAndClustersKeepTheSame() throws {
    func fill(_ sink: some ArticleSink) throws -> Int {
      try sink.store((0..<20).map { Self.article($0, "Pipeline", "It leaked.") })
      try sink.store([Self.article(3, "Pipeline", "It was mended.")])
      return try sink.delete(keys: ["a4", "a5", "a5", "none"])
    }
    func total(_ engine: some SearchEngine, _ query: String) throws -> Int {
      try engine.search(SearchRequest(query: query)).total
    }
    let cluster = try SphinxCluster(shards: 2)
    let path = cluster.folder.appending(path: "news.db").path
    #expect(try fill(IndexWriter(path: path)) == 2)
    #expect(try fill(cluster.writer()) == 2)
    let (file, engine) = (try LocalEngine(path: path), try cluster.engine())
    for (query, expected) in [("pipeline", 18), ("leaked", 17), ("mended", 1)] {
      #expect(try total(file, query) == expected && total(engine, query) == expected, "\(query)")
    }
  }

  /// Articles that name an entity gain by its factor; the same ones are found.
  @Test func entitiesAndLeadsCountInTheRanking() throws {
    let cluster = try SphinxCluster(shards: 1)
    let writer = try cluster.writer()
    let filler = String(repeating: "Nothing else was said of it. ", count: 30)
    for article in [
      Self.article(1, "One", "The pipeline leaked, said NATO. " + filler),
      Self.article(2, "Two", "The pipeline leaked, said nobody. " + filler),
      Self.article(3, "Three", filler + "The pipeline leaked, said nobody."),
    ] { try writer.write(article) }
    // A word that all articles have counts nothing.
    for number in 4..<10 { try writer.write(Self.article(number, "Other", filler)) }
    try writer.flush()
    let engine = try cluster.engine()
    func scores(_ factor: Double?) throws -> [String: Double] {
      var request = SearchRequest(query: "pipeline")
      if let factor {
        request.preferences.entityFactors = [.init(name: "nato", factor: factor)]
      }
      let response = try engine.search(request)
      #expect(response.total == 3 && response.notes.isEmpty)
      return Dictionary(uniqueKeysWithValues: response.hits.map { ($0.key, $0.score) })
    }
    let plain = try scores(nil)
    let gained = try scores(3)
    let lost = try scores(0.5)
    func score(_ scores: [String: Double], _ key: String) throws -> Double {
      try #require(scores[key])
    }
    #expect(try score(plain, "a1") > 0.1)
    #expect(abs(try score(gained, "a1") - 3 * score(plain, "a1")) < 0.01)
    #expect(abs(try score(lost, "a1") - 0.5 * score(plain, "a1")) < 0.01)
    #expect(try score(gained, "a2") == score(plain, "a2"))
    // The same word counts more at the beginning.
    #expect(try score(plain, "a2") > score(plain, "a3"))
    var unknown = SearchRequest(query: "pipeline")
    unknown.preferences.entityFactors = [.init(name: "no such body", factor: 2)]
    #expect(try engine.search(unknown).notes.contains { $0.contains("no entity is called") })
  }

  /// The latest articles gain, older ones the less, and dates to come are mistakes.
  @Test func recentArticlesGain() throws {
    let cluster = try SphinxCluster(shards: 2)
    let writer = try cluster.writer()
    let dates = ["2016-05-31", "2016-05-01", "2016-04-01T10:00:00Z", "2010", "2999-01-01", nil]
    for (number, date) in dates.enumerated() {
      var article = Self.article(number, "Pipeline", "The pipeline leaked.")
      article.published = date
      try writer.write(article)
    }
    try writer.flush()
    let engine = try cluster.engine()
    var request = SearchRequest(query: "pipeline", fragments: 0)
    func scores() throws -> [Double] {
      let hits = try engine.search(request).hits
      #expect(hits.count == dates.count)
      let scores = Dictionary(uniqueKeysWithValues: hits.map { ($0.key, $0.score) })
      return try dates.indices.map { try #require(scores["a\($0)"]) }
    }
    let plain = try scores()
    #expect(Set(plain).count == 1)
    request.preferences.recencyHalfLife = 30
    let gained = try scores()
    for (place, gain) in [1, 0.5, 0.25, 0, 0, 0].enumerated() {
      #expect(abs(gained[place] / plain[0] - 1 - gain) < 0.001, "\(place): \(gained)")
    }
  }

  /// The latest come first, in the order of a file; of one date in any.
  @Test func datesOrderAsInAFile() throws {
    let dates = [
      "2016", "2016-05", "2016-05-04", "2016-05-04T00:00:00Z", "2016-05-04T10:00:00Z", "2016-01-01",
      "2015-12-31T23:59:59Z", "2016-05-01", nil,
    ]
    let articles = dates.enumerated().map { number, date in
      var article = Self.article(number, "Pipeline", "It leaked.")
      article.published = date
      return article
    }
    let cluster = try SphinxCluster(shards: 2)
    let path = cluster.folder.appending(path: "news.db").path
    try IndexWriter(path: path).store(articles)
    try cluster.writer().store(articles)
    for query in ["pipeline", ""] {
      let request = SearchRequest(query: query, limit: 20, sort: .date)
      let expected = try LocalEngine(path: path).search(request).hits.map(\.key)
      #expect(expected.count == dates.count)
      #expect(try cluster.engine().search(request).hits.map(\.key) == expected)
    }
  }

  /// More hits than the servers take numbers in a condition have all words or not, as in a file.
  @Test func manyHitsSayWhetherTheyHaveAllWords() throws {
    let cluster = try SphinxCluster(shards: 2)
    try cluster.writer().store(
      (0..<4_200).map { number in
        Article(
          key: "a\(number)", title: "Pipeline",
          body: number < 4_150 ? "It leaked." : "It was mended.",
          source: "Outlet \(number)", origin: Origin(file: "test", record: number, offset: 0))
      })
    let engine = try cluster.engine()
    for (match, sort) in [
      (SearchRequest.Match.auto, SearchRequest.Sort.relevance), (.any, .relevance), (.auto, .date),
    ] {
      let response = try engine.search(
        SearchRequest(
          query: "pipeline mended", limit: 5_000, sort: sort, match: match, fragments: 0))
      #expect(response.hits.count == 4_200 && response.total == 4_200)
      #expect(response.hits.filter(\.matchesAll).count == 50 && response.totalMatchingAll == 50)
    }
    // A page is the same, whether its texts come with it or behind it.
    func page(_ offset: Int, _ limit: Int) throws -> [Hit] {
      try engine.search(SearchRequest(query: "pipeline mended", limit: limit, offset: offset)).hits
    }
    let (near, far) = (try page(40, 60), try page(0, 600))
    #expect(near.map(\.key) == far[40..<100].map(\.key) && far.map(\.rank) == Array(1...600))
    #expect(near.map(\.score) == far[40..<100].map(\.score))
    #expect(near.map(\.matchesAll) == far[40..<100].map(\.matchesAll))
    #expect(near.map(\.snippets) == far[40..<100].map(\.snippets))
    #expect(try page(4_190, 20).map(\.rank) == Array(4_191...4_200))
    // As many outlets as that are meant.
    for (query, expected) in [("source:outlet", 4_200), ("mended -source:outlet", 0)] {
      #expect(try engine.search(SearchRequest(query: query)).total == expected, "\(query)")
    }
  }

  @Test func articlesAreWrittenAndFound() throws {
    let cluster = try SphinxCluster(shards: 3)
    let writer = try cluster.writer()
    let articles = [
      Self.article(1, "NATO meets", "The alliance's ministers met in Brussels about elections."),
      Self.article(2, "Rates rise", "The central bank raised interest rates again, it said."),
      Self.article(
        3, "Vote in Kyiv", "An election was held. It's a 'quoted' \\ text; DROP TABLE news."),
      Self.article(4, "中国新闻", "北京的会议 und Straße café naïve"),
    ]
    for article in articles { try writer.write(article) }
    try writer.flush()
    #expect(writer.written == 4)
    let engine = try cluster.engine()
    func keys(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws
      -> [String]
    {
      var request = SearchRequest(query: query)
      change(&request)
      let response = try engine.search(request)
      #expect(response.warnings.isEmpty, "\(response.warnings)")
      #expect(response.total == response.hits.count)
      return response.hits.map(\.key).sorted()
    }
    #expect(try keys("election") == ["a1", "a3"])
    #expect(try keys("\"interest rates\"") == ["a2"])
    #expect(try keys("elections*") == ["a1"])
    #expect(try keys("title:rates") == ["a2"])
    #expect(try keys("nato") == ["a1"])
    #expect(try keys("entity:nato") == ["a1"])
    #expect(try keys("cafe naive") == ["a4"])
    #expect(try keys("北京") == ["a4"])
    #expect(try keys("election NOT kyiv") == ["a1"])
    #expect(try keys("NOT kyiv").count == 3)
    #expect(try keys("").count == 4)
    #expect(try keys("source:wire") == ["a2", "a4"])
    #expect(try keys("NOT source:wire") == ["a1", "a3"])
    #expect(try keys("after:2016-05-03") == ["a3", "a4"])
    #expect(try keys("NOT published:2016-05-03") == ["a1", "a2", "a4"])
    #expect(try keys("") { $0.until = "2016-05-02" } == ["a1", "a2"])
    #expect(try keys("NEAR(ministers brussels, 3)") == ["a1"])
    let hit = try #require(try engine.search(SearchRequest(query: "quoted")).hits.first)
    #expect(hit.title.text == "Vote in Kyiv")
    #expect(hit.snippets.first?.text.contains("'quoted' \\ text; DROP TABLE news") == true)
    #expect(hit.snippets.first?.highlights.isEmpty == false)
    let spread = try engine.search(
      SearchRequest(query: "", facets: [.source, .year, .month, .entity, .section]))
    #expect(spread.facets[0].values.map(\.name) == ["Daily Post", "The Wire"])
    #expect(spread.facets[1].values == [Facet.Value(name: "2016", count: 4)])
    #expect(spread.facets[2].values == [Facet.Value(name: "2016-05", count: 4)])
    #expect(spread.facets[3].values.contains { $0.name == "NATO" && $0.count == 1 })
    #expect(spread.facets[4].withoutValue == 4)
    // What cannot be searched for has no articles, and counts of none.
    let nothing = try engine.search(SearchRequest(query: "'s", facets: [.source, .entity]))
    #expect(nothing.total == 0 && nothing.facets.map(\.field) == [.source, .entity])
    #expect(nothing.facets.allSatisfy { $0.values.isEmpty && $0.withoutValue == 0 })
  }
}
