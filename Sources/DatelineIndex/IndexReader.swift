import DatelineAnalysis
public import DatelineCore
import Foundation
import GRDB

/// Reads an index file. Each ``read(_:)`` is a snapshot: commits that come meanwhile are not seen.
///
/// Works on one connection; use one reader a thread.
public final class IndexReader {
  /// Path of the file.
  public let path: String
  private let queue: DatabaseQueue
  private let version: Int
  private let postings = PostingsCache()
  private let transaction = ReadTransaction()

  /// Opens a file.
  /// - Throws: when there is no such file, it is no index, or its schema or analyzer is another.
  public init(path: String) throws(IndexError) {
    self.path = path
    (queue, version) = try IndexConnection.reader(path: path)
  }

  /// Runs `body` on a snapshot of the file.
  package func read<T>(_ body: (IndexSnapshot) throws -> T) throws(IndexError) -> T {
    try IndexConnection.catching(path) {
      try queue.unsafeRead { db in
        try transaction.run(db) { state in
          try body(IndexSnapshot(db: db, schema: version, version: state, postings: postings))
        }
      }
    }
  }

  /// The article with an id.
  /// - Throws: an error of the database.
  public func article(id: Int64) throws(IndexError) -> StoredArticle? {
    try read { try $0.article(id: id) }
  }

  /// The article with a key or, failing that, an id.
  /// - Throws: an error of the database.
  public func article(_ keyOrID: String) throws(IndexError) -> StoredArticle? {
    try read { snapshot in
      if let id = try snapshot.id(ofKey: keyOrID) { return try snapshot.article(id: id) }
      if let id = Int64(keyOrID) { return try snapshot.article(id: id) }
      return nil
    }
  }
}

/// An article as stored, with its row number and entities.
public struct StoredArticle: Sendable, Equatable {
  /// Row number.
  public var id: Int64
  /// Identity: given id, else URL, else hash.
  public var key: String
  /// Headline.
  public var title: String
  /// ISO 8601 date or date and time.
  public var published: String?
  /// Date of the last change, notation as ``published``.
  public var modified: String?
  /// Outlet.
  public var source: String?
  /// Section.
  public var section: String?
  /// Language.
  public var language: String?
  /// Authors' names as stored, see ``authors``.
  public var author: String?
  /// Address.
  public var url: String?
  /// Address of the main picture.
  public var imageURL: String?
  /// Canonical names of the entities, most mentioned first.
  public var entities: [String]
  /// What the page says of itself.
  public var hints: [Article.Hint]
  /// Where values were found on a page, by the name of the field.
  public var evidence: [String: String]
  /// Where the record was read.
  public var origin: Origin
  /// ``ContentHash`` of the record's raw bytes.
  public var contentHash: String?
  /// Version of the rules that made the article from the record.
  public var extractor: String?
  /// Fields without a column, JSON object.
  public var extra: String?
  /// Summary between headline and text.
  public var standfirst: String?
  /// Text, beginning with the standfirst.
  public var body: String
  /// Authors' names, where they are not to be read from ``author``.
  var names: [String]?
}

extension StoredArticle {
  /// An article that is stored elsewhere than in a file.
  /// - Parameters:
  ///   - id: its number there.
  ///   - text: the text, beginning with the standfirst.
  ///   - entities: canonical names.
  ///   - extractor: version of the rules that made it, if that is known.
  package init(
    _ article: Article, id: Int64, text: String, entities: [String], extractor: String?
  ) {
    self.init(
      id: id, key: article.key, title: article.title, published: article.published,
      modified: article.modified, source: article.source, section: article.section,
      language: article.language, author: article.author, url: article.url,
      imageURL: article.imageURL, entities: entities, hints: article.hints,
      evidence: article.evidence, origin: article.origin, contentHash: article.contentHash,
      extractor: extractor, extra: article.extra, standfirst: article.standfirst, body: text,
      names: article.authors)
  }

  /// Authors' names in order.
  public var authors: [String] {
    names ?? ColumnText.authors(in: author, extractor: extractor)
  }
}

