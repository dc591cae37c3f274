import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// The blocks of frequent words hold what the index holds, whatever was done to it, and score no more than they say.
@Suite struct BlockMaximaTests {
  private static let words = [
    "storm", "harbour", "bridge", "rate", "talks", "election", "minister",
  ]

  private let folder: TemporaryFolder
  private var path: String { folder.path("news.db") }

  init() throws { folder = try TemporaryFolder() }

  private static func text(_ most: Int, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in
      // Some words are in most texts, others in few; all others are new ones.
      let rank = Int.random(in: 0..<12, using: &random)
      return rank < words.count ? words[rank * rank / words.count] : "w\(random.next() % 5000)"
    }.joined(separator: " ")
  }

  private static func articles(
    _ numbers: Range<Int>, _ random: inout SeededGenerator
  ) -> [Article] {
    numbers.map {
      .sample("\($0)", title: text(5, &random), body: text($0 % 7 == 0 ? 300 : 60, &random))
    }
  }

  private func write(_ articles: [Article]) throws {
    let writer = try IndexWriter(path: path)
    try writer.write(articles)
    try writer.close()
  }

  private func optimize(all: Bool) throws {
    let writer = try IndexWriter(path: path)
    _ = try writer.optimize(rebuildsTables: all)
    try writer.close()
  }

  /// Compares the blocks of all words with their postings.
  /// - Returns: how many had blocks.
  private func compare(_ label: String) throws -> Int {
    try IndexReader(path: path).read { snapshot in
      let lengths = try snapshot.fieldLengths()
      let formula = RankingFormula(try snapshot.rankingWeights().weights)
      var compared = 0
      for word in Self.words {
        for columns in ["{body title cjk_terms}", "title"] {
          let expression = "\(columns) : \"\(word)\""
          guard let blocks = try snapshot.wordBlocks(ofPhrase: expression, formula, lengths)
          else { continue }
          compared += 1
          let isTitle = columns == "title"
          let counts = try #require(try snapshot.counts(ofPhrase: expression))
          var expected: [Int64: PhraseCounts.Count] = [:]
          let buffer = UnsafeMutableBufferPointer<PhraseCounts.Count>.allocate(
            capacity: counts.articles.count)
          defer { buffer.deallocate() }
          counts.fill(buffer, from: 0)
          for (id, count) in zip(counts.articles, buffer) { expected[id] = count }
          #expect(blocks.count == expected.count, "\(label): \(expression)")
          compareChampions(
            of: blocks, expected, isTitle, formula, lengths, "\(label): \(expression)")
          while let most = blocks.mostInRest {
            let isRight = try blocks.readNext { id, found, _ in
              let wanted = expected.removeValue(forKey: id)
              #expect(
                isTitle ? wanted?.title == found.title : wanted == found,
                "\(label): \(expression) in \(id)")
              guard let row = lengths.row(of: id) else { return }
              let value = formula.saturate(
                formula.frequency(
                  title: Double(found.title), lead: isTitle ? 0 : Double(found.lead),
                  rest: isTitle ? 0 : Double(found.rest), lengths[row],
                  averages: lengths.averages))
              #expect(value <= most * (1 + 1e-12), "\(label): \(expression) in \(id)")
            }
            #expect(isRight)
          }
          #expect(expected.isEmpty, "\(label): \(expression)")
        }
      }
      return compared
    }
  }

  /// Compares the champions of a word with all articles that have it.
  private func compareChampions(
    of blocks: WordBlocks, _ expected: [Int64: PhraseCounts.Count], _ isTitle: Bool,
    _ formula: RankingFormula, _ lengths: FieldLengths, _ label: String
  ) {
    func frequency(_ id: Int64, _ found: PhraseCounts.Count) -> Double? {
      lengths.row(of: id).map {
        formula.frequency(
          title: Double(found.title), lead: isTitle ? 0 : Double(found.lead),
          rest: isTitle ? 0 : Double(found.rest), lengths[$0], averages: lengths.averages)
      }
    }
    let others = blocks.othersThanChampions
    var rest = expected
    var ofMost: Int64 = 0
    blocks.readChampions { entry in
      let wanted = rest.removeValue(forKey: entry.row)
      // Those that were deleted since are passed over by whoever reads.
      guard let found = frequency(entry.row, entry.count) else { return }
      #expect(isTitle ? wanted?.title == entry.count.title : wanted == entry.count, "\(label)")
      #expect(entry.restInWindow <= entry.count.rest, "\(label)")
      if found == others.frequency { ofMost = max(ofMost, entry.row) }
    }
    for (id, count) in rest {
      guard let found = frequency(id, count) else { continue }
      let value = formula.saturate(found)
      #expect(value <= (others.most ?? 0) * (1 + 1e-12), "\(label) in \(id)")
      guard let most = others.frequency else { continue }
      #expect(found == most ? id > ofMost : value <= others.next, "\(label) in \(id)")
    }
  }

  /// The window of a champion is counted from its positions.
  @Test func championsKnowTheirWindow() throws {
    var random = SeededGenerator(seed: 3)
    try write(
      (0..<1500).map { number in
        let words = (0..<60).map { _ in "w\(random.next() % 5000)" }
        return .sample("\(number)", title: "calm", body: "storm " + words.joined(separator: " "))
      } + [
        .sample(
          "long", title: "storm",
          body: (0..<500).map { [10, 120, 299, 300, 450].contains($0) ? "storm" : "w\($0)" }
            .joined(separator: " ") + String(repeating: " storm", count: 60))
      ])
    try IndexReader(path: path).read { snapshot in
      let formula = RankingFormula(try snapshot.rankingWeights().weights)
      let blocks = try #require(
        try snapshot.wordBlocks(
          ofPhrase: "{body title cjk_terms} : \"storm\"", formula, try snapshot.fieldLengths()))
      var found: ChampionList.Entry?
      blocks.readChampions { if $0.row == 1501 { found = $0 } }
      let entry = try #require(found)
      #expect(entry.count == PhraseCounts.Count(title: 1, lead: 1, rest: 64))
      #expect(entry.restInWindow == 2)
      #expect(entry.tokens == 300)
    }
  }

  @Test(arguments: 0..<2)
  func blocksHoldWhatTheIndexHolds(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed + 7))
    try write(Self.articles(0..<4000, &random))
    #expect(try compare("built at one go") > 6)
    #expect(try IndexCheck.run(path: path).passed)
    // Small segments beside the large one.
    try write(Self.articles(4000..<4020, &random))
    try write(Self.articles(4010..<4040, &random))
    #expect(try compare("after small imports") > 6)
    // Other tools change some of what is in the blocks, and change it back.
    try withPlainConnection(path) { db in
      for number in 0..<60 {
        let id = Int.random(in: 1...4000, using: &random)
        switch number % 3 {
        case 0: try db.execute(sql: "DELETE FROM articles WHERE id = ?", arguments: [id])
        case 1:
          try db.execute(
            sql: "UPDATE articles SET body = body || ' storm bridge' WHERE id = ?", arguments: [id])
        default:
          try db.execute(
            sql: "UPDATE articles SET title = 'harbour', body = 'calm' WHERE id = ?",
            arguments: [id])
        }
      }
    }
    #expect(try compare("after changes") > 6)
    #expect(try IndexCheck.run(path: path).passed)
    try withPlainConnection(path) {
      try $0.execute(sql: "INSERT INTO articles_fts(articles_fts, rank) VALUES ('merge', 20)")
    }
    _ = try compare("with a merge under way")
    #expect(try IndexCheck.run(path: path).passed)
    // A second large segment, some of whose articles replace old ones.
    try write(Self.articles(3900..<9000, &random))
    _ = try compare("after a second large import")
    #expect(try IndexCheck.run(path: path).passed)
    try optimize(all: false)
    #expect(try compare("in one segment again") > 6)
    #expect(try IndexCheck.run(path: path).passed)
    try withPlainConnection(path) { try $0.execute(sql: "DROP TABLE block_maxima") }
    #expect(try compare("without the table") == 0)
    #expect(try IndexCheck.run(path: path).passed)
    try optimize(all: true)
    #expect(try compare("made anew") > 6)
  }

  @Test func twoLargeSegmentsBothHaveBlocks() throws {
    var random = SeededGenerator(seed: 3)
    try write(Self.articles(0..<3000, &random))
    try write(Self.articles(3000..<7000, &random))
    let segments = try withPlainConnection(path) {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM block_maxima WHERE term = x''")
    }
    #expect(segments == 2)
    #expect(try compare("two segments") > 6)
    #expect(try IndexCheck.run(path: path).passed)
  }

  /// Whatever is wrong with the table, it is not taken, and checked files say so.
  @Test func damagedTablesAreNotTaken() throws {
    var random = SeededGenerator(seed: 5)
    try write(Self.articles(0..<3000, &random))
    let all = try compare("whole")
    #expect(all > 6)
    try withPlainConnection(path) {
      try $0.execute(
        sql: """
          UPDATE block_maxima SET blocks = substr(blocks, 1, length(blocks) - 1) || x'00'
          WHERE term = CAST('storm' AS BLOB)
          """)
    }
    #expect(try compare("one cut") == all - 2)
    #expect(try !IndexCheck.run(path: path).passed)
    try optimize(all: true)
    try withPlainConnection(path) {
      try $0.execute(sql: "UPDATE block_maxima SET digest = 'x' WHERE term = CAST('storm' AS BLOB)")
    }
    #expect(try compare("another digest") == all - 2)
    #expect(try !IndexCheck.run(path: path).passed)
    try withPlainConnection(path) {
      try $0.execute(sql: "UPDATE ranking SET value = value + 1 WHERE name = 'title_weight'")
    }
    #expect(try compare("other weights") == 0)
    try optimize(all: true)
    #expect(try compare("made anew") == all)
    #expect(try IndexCheck.run(path: path).passed)
  }

  @Test func boundsHoldWithLongerArticles() throws {
    let formula = RankingFormula()
    for step in 1...50 {
      let frequency = Double(step) * 0.37
      let value = formula.saturate(frequency)
      let byte = TermBlocks.bound(value, formula)
      #expect(TermBlocks.value(byte, formula, growth: 1) >= value * (1 - 1e-12))
      for growth in [1.001, 1.05, 2] {
        #expect(
          TermBlocks.value(byte, formula, growth: growth)
            >= formula.saturate(frequency * growth) * (1 - 1e-12))
      }
    }
  }
}
