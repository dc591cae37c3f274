import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// Our own reader of the index shows the rows, positions and counts that FTS5 does, whatever has
/// happened to the index.
@Suite struct PostingsMatcherTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let vocabulary =
    ["NATO", "Kyiv", "election", "elections", "electoral", "harbour", "running", "runs", "東京"]
    + (0..<60).map { "word\($0)" }

  private static func text(_ most: Int, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in
      // Few words often, many seldom.
      let rank = pow(Double.random(in: 0..<1, using: &random), 2)
      return vocabulary[Int(rank * Double(vocabulary.count))]
    }.joined(separator: " ")
  }

  private static func articles(
    _ keys: some Sequence<Int>, length: Int, _ random: inout SeededGenerator
  ) -> [Article] {
    keys.map {
      .sample("k\($0)", title: text(5, &random), body: text(length, &random))
    }
  }

  /// What a visitor is shown: rows, places of all phrases, frequencies, a text.
  private final class Recorder: MatchVisitor {
    let phrases: Int
    var lines: [String] = []

    init(phrases: Int) { self.phrases = phrases }

    func visit(_ row: MatchedRow) {
      var line = "\(row.articleID):"
      for phrase in 0..<phrases {
        line += " \(phrase)"
        row.forEachPosition(ofPhrase: Int32(phrase)) { line += " \($0)\($1)" }
        if lines.count % 50 == 0 { line += " of \(row.articleCount(ofPhrase: Int32(phrase)))" }
      }
      if lines.count % 40 == 0 {
        row.withText(of: .title) { line += " " + String(decoding: $0, as: UTF8.self) }
      }
      lines.append(line)
    }
  }

  /// Expressions as the planner writes them.
  private struct Expressions {
    var random: SeededGenerator
    /// Whether there may be NEAR; some releases of FTS5 misread words that stand in a text some hundred times.
    var hasNear = true
    /// Phrases of the last one.
    var phrases = 0

    private mutating func phrase() -> String {
      phrases += 1
      let filter =
        [
          "", "{body title cjk_terms} : ", "{body title} : ", "title : ", "body : ",
          "entity_terms : ",
        ].randomElement(using: &random) ?? ""
      let words = (0..<[1, 1, 1, 2, 3][Int(random.next() % 5)]).map { _ in
        random.next() % 30 == 0 ? "nowhere" : vocabulary.randomElement(using: &random) ?? ""
      }
      guard random.next() % 6 == 0 else { return "\(filter)\"\(words.joined(separator: " "))\"" }
      let text = words.joined(separator: " ")
      let cut = min(Int(random.next() % 3), (words.last?.count ?? 1) - 1)
      return "\(filter)\"\(text.dropLast(cut))\" *"
    }

    private mutating func near() -> String {
      let filter =
        ["", "{body title} : ", "title : ", "body : "].randomElement(using: &random) ?? ""
      let parts = (0..<Int.random(in: 2...4, using: &random)).map { _ in
        let words = (0..<[1, 1, 1, 2][Int(random.next() % 4)]).map { _ in
          // Words of which articles have many.
          vocabulary[Int(random.next() % 12)]
        }
        return "\"\(words.joined(separator: " "))\""
      }
      phrases += parts.count
      let distance = ["", ", 0", ", 1", ", 2", ", 5", ", 30", ", 1000"][Int(random.next() % 7)]
      return "\(filter)NEAR(\(parts.joined(separator: " "))\(distance))"
    }

    mutating func nextWithNearBelowOr() -> String {
      "(\(phrase())) OR \(near()) OR (\(near()) AND (\(phrase())))"
    }

    /// Without NOT and AND below OR, where FTS5 does not report all positions.
    mutating func next() -> String {
      phrases = 0
      // Below OR too FTS5 reports positions of NEAR that are not near each other.
      if hasNear, random.next() % 4 == 0 {
        switch random.next() % 4 {
        case 0: return near()
        case 1: return "\(near()) AND (\(phrase()))"
        case 2: return "(\(phrase())) AND \(near())"
        default: return "\(near()) NOT (\(phrase()))"
        }
      }
      let all = (0..<Int.random(in: 1...4, using: &random)).map { _ in phrase() }
      let joint = random.next() % 2 == 0 ? " OR " : " AND "
      let positive = "(" + all.joined(separator: joint) + ")"
      switch random.next() % 4 {
      case 0: return "\(positive) NOT (\(phrase()))"
      case 1: return "\(positive) AND (\(phrase()) OR \(phrase()))"
      default: return positive
      }
    }
  }

  private func compare(
    _ path: String, seed: UInt64, _ log: [String], hasNear: Bool = true
  ) throws {
    let reader = try IndexReader(path: path)
    var expressions = Expressions(random: SeededGenerator(seed: seed), hasNear: hasNear)
    try reader.read { snapshot in
      let cache = PostingsCache(mostBytes: 1 << 14, mostLists: 0)
      let large = PostingsCache()
      var hits = 0
      for _ in 0..<40 {
        let text = expressions.next()
        let stock = Recorder(phrases: expressions.phrases)
        try FTS5Bridge.match(snapshot.db, expression: text, visitor: stock)
        // From the file, and from what is kept of the same expression and of others.
        for cache in [cache, large, large] {
          let ours = Recorder(phrases: expressions.phrases)
          let matcher = try cache.matcher(for: text, snapshot.db, version: 1)
          try #require(matcher != nil, "\(text)")
          try matcher?.run(ours)
          let difference = zip(stock.lines, ours.lines).first { $0 != $1 }
          #expect(
            stock.lines == ours.lines,
            "seed \(seed), \(log), \(text): \(stock.lines.count), \(ours.lines.count) rows, \(difference.map { "\($0)" } ?? "")"
          )
          hits += ours.lines.count
        }
      }
      #expect(hits > 20)
      if hasNear {
        for _ in 0..<10 {
          let text = expressions.nextWithNearBelowOr()
          let stock = Recorder(phrases: 0)
          try FTS5Bridge.match(snapshot.db, expression: text, visitor: stock)
          let ours = Recorder(phrases: 0)
          try cache.matcher(for: text, snapshot.db, version: 1)?.run(ours)
          #expect(stock.lines == ours.lines, "seed \(seed), \(log), \(text)")
        }
      }
      try compareVocabulary(snapshot, seed: seed, log)
      try compareParts(snapshot, seed: seed, log)
    }
  }

  /// Of a term that is read in some rows only, the same is found there as in all of it.
  private func compareParts(_ snapshot: IndexSnapshot, seed: UInt64, _ log: [String]) throws {
    var random = SeededGenerator(seed: seed)
    let reader = try #require(try PostingsReader(snapshot.db, table: "articles_fts"))
    let last = try Int64.fetchOne(snapshot.db, sql: "SELECT max(id) FROM articles") ?? 0
    for word in ["nato", "kyiv", "word1", "word20", "word59", "nowhere"] {
      let whole = try reader.postings(of: Array(word.utf8))
      for share in [1, 2, 30, 400] as [UInt64] {
        let rows = (-2...last + 3).filter { _ in random.next() % share == 0 }
        let expected = Postings()
        for place in 0..<whole.count where rows.contains(whole.rows[place]) {
          expected.append(row: whole.rows[place], whole.positions(at: place))
        }
        let part = try rows.withUnsafeBufferPointer {
          try reader.postings(of: Array(word.utf8), within: $0)
        }
        #expect(
          part.allRows.elementsEqual(expected.allRows), "seed \(seed), \(log), \(word), \(share)")
        for place in 0..<min(part.count, expected.count) {
          #expect(part.positions(at: place).elementsEqual(expected.positions(at: place)))
        }
      }
    }
  }

  /// Terms and their numbers of articles are those that `fts5vocab` shows.
  private func compareVocabulary(_ snapshot: IndexSnapshot, seed: UInt64, _ log: [String]) throws {
    try snapshot.prepareVocabulary()
    let rows = try Row.fetchAll(
      snapshot.db, sql: "SELECT term, doc FROM temp.dateline_terms ORDER BY term")
    var stock: [String: Int] = [:]
    for row in rows { stock[row[0]] = row[1] }
    for prefix in ["", "e", "word1", "東", "zz"] {
      var terms: [String] = []
      try snapshot.forEachTerm(beginningWith: prefix) {
        terms.append(String(decoding: $0, as: UTF8.self))
      }
      #expect(Set(terms).count == terms.count, "seed \(seed), \(log)")
      let alive = try terms.filter { try snapshot.hasTerm($0) }
      #expect(
        alive.sorted() == stock.keys.filter { $0.hasPrefix(prefix) }.sorted(),
        "seed \(seed), \(log), \(prefix)")
      for term in terms {
        #expect(try snapshot.articleCount(ofTerm: term) == stock[term] ?? 0, "seed \(seed)")
      }
    }
    #expect(try !snapshot.hasTerm("nowhere") && snapshot.articleCount(ofTerm: "nowhere") == 0)
  }

  @Test(arguments: 0..<3)
  func sameAsFTS5AfterEveryHistory(round: Int) throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    var random = SeededGenerator(seed: seed)
    let path = folder.path("news.db")
    let writer = try IndexWriter(path: path)
    try writer.write(Self.articles(0..<[20, 900, 2_500][round], length: 60, &random))
    var next = 3_000
    var log: [String] = []
    try compare(path, seed: seed, log)
    for _ in 0..<10 {
      let kind = Int.random(in: 1...6, using: &random)
      log.append("\(kind)")
      switch kind {
      case 1, 2:
        try writer.write(Self.articles(next..<next + 15, length: 60, &random))
        next += 15
      case 3:
        let keys = Set((0..<10).map { _ in Int.random(in: 0..<900, using: &random) })
        try writer.write(Self.articles(keys.sorted(), length: 40, &random))
      case 4:
        try withPlainConnection(path) { db in
          try db.execute(
            sql: "DELETE FROM articles WHERE id % 13 = ?",
            arguments: [Int.random(in: 0..<13, using: &random)])
        }
      case 5:
        try withPlainConnection(path) { db in
          try db.execute(
            sql: """
              INSERT INTO articles_fts(articles_fts, rank) VALUES ('usermerge', 2);
              INSERT INTO articles_fts(articles_fts, rank) VALUES ('merge', 3);
              """)
        }
      default: _ = try writer.optimize()
      }
      try compare(path, seed: seed &+ UInt64(log.count), log)
    }
    try writer.close()
  }

  /// Random bytes in the index: an error, or some answer; the program goes on.
  @Test func damageIsSurvived() throws {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    var random = SeededGenerator(seed: seed)
    let path = folder.path("damaged.db")
    let writer = try IndexWriter(path: path)
    try writer.write(Self.articles(0..<200, length: 120, &random))
    try writer.write(Self.articles(150..<230, length: 60, &random))
    try writer.close()
    var errors = 0
    for _ in 0..<150 {
      let copy = folder.path("copy.db")
      try? FileManager.default.removeItem(atPath: copy)
      try FileManager.default.copyItem(atPath: path, toPath: copy)
      try withPlainConnection(copy) { db in
        let rows = try Row.fetchAll(
          db, sql: "SELECT id, block FROM articles_fts_data WHERE id > 10")
        guard random.next() % 5 > 0, let row = rows.randomElement(using: &random) else {
          try db.execute(sql: "UPDATE articles_fts_idx SET pgno = abs(random()) % 100")
          return
        }
        var block: Data = row["block"]
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          block[Int.random(in: 0..<block.count, using: &random)] = UInt8(
            truncatingIfNeeded: random.next())
        }
        if random.next() % 5 == 0 { block = block.prefix(Int(random.next() % 200)) }
        try db.execute(
          sql: "UPDATE articles_fts_data SET block = ? WHERE id = ?",
          arguments: [block, row["id"] as Int64])
      }
      let reader = try IndexReader(path: copy)
      var expressions = Expressions(random: SeededGenerator(seed: random.next()))
      do {
        try reader.read { snapshot in
          let cache = PostingsCache()
          for _ in 0..<12 {
            let text = expressions.next()
            let recorder = Recorder(phrases: expressions.phrases)
            try cache.matcher(for: text, snapshot.db, version: 1)?.run(recorder)
          }
        }
      } catch {
        errors += 1
      }
    }
    #expect(errors > 10, "seed \(seed)")
  }

  @Test func longDoclistsOverManyPages() throws {
    var random = SeededGenerator(seed: 5)
    let path = folder.path("small.db")
    let writer = try IndexWriter(path: path)
    try writer.write(Self.articles(0..<10, length: 10, &random))
    try withPlainConnection(path) { db in
      try db.execute(sql: "INSERT INTO articles_fts(articles_fts, rank) VALUES ('pgsz', 64)")
    }
    try writer.write(Self.articles(10..<60, length: 900, &random))
    try writer.write(Self.articles(60..<2_300, length: 90, &random))
    try writer.close()
    try compare(path, seed: 7, ["pages of 64 bytes"], hasNear: false)
  }

  @Test(arguments: [
    "", "a", "NEAR(\"a\", 5)", "NEAR(\"a\" \"b\", x)", "NEAR \"a\" \"b\"",
    "NEAR(\"a\" OR \"b\", 2)", "\"a", "\"a\" \"b\"", "^\"a\"", "\"a\" + \"b\"",
    "other : \"a\"", "body : (\"a\" OR \"b\")", "(\"a\"", "\"a\") ", "\"a\" AND",
    "- title : \"a\"",
  ])
  func othersAreLeftToFTS5(text: String) {
    #expect(MatchExpression.parse(text) == nil)
  }

  @Test func expressionsAreRead() {
    let parsed = MatchExpression.parse(
      "({body title} : \"a \"\"b\" * OR title : \"c\") AND \"d\" NOT \"e\" OR \"f\"")
    #expect(
      parsed?.expression
        == .or([
          .and(.or([.phrase(0), .phrase(1)]), .not(.phrase(2), .phrase(3))), .phrase(4),
        ]))
    #expect(parsed?.phrases[0] == .init(text: "a \"b", isPrefix: true, columns: 0b11))
    #expect(parsed?.phrases[1] == .init(text: "c", columns: 0b10))
  }
}