/// One consistent state of the file; valid inside ``IndexReader/read(_:)``.
package struct IndexSnapshot {
  let db: Database
  /// Version of the file's schema when it was opened.
  let schema: Int
  /// Changes whenever another connection has committed.
  package let version: Int64
  let postings: PostingsCache

  /// Whether the full-text index has the column of CJK terms.
  package var hasCJKTerms: Bool { schema >= 3 }

  /// Shows every row that matches an FTS5 expression to a visitor, by ascending id.
  ///
  /// The index's segments are read directly where their format and the expression are known; FTS5
  /// does the rest.
  /// - Parameter expression: made by the planner; text of users never gets here.
  package func match(_ expression: String, visitor: any MatchVisitor) throws {
    if let matcher = try matcher(for: expression) {
      try matcher.run(visitor)
    } else {
      try FTS5Bridge.match(db, expression: expression, visitor: visitor)
    }
  }

  /// FTS5's tokenizer with the index's analyzer.
  package func tokenizer() throws -> StockTokenizer {
    try postings.stockTokenizer(db)
  }

  /// Mentions of an entity by ascending article id.
  /// - Parameter id: identifier of the entity (`nato`).
  package func mentions(ofEntity id: String) throws -> EntityMentions {
    if try postings.hasEntityLists(db, version: version),
      let kept = try EntityListsTable.read(db, entity: id)
    {
      return kept
    }
    var mentions = EntityMentions()
    let select = try PreparedStatement(
      db,
      sql: """
        SELECT article_id, title_weight, lead_weight, body_weight FROM mentions
        WHERE entity_id = (SELECT id FROM entities WHERE slug = ?) ORDER BY article_id
        """)
    select.bind(1, copying: id)
    try select.forEachRow { row in
      mentions.append(
        article: row.integer(0), title: Int(row.integer(1)), lead: Int(row.integer(2)),
        body: Int(row.integer(3)))
    }
    return mentions
  }

  /// Id of the article with a key.
  package func id(ofKey key: String) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT id FROM articles WHERE key = ?", arguments: [key])
  }

  /// The article with an id.
  package func article(id: Int64) throws -> StoredArticle? {
    let columns =
      schema >= 2
      ? "modified, image_url, hints, evidence, origin_hash, extractor"
      : "NULL, NULL, NULL, NULL, NULL, NULL"
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, key, title, published, source, section, language, author, url, entities,
          origin_file, origin_record, origin_offset, extra, standfirst, body, \(columns)
        FROM articles WHERE id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    return StoredArticle(
      id: row[0], key: row.text(1) ?? "", title: row.text(2) ?? "", published: row.text(3),
      modified: row.text(16), source: row.text(4), section: row.text(5), language: row.text(6),
      author: row.text(7), url: row.text(8), imageURL: row.text(17),
      entities: ColumnText.strings(in: row.text(9)), hints: ColumnText.hints(in: row.text(18)),
      evidence: ColumnText.evidence(in: row.text(19)),
      origin: Origin(
        file: row.text(10) ?? "", record: row.number(11) ?? 0,
        offset: Int64(row.number(12) ?? 0)),
      contentHash: row.text(20), extractor: row.text(21), extra: row.text(13),
      standfirst: row.text(14), body: row.text(15) ?? "")
  }

  /// Title and text of the article with an id.
  package func text(id: Int64) throws -> (title: String, body: String)? {
    let statement = try db.cachedStatement(sql: "SELECT title, body FROM articles WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map {
      ($0.text(0) ?? "", $0.text(1) ?? "")
    }
  }

  /// Calls `body` with the UTF-8 of title and text of an article, valid during the call only; not
  /// for an id that no article has.
  package func withText(
    id: Int64,
    _ body: (_ title: UnsafeBufferPointer<UInt8>, _ body: UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    let select = try postings.texts(db)
    select.bind(1, id)
    // Invariant: SQLite keeps the bytes until the statement moves on, behind this closure.
    _ = try select.first {
      body($0.bytes(0).bindMemory(to: UInt8.self), $0.bytes(1).bindMemory(to: UInt8.self))
    }
  }

  /// Calls `body` with the UTF-8 of the title of an article in the same way.
  package func withTitle(
    id: Int64, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    let select = try postings.titles(db)
    select.bind(1, id)
    // Invariant: SQLite keeps the bytes until the statement moves on, behind this closure.
    _ = try select.first { body($0.bytes(0).bindMemory(to: UInt8.self)) }
  }

  /// What is known about sources; nothing in a file of the first version.
  package func siteMemory() throws -> [SiteMemoryRow] {
    schema >= 2 ? try ImportTables.siteMemory(db) : []
  }

  /// Key of an article.
  package func key(id: Int64) throws -> String? {
    let select = try postings.keys(db)
    select.bind(1, id)
    return try select.first { String(decoding: $0.bytes(0), as: UTF8.self) }
  }

  /// Date of publication of an article.
  package func published(id: Int64) throws -> String? {
    let statement = try db.cachedStatement(sql: "SELECT published FROM articles WHERE id = ?")
    return try String.fetchOne(statement, arguments: [id])
  }

  /// Calls `body` with the id of each article, latest first and undated last, until it returns
  /// false.
  /// - Parameter before: leaves out articles that are undated or were not published before that text.
  package func forEachArticleByDate(
    before: String? = nil, _ body: (Int64) throws -> Bool
  ) throws {
    let condition = before == nil ? "" : "WHERE published < ? "
    let ids = try Int64.fetchCursor(
      db, sql: "SELECT id FROM articles \(condition)ORDER BY published DESC, id DESC",
      arguments: StatementArguments([before].compactMap { $0 }))
    while let id = try ids.next() {
      if try !body(id) { return }
    }
  }

  /// A page of some articles, latest first and undated last.
  /// - Complexity: O(ids · log articles).
  package func latest(_ ids: [Int64], offset: Int, limit: Int) throws -> [Int64] {
    // With a sign, so that SQLite looks up these articles and does not walk the index of all dates.
    let sql = """
      SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))
      ORDER BY +published DESC, +id DESC LIMIT ? OFFSET ?
      """
    let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
    return try Int64.fetchAll(db, sql: sql, arguments: [list, limit, offset])
  }

  /// Ids of all articles, ascending.
  package func ids() throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT id FROM articles ORDER BY id")
  }

  /// Columns of `articles` that name something many articles share.
  package enum NameColumn: String, Sendable {
    case source
    case section
    case language
  }

  /// All different names in a column.
  /// - Complexity: O(articles) where the column has no index.
  package func names(in column: NameColumn) throws -> [String] {
    let name = column.rawValue
    return try String.fetchAll(
      db,
      sql: "SELECT DISTINCT \(name) FROM articles WHERE \(name) IS NOT NULL ORDER BY \(name)")
  }

  /// Ids of the articles that have one of these names in a column.
  package func ids(_ column: NameColumn, in names: [String]) throws -> [Int64] {
    if names.isEmpty { return [] }
    let places = Array(repeating: "?", count: names.count).joined(separator: ",")
    return try Int64.fetchAll(
      db, sql: "SELECT id FROM articles WHERE \(column.rawValue) IN (\(places))",
      arguments: StatementArguments(names))
  }

  /// Ids of the articles published in a period.
  ///
  /// - Parameters:
  ///   - from: first date, inclusive, as a prefix of ISO 8601.
  ///   - before: first text no longer included.
  package func ids(publishedFrom from: String?, before: String?) throws -> [Int64] {
    // A bound that may be absent, written as one condition, would keep SQLite from the index.
    let bounds = [("published >= ?", from), ("published < ?", before)].filter { $0.1 != nil }
    let conditions = ["published IS NOT NULL"] + bounds.map(\.0)
    return try Int64.fetchAll(
      db, sql: "SELECT id FROM articles WHERE " + conditions.joined(separator: " AND "),
      arguments: StatementArguments(bounds.map(\.1)))
  }
}

