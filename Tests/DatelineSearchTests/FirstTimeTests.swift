import DatelineCore
import DatelineIndex
import Testing

@testable import DatelineSearch

/// What is asked for the first time, before anything is known of its words, has the answer of the times after.
@Suite struct FirstTimeTests {
  private static let words = [
    "storm", "harbour", "bridge", "rates", "talks", "minister", "ferry", "telex", "tide",
  ]

  /// The first words are in most articles, the last ones in few; all stand in some rows only of a part of the file.
  private static func articles(_ count: Int, _ random: inout SeededGenerator) -> [Article] {
    (0..<count).map { number in
      var words: [String] = []
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let rank = Int.random(in: 0...8, using: &random) * Int.random(in: 0...8, using: &random) / 8
        words.append(Self.words[rank])
      }
      if number % 1500 < 40 { words += ["quay", "storm", "quay"] }
      return Article.sample(
        "\(number)", title: words.prefix(number % 4).joined(separator: " "),
        body: words.joined(separator: " "), published: "20\(10 + number % 15)-05-06",
        source: number % 3 == 0 ? "Gazette" : "Courier")
    }
  }

  private static func query(_ random: inout SeededGenerator) -> String {
    func word() -> String { (words + ["quay", "nowhere"]).randomElement(using: &random) ?? "" }
    func part() -> String {
      switch random.next() % 6 {
      case 0: "\"\(word()) \(word())\""
      case 1: "title:\(word())"
      default: word()
      }
    }
    let parts = (0..<[2, 2, 3, 4][Int(random.next() % 4)]).map { _ in part() }
    var query = parts.joined(separator: random.next() % 3 == 0 ? " " : " AND ")
    switch random.next() % 6 {
    case 0: query += " before:2016"
    case 1: query += " source:gazette"
    case 2: query += " -\(word())"
    default: break
    }
    return query
  }

  @Test(arguments: 0..<3)
  func sameAsAfterwards(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 77)
    let index = try TestIndex(Self.articles(6000, &random))
    let writer = try IndexWriter(path: index.path)
    // A second segment, and a few small ones, some of whose articles take the place of others.
    try writer.write(Self.articles(2500, &random))
    for number in 0..<seed {
      try writer.write([Article.sample("\(number * 50)", body: "storm quay harbour")])
    }
    try writer.close()
    var hits = 0
    for _ in 0..<25 {
      var request = SearchRequest(query: Self.query(&random))
      request.match = random.next() % 2 == 0 ? .auto : .all
      request.limit = [10, 100, 1000][Int(random.next() % 3)]
      if random.next() % 4 == 0 { request.sort = .date }
      if random.next() % 4 == 0 { request.facets = [.source] }
      if random.next() % 6 == 0 { request.preferences.recencyHalfLife = 500 }
      request.fragments = 0
      let engine = try LocalEngine(path: index.path)
      var first = try engine.search(request)
      first.milliseconds = 0
      hits += first.hits.count
      for _ in 0..<3 {
        var again = try engine.search(request)
        again.milliseconds = 0
        #expect(again == first, "seed \(seed): \(request.query) \(request.sort)")
      }
    }
    #expect(hits > 300)
  }

  @Test(arguments: [2, 63, 64, 65, 200])
  func manyWords(count: Int) throws {
    let words = (0..<count).map { "word\($0)" }
    let index = try TestIndex([
      .sample("all", body: words.joined(separator: " ")),
      .sample("some", body: words.dropLast().joined(separator: " ")),
    ])
    let engine = try LocalEngine(path: index.path)
    for query in [words.joined(separator: " AND "), words.joined(separator: " ")] {
      let request = SearchRequest(query: query, match: .all)
      for _ in 0..<3 { #expect(try engine.search(request).hits.map(\.key) == ["all"]) }
    }
  }
}
