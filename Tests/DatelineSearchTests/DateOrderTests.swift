import DatelineCore
import DatelineIndex
import Testing

@testable import DatelineSearch

/// Pages by date are those of all hits put in order.
@Suite struct DateOrderTests {
  private static let words = ["storm", "harbour", "bridge", "nato", "russia", "rate", "talks"]

  /// Few of a word, only in the oldest articles; many of others; same dates and none.
  private static func articles(_ count: Int, _ random: inout SeededGenerator) -> [Article] {
    (0..<count).map { number in
      let year = 1990 + Int(random.next() % 30)
      var words: [String] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let rank = Int.random(in: 0...6, using: &random) / Int.random(in: 1...3, using: &random)
        words.append(Self.words[rank])
      }
      if year == 1990 { words.append("telex") }
      let month = 10 + Int(random.next() % 3)
      return Article.sample(
        "\(number)", title: words.prefix(number % 3).joined(separator: " "),
        body: words.joined(separator: " "),
        published: number % 11 == 0 ? nil : "\(year)-\(month)-1\(number % 4)T00:00:00Z",
        source: number % 3 == 0 ? "Gazette" : "Courier")
    }
  }

  private static func word(_ random: inout SeededGenerator) -> String {
    words.randomElement(using: &random) ?? ""
  }

  @Test(arguments: 0..<4)
  func pagesAreThoseOfAllHitsInOrder(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 9)
    let articles = Self.articles(3000, &random)
    let dates = Dictionary(uniqueKeysWithValues: articles.map { ($0.key, $0.published) })
    let index = try TestIndex(articles)
    let engine = try LocalEngine(path: index.path)
    var deep = 0
    for _ in 0..<60 {
      let (a, b) = (Self.word(&random), Self.word(&random))
      // In `auto` articles with both of two words come first.
      let pairs = ["telex \(a)", "\(a) \(b)", "lead:\(a) title:\(b)"]
      let others = [
        "telex", a, "\(a) \(b) telex nowhere", "+\(a) -\(b)", "\(a) NEAR \(b)",
        "\(a) before:1995", "source:gazette", "source:courier before:1992-11", "", "nowhere",
        "\(b) published:1993..1999",
      ]
      let isPair = random.next() % 3 == 0
      var request = SearchRequest(
        query: (isPair ? pairs : others).randomElement(using: &random) ?? "")
      request.match = random.next() % 2 == 0 ? .auto : .all
      request.limit = 5000
      if random.next() % 4 == 0 { request.until = "1997" }
      if random.next() % 4 == 0 {
        request.preferences.entityFactors = [.init(name: "NATO", factor: 2)]
      }
      request.fragments = 0
      let query = "\(request.query) \(request.match) \(request.until ?? "")"
      let all = try engine.search(request)
      try #require(all.hits.count == all.total, "\(query)")
      request.sort = .date
      request.limit = Int.random(in: 0...30, using: &random)
      if random.next() % 2 == 0 {
        request.offset = Int.random(in: 0...(all.total + 5), using: &random)
        deep += 1
      }
      let page = try engine.search(request)
      #expect(page.total == all.total, "\(query)")
      #expect(page.totalMatchingAll == all.totalMatchingAll, "\(query)")
      let isTiered = request.match == .auto && isPair
      let expected = all.hits.sorted { left, right in
        if isTiered, left.matchesAll != right.matchesAll { return left.matchesAll }
        let (a, b) = (dates[left.key] ?? nil, dates[right.key] ?? nil)
        return a != b ? (a ?? "") > (b ?? "") : left.id > right.id
      }
      let wanted = expected.dropFirst(request.offset).prefix(request.limit)
      #expect(page.hits.map(\.id) == wanted.map(\.id), "\(query) \(request.offset)")
      #expect(page.hits.map(\.matchesAll) == wanted.map(\.matchesAll), "\(query)")
    }
    #expect(deep > 10)
  }

  /// What a hit scores does not depend on the order, but for what is added to the best by relevance only.
  @Test func scoresAreThoseByRelevance() throws {
    var random = SeededGenerator(seed: 3)
    let index = try TestIndex(Self.articles(500, &random))
    let engine = try LocalEngine(path: index.path)
    var request = SearchRequest(query: "storm")
    request.limit = 500
    request.preferences.entityFactors = [.init(name: "NATO", factor: 3)]
    request.preferences.recencyHalfLife = 400
    let byRelevance = try engine.search(request).hits
    request.sort = .date
    let byDate = try engine.search(request).hits
    #expect(byDate.count == byRelevance.count)
    let scores = Dictionary(uniqueKeysWithValues: byDate.map { ($0.id, $0.score) })
    // The first may have gained by the form of their words.
    let others = byRelevance.dropFirst(100)
    #expect(others.count > 100)
    #expect(others.allSatisfy { scores[$0.id] == $0.score })
    #expect(Set(others.map(\.score)).count > 10)
  }

  /// FTS5 by date, which `dateline bench` measures beside, has the same articles.
  @Test func stockHasTheSamePage() throws {
    var random = SeededGenerator(seed: 4)
    let index = try TestIndex(Self.articles(800, &random))
    let engine = try LocalEngine(path: index.path)
    let stock = try StockSearch(path: index.path, isByDate: true)
    for word in ["storm", "telex", "talks", "nowhere"] {
      let request = SearchRequest(query: word, limit: 50, sort: .date, match: .all)
      #expect(
        try engine.ranked(request).map(\.id)
          == stock.first("{title body} : \"\(word)\"", limit: 50), "\(word)")
    }
  }
}
