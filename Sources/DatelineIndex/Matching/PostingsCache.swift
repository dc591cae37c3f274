import Foundation
import GRDB

/// The decoded postings of a connection's recent queries, as long as nobody else writes to the file.
final class PostingsCache {
  /// A phrase as it is looked up.
  private struct Key: Hashable {
    var terms: [[UInt8]]
    var isPrefix: Bool
    var columns: UInt8
    /// Only where it stands near others.
    var near: Near?
  }

  /// A group of phrases near each other, and which of them is meant.
  private struct Near: Hashable {
    var phrases: [Key]
    var distance: Int
    var number: Int
  }

  private struct Entry {
    var postings: Postings
    var lastUse: Int
  }

  /// An expression as it is evaluated; it depends on nothing but its text.
  private struct Parsed {
    var expression: MatchExpression
    /// One for each phrase.
    var keys: [Key]
  }

  /// Most expressions that are remembered, and bytes of each.
  private static let mostParsed = 1000
  private static let longestParsed = 256
  /// Expressions by the bytes of their text, since strings that count as equal may have other tokens; `nil`
  /// where FTS5 must evaluate them.
  private var parsed: [[UInt8]: Parsed?] = [:]

  /// Bytes of postings that are kept between queries, a 32nd of the machine's memory, and how many times the largest
  /// list is in any case: of several frequent words of many articles, all are needed at once, and a list may be there
  /// under two keys.
  static let mostBytes = max(64 << 20, Int(clamping: ProcessInfo.processInfo.physicalMemory / 32))
  static let mostLists = 16

  private let mostBytes: Int
  private let mostLists: Int
  private var version: Int64?
  private var reader: PostingsReader?
  private var tokenizer: StockTokenizer?
  private var selectTexts: PreparedStatement?
  private var selectTitles: PreparedStatement?
  private var selectKeys: PreparedStatement?
  private var selectFound: PreparedStatement?
  /// `nil` where it was not asked for.
  private var blocks: BlocksReader??
  private var hasEntityLists: Bool?
  private var entries: [Key: Entry] = [:]
  private var bytes = 0
  private var largest = 0
  private var use = 0

  init(mostBytes: Int = PostingsCache.mostBytes, mostLists: Int = PostingsCache.mostLists) {
    self.mostBytes = mostBytes
    self.mostLists = mostLists
  }

  /// Reads title and body of an article by its id.
  func texts(_ db: Database) throws -> PreparedStatement {
    if let selectTexts { return selectTexts }
    let made = try PreparedStatement(db, sql: "SELECT title, body FROM articles WHERE id = ?")
    selectTexts = made
    return made
  }

  /// Reads the title of an article by its id.
  func titles(_ db: Database) throws -> PreparedStatement {
    if let selectTitles { return selectTitles }
    let made = try PreparedStatement(db, sql: "SELECT title FROM articles WHERE id = ?")
    selectTitles = made
    return made
  }

  /// Reads the key of an article by its id.
  func keys(_ db: Database) throws -> PreparedStatement {
    if let selectKeys { return selectKeys }
    let made = try PreparedStatement(db, sql: "SELECT key FROM articles WHERE id = ?")
    selectKeys = made
    return made
  }

  /// Reads what is shown of an article by its id, see ``FoundArticle``.
  func found(_ db: Database) throws -> PreparedStatement {
    if let selectFound { return selectFound }
    let made = try PreparedStatement(
      db,
      sql: "SELECT key, title, source, published, url, entities, body FROM articles WHERE id = ?")
    selectFound = made
    return made
  }

  /// The index's tokenizer.
  func stockTokenizer(_ db: Database) throws -> StockTokenizer {
    if let tokenizer { return tokenizer }
    let made = try StockTokenizer(db)
    tokenizer = made
    return made
  }

  /// The reader of the index's segments; `nil` when it must be left to FTS5.
  /// - Parameter version: the state of the file, which changes with each commit.
  func reader(_ db: Database, version: Int64) throws -> PostingsReader? {
    try update(db, version: version)
    return reader
  }