/// Mentions of one entity: ascending article ids with weights in tenths of a mention by name.
package struct EntityMentions: Sendable {
  /// Ids of the articles, ascending.
  package private(set) var articles: [Int64] = []
  /// Weights in title, lead and rest of the body.
  package private(set) var weights: [(title: Int32, lead: Int32, body: Int32)] = []

  /// Creates an empty list.
  package init() {}

  /// Frequency of the entity: between the articles that name it and those that only hint at it, as
  /// the geometric mean of both.
  /// - Complexity: O(articles that mention it).
  package var documentFrequency: Double {
    let named = weights.reduce(0) {
      $0 + ($1.title + $1.lead + $1.body >= Int32(FormClass.name.tenths) ? 1 : 0)
    }
    return (Double(named) * Double(articles.count)).squareRoot()
  }

  /// Weights of the mentions in an article; `nil` when it has none.
  /// - Parameter cursor: 0 at first, then as the last call left it; articles must be asked for in
  ///   ascending order.
  /// - Complexity: O(1) amortised over all articles.
  @inline(__always)
  package func weight(
    of article: Int64, _ cursor: inout Int
  ) -> (title: Int32, lead: Int32, body: Int32)? {
    while cursor < articles.count, articles[cursor] < article { cursor += 1 }
    return cursor < articles.count && articles[cursor] == article ? weights[cursor] : nil
  }

  /// The greatest weight that counts; sums of three stay in range, whatever stands in the file.
  private static let mostWeight = Int(Int32.max / 4)

  mutating func append(article: Int64, title: Int, lead: Int, body: Int) {
    func weight(_ stored: Int) -> Int32 { Int32(min(max(stored, 0), Self.mostWeight)) }
    articles.append(article)
    weights.append((weight(title), weight(lead), weight(body)))
  }
}
