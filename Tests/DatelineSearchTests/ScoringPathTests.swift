import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Testing

@testable import DatelineSearch

/// Scoring concept by concept gives what scoring article by article does, to the last bit.
@Suite struct ScoringPathTests {
  private static let words = [
    "storm", "harbour", "bridge", "NATO", "Russia", "Kyiv", "rate", "cuts", "Gates", "gates",
    "Georgia", "talks", "US", "election", "rating", "東京", "elect",
  ]

  /// Words that are counted otherwise than by the positions of one term.
  private static let special = [
    "+lead:storm", "lead:nato", "=Gates", "+=gates", "gate*", "+rati*", "elec*", "\"rate cu*\"",
    "stormy~1",
    "+talk~1", "東京", "+title:東京", "lead:=Gates", "storm NEAR harbour", "+NEAR(rate cuts talks, 4)",
    "lead:(bridge NEAR election)", "NEAR(\"nato talks\" storm, 6)",
  ]

  private static func text(_ most: Int, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...most, using: &random))
      .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }

  private struct Scorers {
    /// The best by lists, with and without the rows that match.
    var best: Scorer
    var bestAndRows: Scorer
    /// All by lists.
    var all: Scorer
    /// The rows that match by lists.
    var rows: Scorer
    /// All by visits, and the rows that match.
    var visits: Scorer
    var visitedRows: Scorer
  }

  private func scorers(
    _ query: String, match: SearchRequest.Match, _ snapshot: IndexSnapshot,
    _ memory: inout IndexMemory, allowed: RowSet? = nil, capacity: Int = 20,
    visitsAll: Bool = true
  ) throws -> Scorers? {
    var settings = QueryPlanner.Settings()
    settings.match = match
    settings.hasCJKTerms = snapshot.hasCJKTerms
    let parsed = QueryParser.parse(query)
    settings.variants = try FuzzyExpansion(snapshot: snapshot, known: [:])
      .variants(in: parsed).variants
    settings.prefixes = try PrefixExpansion(snapshot: snapshot, known: [:]).forms(in: parsed)
    let plan = QueryPlanner.plan(parsed, gazetteer: .builtIn, settings: settings)
    guard let expression = plan.expression else { return nil }
    let matcher = try #require(try snapshot.matcher(for: expression))
    func scorer(
      _ purpose: Scorer.Purpose, _ frequencies: [ConceptFrequencies?], scoresAll: Bool = false
    ) throws -> Scorer {
      Scorer(
        Scorer.Input(
          plan: plan, formula: memory.formula, lengths: memory.lengths,
          mentions: try plan.concepts.map { concept in
            try concept.entity.map { try snapshot.mentions(ofEntity: $0) }
          },
          // With an entity to boost, which is nowhere, no article may be passed over.
          boosted: scoresAll ? [EntityMentions()] : [], recency: nil, allowed: allowed,
          knownFrequencies: [:], frequencies: frequencies,
          forms: memory.formValues(of: plan.concepts)),
        capacity: capacity, prefersAll: match == .auto, purpose: purpose)
    }
    let lists = try memory.conceptFrequencies(of: plan.concepts, snapshot)
    let made = Scorers(
      best: try scorer(.best, lists), bestAndRows: try scorer(.bestAndRows, lists),
      all: try scorer(.bestAndRows, lists, scoresAll: true), rows: try scorer(.rows, lists),
      visits: try scorer(.bestAndRows, []), visitedRows: try scorer(.rows, []))
    for scorer in [made.best, made.bestAndRows, made.all, made.rows] {
      try #require(scorer.usesLists)
      try scorer.score(matcher) {
        if scorer !== made.all { Issue.record("all articles were scored") }
        return memory.scoreSums()
      }
    }
    for scorer in [made.visits, made.visitedRows] {
      #expect(!scorer.usesLists)
      if visitsAll { try matcher.run(scorer) }
    }
    return made
  }

  private func expectSame(_ found: Scorers, visitsAll: Bool = true, _ query: String) {
    let best = found.best.hits(rescored: 100, wanted: 1000) { _ in 0 }
    let scorers = [found.bestAndRows, found.all] + (visitsAll ? [found.visits] : [])
    for scorer in scorers {
      #expect(scorer.hits(rescored: 100, wanted: 1000) { _ in 0 } == best, "\(query)")
    }
    let rows = found.rows.rows.map { ($0.found.members, $0.complete.members) }
    for scorer in scorers + [found.rows] + (visitsAll ? [found.visitedRows] : []) {
      #expect(scorer.total == found.best.total, "\(query)")
      #expect(scorer.totalMatchingAll == found.best.totalMatchingAll, "\(query)")
      #expect(scorer.rows?.found.members == rows?.0, "\(query)")
      #expect(scorer.rows?.complete.members == rows?.1, "\(query)")
    }
    #expect(rows?.0.count == found.best.total, "\(query)")
    guard visitsAll, let members = rows?.0 else { return }
    #expect(
      found.rows.scores(ofRows: members).map(\.bitPattern)
        == found.visitedRows.scores(ofRows: members).map(\.bitPattern), "\(query)")
  }

  @Test(arguments: 0..<4)
  func listsAndVisitsAgree(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let articles = (0..<300).map {
      Article.sample(
        "\($0)", title: Self.text(6, &random), body: Self.text($0 % 9 == 0 ? 400 : 90, &random))
    }
    let index = try TestIndex(articles)
    let reader = try IndexReader(path: index.path)
    try reader.read { snapshot in
      var memory = IndexMemory()
      try memory.update(snapshot)
      var (hits, isSpecial) = (0, 0)
      for _ in 0..<60 {
        var query = (0..<Int.random(in: 1...5, using: &random))
          .map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
        if random.next() % 4 == 0 { query += " -bridge" }
        if random.next() % 4 == 0 { query = "title:\(query) OR \"nato talks\"" }
        if random.next() % 2 == 0 {
          query += " " + (Self.special.randomElement(using: &random) ?? "")
          isSpecial += 1
        }
        let match: SearchRequest.Match = random.next() % 2 == 0 ? .auto : .any
        guard let found = try scorers(query, match: match, snapshot, &memory) else { continue }
        expectSame(found, query)
        hits += found.best.hits(rescored: 100, wanted: 20) { _ in 0 }.count
      }
      #expect(hits > 300)
      #expect(isSpecial > 10)
    }
  }

  /// Passing over articles loses none of the best, with several windows of rows, filters and many kinds of
  /// words: some in every article, some in few, some only in one part of the file.
  @Test(arguments: 0..<3)
  func passingOverLosesNothing(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 50)
    let count = 9000 + seed * 1700
    let articles = (0..<count).map { number in
      var words = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        // The first words are in most articles, the last ones in few.
        Self.words[
          min(Self.words.count - 1, Int(random.next() % 40) * Int(random.next() % 40) / 90)]
      }
      if number % 900 < 3 { words.append("rarely") }
      if number > 5000, number < 5600 { words += Array(repeating: "locally", count: number % 7) }
      return Article.sample(
        "\(number)", title: words.prefix(number % 3).joined(separator: " "),
        body: words.joined(separator: " "))
    }
    let index = try TestIndex(articles)
    let reader = try IndexReader(path: index.path)
    try reader.read { snapshot in
      var memory = IndexMemory()
      try memory.update(snapshot)
      let known = Self.words + ["rarely", "locally", "nowhere"]
      for number in 0..<45 {
        let words = (0..<Int.random(in: 1...5, using: &random))
          .map { _ in known.randomElement(using: &random) ?? "" }
        var query = words.joined(separator: [" ", " OR ", " AND "][number % 3])
        if random.next() % 5 == 0 { query += " -bridge" }
        if random.next() % 6 == 0 { query += " \"rate cuts\"" }
        let allowed = RowSet(rowCount: memory.lengths.count)
        let share = [0, 1, 30][Int(random.next() % 3)]
        for row in 0..<count where share > 0 && Int(random.next() % 40) < share {
          allowed.insert(row)
        }
        let match = [SearchRequest.Match.auto, .any, .all][Int(random.next() % 3)]
        let capacity = [10, 100, 1000][Int(random.next() % 3)]
        guard
          let found = try scorers(
            query, match: match, snapshot, &memory, allowed: share == 0 ? nil : allowed,
            capacity: capacity, visitsAll: false)
        else { continue }
        expectSame(found, visitsAll: false, "\(query) \(match) \(capacity) \(share)")
      }
    }
  }

  /// Each part of the file has an article that is a little better than all before.
  @Test func littleBetterArticlesBehindAreFound() throws {
    let articles = (0..<13_000).map { number in
      Article.sample(
        "\(number)", title: "",
        body: "storm harbour" + String(repeating: " calm", count: 160 - number / 100))
    }
    let index = try TestIndex(articles)
    let reader = try IndexReader(path: index.path)
    try reader.read { snapshot in
      var memory = IndexMemory()
      try memory.update(snapshot)
      for query in ["storm harbour", "storm OR harbour", "storm AND harbour"] {
        guard
          let found = try scorers(
            query, match: .any, snapshot, &memory, capacity: 10, visitsAll: false)
        else { continue }
        expectSame(found, visitsAll: false, query)
        let hits = found.best.hits(rescored: 100, wanted: 10) { _ in 0 }
        #expect(hits.map(\.articleID) == Array(12_901...12_910), "\(query)")
      }
    }
  }

  /// Additions are asked for only where they can matter, and the page is that of asking for all.
  @Test(arguments: 0..<20)
  func additionsThatCannotMatterAreNotAskedFor(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var top = TopHits(capacity: 100, prefersAll: seed.isMultiple(of: 2))
    var additions: [Int64: Double] = [:]
    for id in Int64(0)..<200 {
      let addition = Double.random(in: 0..<1, using: &random)
      additions[id] = addition
      top.offer(
        TopHits.Candidate(
          articleID: id, score: Double.random(in: 0..<20, using: &random),
          proximity: Double.random(in: 0..<1, using: &random),
          mostAddition: addition + Double.random(in: 0..<0.5, using: &random),
          matchesAll: Bool.random(using: &random)))
    }
    let all = top.sorted(rescored: 100, wanted: 100) { additions[$0.articleID] ?? 0 }
    var asked = 0
    let page = top.sorted(rescored: 100, wanted: 10) {
      asked += 1
      return additions[$0.articleID] ?? 0
    }
    #expect(page.prefix(10) == all.prefix(10))
    #expect(asked < 90)
  }
}

extension RowSet {
  fileprivate var members: [Int] {
    var rows: [Int] = []
    forEachRow { rows.append($0) }
    return rows
  }
}