  /// Whether ``EntityListsTable`` is up to date.
  func hasEntityLists(_ db: Database, version: Int64) throws -> Bool {
    try update(db, version: version)
    let known = try hasEntityLists ?? EntityListsTable.isFresh(db)
    hasEntityLists = known
    return known
  }

  private func update(_ db: Database, version: Int64) throws {
    if version != self.version {
      entries.removeAll()
      (bytes, largest) = (0, 0)
      blocks = nil
      hasEntityLists = nil
      reader = try PostingsReader(db, table: "articles_fts")
      self.version = version
    }
  }

  /// A matcher for an expression; `nil` when it must be left to FTS5.
  /// - Parameter version: the state of the file, which changes with each commit.
  func matcher(
    for text: String, _ db: Database, version: Int64
  ) throws -> PostingsMatcher? {
    guard let parsed = try parse(text, db), let reader = try reader(db, version: version) else {
      return nil
    }
    let lists = try parsed.keys.map { try postings($0, reader) }
    defer { trim() }
    return PostingsMatcher(parsed.expression, phrases: lists, texts: ArticleTexts(db)) {
      near($0.map { parsed.keys[$0] }, distance: $1, $0.map { lists[$0] })
    }
  }

  /// A matcher for articles that have all phrases of an expression: the rarest is read whole, others only in its rows.
  /// - Parameters:
  ///   - wantsOne: whether the expression asks for one of the phrases, else for all.
  ///   - counts: gives the number of rows of each phrase, as far as it is known; others are read whole.
  /// - Returns: `nil` when the expression asks for anything else, or `counts` gives that.
  func conjunctionMatcher(
    for text: String, wantsOne: Bool, _ db: Database, version: Int64, counts: () throws -> [Int?]?
  ) throws -> PostingsMatcher? {
    guard let parsed = try parse(text, db), let reader = try reader(db, version: version),
      let numbers = wantsOne ? parsed.expression.disjunction : parsed.expression.conjunction,
      numbers.count == parsed.keys.count, let counts = try counts(), counts.count == numbers.count
    else { return nil }
    var lists = try zip(parsed.keys, counts).map { key, count in
      try found(key)
        ?? (count == nil || key.terms.count > 1 || key.isPrefix
          ? postings(key, reader) : nil)
    }
    defer { trim() }
    let known = zip(lists, counts).map { $0?.count ?? $1 ?? 0 }
    let order = known.indices.sorted { known[$0] < known[$1] }
    guard let first = order.first else { return nil }
    var rows = try lists[first] ?? postings(parsed.keys[first], reader)
    lists[first] = rows
    for number in order.dropFirst() {
      if lists[number] == nil {
        let key = parsed.keys[number]
        lists[number] = try withExtendedLifetime(rows) {
          try reader.postings(of: key.terms[0], within: rows.allRows).within(key.columns)
        }
      }
      if let list = lists[number], list.count < rows.count { rows = list }
    }
    let all = numbers.dropFirst().reduce(MatchExpression.phrase(numbers[0])) {
      .and($0, .phrase($1))
    }
    return PostingsMatcher(
      all, phrases: lists.compactMap { $0 }, counts: known, texts: ArticleTexts(db)
    ) { _, _ in [] }
  }

  /// Postings of phrases where these stand near each other.
  private func near(_ phrases: [Key], distance: Int, _ lists: [Postings]) -> [Postings] {
    let keys = phrases.indices.map { number in
      var key = phrases[number]
      key.near = Near(phrases: phrases, distance: distance, number: number)
      return key
    }
    let known = keys.compactMap { found($0) }
    if known.count == keys.count { return known }
    let near = NearPostings(tokenCounts: phrases.map(\.terms.count), distance: distance)
    let made = near.of(lists)
    for (key, postings) in zip(keys, made) { keep(postings, key) }
    return made
  }

  /// What is kept under a key.
  private func found(_ key: Key) -> Postings? {
    use += 1
    guard let known = entries[key] else { return nil }
    entries[key]?.lastUse = use
    return known.postings
  }

  private func keep(_ postings: Postings, _ key: Key) {
    if let old = entries[key] { bytes -= old.postings.memory }
    entries[key] = Entry(postings: postings, lastUse: use)
    bytes += postings.memory
    largest = max(largest, postings.memory)
  }

