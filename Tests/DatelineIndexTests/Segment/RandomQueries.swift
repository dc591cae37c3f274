import GRDB

@testable import DatelineIndex

/// Random queries of each class, from words that occur and some that do not.
struct RandomQueries {
  enum Class: CaseIterable { case term, phrase, prefix, near, boolean, column }

  var words: [String]
  var columns: [String]
  var random: SeededGenerator

  private mutating func word() -> String {
    random.next() % 20 == 0 ? "nowhere" : words.randomElement(using: &random) ?? "nowhere"
  }

  private mutating func quoted() -> String { "\"\(word())\"" }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &random)
  }

  private mutating func words(_ range: ClosedRange<Int>) -> String {
    (0..<number(range)).map { _ in word() }.joined(separator: " ")
  }

  /// The next query of a class.
  mutating func next(_ kind: Class) -> String {
    switch kind {
    case .term: return quoted()
    case .phrase: return "\"\(words(2...3))\""
    case .prefix:
      let word = word()
      return "\"\(word.prefix(number(1...max(word.count, 1))))\" *"
    case .near: return "NEAR(\(quoted()) \(quoted()), \(number(0...12)))"
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
