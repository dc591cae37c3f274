import DatelineAnalysis
import GRDB

/// The terms of the index (FTS5's `fts5vocab`), for suggestions.
extension IndexSnapshot {
  /// Makes the tables of the connection, not of the file, that show the terms.
  func prepareVocabulary() throws {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.dateline_terms
          USING fts5vocab(main, articles_fts, row);
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.dateline_instances
          USING fts5vocab(main, articles_fts, instance);
        """)
  }

  /// Whether an article has a term.
  /// - Complexity: O(log terms).
  package func hasTerm(_ term: String) throws -> Bool {
    if let reader = try postings.reader(db, version: version) {
      return try reader.count(of: Array(term.utf8), upTo: 1) > 0
    }
    try prepareVocabulary()
    return try Row.fetchOne(
      db, sql: "SELECT 1 FROM temp.dateline_instances WHERE term = ? LIMIT 1", arguments: [term])
      != nil
  }

  /// Number of articles that have a term.
  /// - Complexity: O(postings of the term).
  package func articleCount(ofTerm term: String) throws -> Int {
    if let reader = try postings.reader(db, version: version) {
      return try reader.count(of: Array(term.utf8))
    }
    try prepareVocabulary()
    return try Int.fetchOne(
      db, sql: "SELECT doc FROM temp.dateline_terms WHERE term = ?", arguments: [term]) ?? 0
  }

  /// Calls `body` with each term that begins with `prefix`, ascending, and perhaps some that no article has any
  /// more.
  /// - Parameter body: gets the term's UTF-8, valid during the call.
  /// - Complexity: O(terms, and pages of their postings).
  package func forEachTerm(
    beginningWith prefix: String, _ body: (_ term: UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    if let reader = try postings.reader(db, version: version) {
      return try reader.forEachTerm(prefix: Array(prefix.utf8), body)
    }
    try prepareVocabulary()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT term FROM temp.dateline_terms WHERE term >= ? AND term < ?",
      arguments: [prefix, prefix + "\u{10FFFF}"])
    while let row = try rows.next() {
      guard var term = row.text(0) else { continue }
      term.withUTF8(body)
    }
  }

  /// Canonical names of the entities that were found in articles.
  package func entityNames() throws -> [String] {
    // SQLite takes a column that must have a value at its word, damage does not.
    try Optional<String>.fetchAll(db, sql: "SELECT name FROM entities").compactMap { $0 }
  }

  /// The word most often written for a (stemmed) term, by its first occurrences; folded.
  package func word(ofTerm term: String) throws -> String? {
    try prepareVocabulary()
    let places = try Row.fetchAll(
      db,
      sql: """
        SELECT doc, col, "offset" FROM temp.dateline_instances
        WHERE term = ? AND col IN ('title', 'body') LIMIT 16
        """, arguments: [term])
    let tokenizer = Tokenizer()
    var counts: [String: Int] = [:]
    for place in places {
      let id: Int64 = place[0]
      let column: String = place[1]
      let offset: Int = place[2]
      // Names of columns come from the schema.
      guard
        let text = try String.fetchOne(
          db, sql: "SELECT \(column == "title" ? "title" : "body") FROM articles WHERE id = ?",
          arguments: [id])
      else { continue }
      let tokens = tokenizer.tokens(of: text)
      if offset < tokens.count { counts[tokens[offset], default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