  private func parse(_ text: String, _ db: Database) throws -> Parsed? {
    let isShort = text.utf8.count <= Self.longestParsed
    let bytes = isShort ? Array(text.utf8) : []
    if isShort, let known = parsed[bytes] { return known }
    var result: Parsed?
    if let (expression, phrases) = MatchExpression.parse(text) {
      let tokenizer = try stockTokenizer(db)
      let keys = phrases.map { phrase in
        Key(
          terms: tokenizer.tokens(in: phrase.text).map { Array($0.term.utf8) },
          isPrefix: phrase.isPrefix, columns: phrase.columns)
      }
      // FTS5 has rules of its own for a phrase of nothing.
      if !keys.contains(where: \.terms.isEmpty) {
        result = Parsed(expression: expression, keys: keys)
      }
    }
    if isShort {
      if parsed.count >= Self.mostParsed { parsed.removeAll() }
      parsed[bytes] = .some(result)
    }
    return result
  }

  /// Finds the blocks of words; `nil` where there are none that are of use.
  func blocks(
    _ formula: RankingFormula, _ averages: FieldLengths.Averages, _ db: Database, version: Int64
  ) throws -> BlocksReader? {
    guard let postings = try reader(db, version: version) else { return nil }
    if let blocks { return blocks }
    let made = try BlocksReader(db, postings, formula, averages)
    blocks = .some(made)
    return made
  }

  private func postings(_ key: Key, _ reader: PostingsReader) throws -> Postings {
    if let known = found(key) { return known }
    let made: Postings
    if key.columns != MatchExpression.allColumns {
      var all = key
      all.columns = MatchExpression.allColumns
      made = try postings(all, reader).within(key.columns)
    } else if key.terms.count > 1 {
      made = PhrasePostings.of(try parts(of: key, reader))
    } else {
      made =
        try key.isPrefix
        ? reader.postings(prefix: key.terms[0])
        : reader.postings(of: key.terms[0])
    }
    keep(made, key)
    return made
  }

  /// Postings of the terms of a phrase: those of the rarest whole, of others that are not known yet in its rows only.
  private func parts(of phrase: Key, _ reader: PostingsReader) throws -> [Postings] {
    let keys = phrase.terms.indices.map { index in
      let isLast = index == phrase.terms.count - 1
      return Key(
        terms: [phrase.terms[index]], isPrefix: phrase.isPrefix && isLast, columns: phrase.columns)
    }
    var parts = try keys.map { try $0.isPrefix ? postings($0, reader) : found($0) }
    if parts.contains(where: { $0 == nil }) {
      var rarest = parts.compactMap { $0 }.min { $0.count < $1.count }
      var missing: [(index: Int, size: Int)] = []
      for index in keys.indices where parts[index] == nil {
        missing.append((index, try reader.size(of: keys[index].terms[0])))
      }
      missing.sort { $0.size < $1.size }
      for (index, size) in missing {
        let made: Postings
        // A row takes some bytes: what is rarer than all before is read whole.
        if let rarest, rarest.count <= size / 4 {
          made = try withExtendedLifetime(rarest) {
            try reader.postings(of: keys[index].terms[0], within: rarest.allRows)
          }
        } else {
          made = try postings(keys[index], reader)
        }
        parts[index] = made
        if made.count < rarest?.count ?? .max { rarest = made }
      }
    }
    return parts.compactMap { $0 }
  }

  /// Forgets lists that take more than others, those first that were not used for longest, then others: the short ones
  /// of rare words and phrases take little, and those of phrases longest to make.
  private func trim() {
    let most = max(mostBytes, mostLists * largest)
    guard bytes > most else { return }
    let average = bytes / max(entries.count, 1)
    let oldest = entries.sorted { $0.value.lastUse < $1.value.lastUse }
    let (long, short) = (
      oldest.filter { $0.value.postings.memory > average },
      oldest.filter { $0.value.postings.memory <= average }
    )
    for (key, entry) in long + short {
      entries[key] = nil
      bytes -= entry.postings.memory
      if bytes <= most / 4 * 3 { return }
    }
  }
}
