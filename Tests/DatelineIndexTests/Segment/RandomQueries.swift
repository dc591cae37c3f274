import GRDB

@testable import DatelineIndex

/// Random queries of each class, from words that occur and some that do not.
struct RandomQueries {
  enum Class: CaseIterable { case term, phrase, prefix, near, boolean, column }

  var words: [String]
  /// Words for `NEAR`; of none of them a row may have more than about fifty: there stock FTS5 reads memory
  /// that it has given back while it cuts down long position lists (3.40.1, fts5ExprNearIsMatch, seen with
  /// valgrind), so that weights differ from run to run. Empty stands for `words`.
  var nearWords: [String] = []
  var columns: [String]
  var random: SeededGenerator

  init(words: [String], columns: [String], random: SeededGenerator) {
    self.words = words
    self.columns = columns
    self.random = random
  }

  private mutating func nearWord() -> String {
    let word = nearWords.randomElement(using: &random) ?? word()
    return "\"\(word)\""
  }

  private mutating func word() -> String {
    random.next() % 20 == 0 ? "nowhere" : words.randomElement(using: &random) ?? "nowhere"
  }

  private mutating func quoted() -> String { "\"\(word())\"" }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &random)
  }

  /// Words that follow each other where `words` is a running text, or any.
  private mutating func words(_ range: ClosedRange<Int>) -> String {
    let count = number(range)
    if random.next() % 2 == 0, count <= words.count {
      let start = number(0...words.count - count)
      return words[start..<start + count].joined(separator: " ")
    }
    return (0..<count).map { _ in word() }.joined(separator: " ")
  }

  /// The next query of a class.
  mutating func next(_ kind: Class) -> String {
    switch kind {
    case .term: return quoted()
    case .phrase: return "\"\(words(2...3))\""
    case .prefix:
      let word = word()
      return "\"\(word.prefix(number(1...max(word.count, 1))))\" *"
    case .near: return "NEAR(\(nearWord()) \(nearWord()), \(number(0...12)))"
    case .boolean:
      var query = quoted()
      for _ in 0..<number(1...3) {
        let operation = ["AND", "OR", "NOT"].randomElement(using: &random) ?? "AND"
        query = "(\(query) \(operation) \(random.next() % 4 == 0 ? next(.phrase) : quoted()))"
      }
      return query
    case .column:
      let names = columns.shuffled(using: &random).prefix(number(1...2)).joined(separator: " ")
      return "\(random.next() % 5 == 0 ? "- " : ""){\(names)} : (\(next(.boolean)))"
    }
  }

  /// What an index answers: its rows in order, each with its weight in full precision.
  static func answer(_ statement: Statement, _ query: String) throws -> String {
    try String.fetchOne(statement, arguments: [query]) ?? ""
  }

  static func statement(_ db: Database, table: String) throws -> Statement {
    // The limit keeps bm25 in a query of its own, outside the aggregate.
    try db.makeStatement(
      sql: """
        SELECT group_concat(hit, ' ') FROM (
          SELECT rowid || ':' || printf('%!.17g', bm25(\(table))) AS hit
          FROM \(table) WHERE \(table) MATCH ? LIMIT -1)
        """)
  }
}
