import DatelineAnalysis
import DatelineCore
import GRDB

/// Keeps the full-text index and the mentions equal to the rows that ``ArticleRows`` writes.
protocol ArticleDependents {
  /// An article has been written.
  /// - Parameter isNew: whether its row is.
  func insert(_ article: AnalyzedArticle, row: Int64, isNew: Bool, _ db: Database) throws
  /// An article is about to be replaced or deleted.
  func remove(row: Int64, _ db: Database) throws
}

/// Writes analysed articles as rows; part of ``IndexWriter``, used inside its transaction.
final class ArticleRows {
  private let extractor: String?
  /// Hashes of the keys this import has met, to tell a second version in one import from a changed
  /// article in a later one. Bounded; past the bound the distinction is given up.
  private var metKeys = Set<UInt64>()
  private static let metKeysLimit = 4_000_000
  /// Records of files that an interrupted import has committed, by the file's name: articles from
  /// there were met by this import, though by an earlier process.
  var committedRecords: [String: Int] = [:]

  /// Texts that are bound to a statement.
  private var texts = ByteBuffer(capacity: 1 << 12)
  private var moreTexts = ByteBuffer(capacity: 1 << 12)
  private var checksum = ArticleChecksum()

  init(extractor: String?) { self.extractor = extractor }

  /// Columns that make two versions equal, in the order of ``Version``.
  private static let versionColumns = """
    title, published, source, section, language, author, url, extra, standfirst, body, modified, \
    image_url, hints, evidence
    """
  /// Columns that are written.
  private static let columns = ArticleChecksum.columns + ["checksum"]
  private static let selectSQL = """
    SELECT id, \(versionColumns), origin_file, origin_record FROM articles WHERE id = ?
    """
  private static let insertSQL = """
    INSERT INTO articles (\(columns.joined(separator: ", ")))
    VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
    """
  private static let updateSQL = """
    UPDATE articles SET \(columns.map { $0 + " = ?" }.joined(separator: ", ")) WHERE id = ?
    """

  /// Statements of one connection.
  struct Statements {
    fileprivate let find: PreparedStatement
    fileprivate let insert: PreparedStatement
    fileprivate let update: PreparedStatement

    init(_ db: Database) throws {
      find = try PreparedStatement(db, sql: "SELECT id FROM articles WHERE key = ?")
      insert = try PreparedStatement(db, sql: insertSQL + " ON CONFLICT(key) DO NOTHING")
      update = try PreparedStatement(db, sql: updateSQL)
    }
  }

  /// Adds, replaces or leaves alone one article. ``Schema/rowTriggers`` must be set aside.
  /// - Parameter statements: those of the connection.
  func write(
    _ analyzed: AnalyzedArticle, _ db: Database, _ statements: Statements,
    _ dependents: some ArticleDependents, _ outcome: inout IndexWriter.Outcome
  ) throws {
    let key = analyzed.article.key
    let keyHash = Self.hash(key)
    if try run(statements.insert, analyzed) {
      try dependents.insert(analyzed, row: db.lastInsertedRowID, isNew: true, db)
      outcome.added += 1
    } else {
      statements.find.bind(1, copying: key)
      if let id = try statements.find.first({ $0.integer(0) }) {
        try rewrite(analyzed, id: id, keyHash, db, statements.update, dependents, &outcome)
      }
    }
    if metKeys.count < Self.metKeysLimit { metKeys.insert(keyHash) }
  }

  private func rewrite(
    _ analyzed: AnalyzedArticle, id: Int64, _ keyHash: UInt64, _ db: Database,
    _ update: PreparedStatement, _ dependents: some ArticleDependents,
    _ outcome: inout IndexWriter.Outcome
  ) throws {
    let select = try db.cachedStatement(sql: Self.selectSQL)
    guard let stored = try Row.fetchOne(select, arguments: [id]) else { return }
    let key = analyzed.article.key
    let incoming = Version(analyzed)
    let present = Version(stored)
    if present == incoming {
      outcome.unchanged += 1
      return
    }
    if try isSuperseded(key, incoming, db) {
      outcome.unchanged += 1
      return
    }
    if metKeys.contains(keyHash) || wasCommitted(stored) { try supersede(key, present, db) }
    try dependents.remove(row: id, db)
    _ = try run(update, analyzed, id: id)
    try dependents.insert(analyzed, row: id, isNew: false, db)
    outcome.replaced += 1
  }

  private static func hash(_ key: String) -> UInt64 {
    var key = key
    return key.withUTF8 { TokenSpan.hash(of: $0) }
  }

  private func wasCommitted(_ stored: Row) -> Bool {
    guard !committedRecords.isEmpty, let file = stored.text(1 + Version.columnCount) else {
      return false
    }
    if let last = committedRecords[file] {
      return stored.number(2 + Version.columnCount) ?? 0 <= last
    }
    // Records in a container are numbered by its entries.
    guard let mark = file.firstIndex(of: "!") else { return false }
    return committedRecords[String(file[..<mark])] != nil
  }

  /// The values of the columns before `origin_record`, and of those between `origin_offset` and `body`.
  private func texts(of analyzed: AnalyzedArticle) -> (front: [String?], back: [String?]) {
    let article = analyzed.article
    return (
      [
        article.key, article.title, article.published, article.modified, article.source,
        article.section, article.language, article.author, article.url, article.imageURL,
        analyzed.tags.names, ColumnText.hints(of: article), ColumnText.evidence(of: article),
        article.origin.file,
      ],
      [
        article.contentHash, extractor, article.extra, article.standfirst, analyzed.tags.terms,
        analyzed.cjkTerms,
      ]
    )
  }

  /// Binds the values of an article and runs the statement.
  /// - Parameter id: bound behind them, where there is one.
  /// - Returns: false when it has changed nothing, such as when there is a row with the same key.
  private func run(
    _ statement: PreparedStatement, _ analyzed: AnalyzedArticle, id: Int64? = nil
  ) throws -> Bool {
    let origin = analyzed.article.origin
    let (front, back) = texts(of: analyzed)
    statement.bind(from: 1, front, in: &texts)
    statement.bind(15, Int64(origin.record))
    statement.bind(16, origin.offset)
    statement.bind(from: 17, back, in: &moreTexts)
    checksum.begin()
    checksum.add(front)
    checksum.add(Int64(origin.record))
    checksum.add(origin.offset)
    checksum.add(back)
    if let id { statement.bind(25, id) }
    var body = analyzed.searchBody
    return try body.withUTF8 {
      statement.bind(23, text: $0)
      statement.bind(24, checksum.finish(body: $0))
      return try statement.changesRow()
    }
  }

  private func isSuperseded(_ key: String, _ version: Version, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: "SELECT 1 FROM superseded WHERE key = ? AND digest = ?")
    return try Row.fetchOne(statement, arguments: [key, version.digest]) != nil
  }

  private func supersede(_ key: String, _ version: Version, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO superseded VALUES (?, ?)", arguments: [key, version.digest])
    guard db.changesCount == 1 else { return }
    checksum.begin()
    checksum.add([key])
    checksum.add(version.digest)
    try TableChecksums.add(checksum.end(), to: "superseded", db)
  }
}

/// What makes two versions of an article equal: everything the source gave, but not its place.
private struct Version: Equatable {
  static let columnCount = 14
  private static let author = 5
  /// Columns of schema 1; the others are part of the digest only where they hold something, so that
  /// digests of old files stay valid.
  private static let oldColumnCount = 10

  var fields: [String?]

  init(_ analyzed: AnalyzedArticle) {
    let article = analyzed.article
    fields = [
      article.title, article.published, article.source, article.section, article.language,
      ColumnText.comparableAuthor(article.author), article.url, article.extra,
      article.standfirst, analyzed.searchBody, article.modified, article.imageURL,
      ColumnText.hints(of: article),
      ColumnText.evidence(of: article),
    ]
  }

  /// Columns 1... of the select statement.
  init(_ row: Row) {
    fields = (1...Self.columnCount).map { row.text($0) }
    fields[Self.author] = ColumnText.comparableAuthor(fields[Self.author])
  }

  var digest: Int64 {
    let isOld = fields[Self.oldColumnCount...].allSatisfy { $0 == nil || $0 == "[]" }
    return Int64(
      bitPattern: Self.hash(isOld ? Array(fields[..<Self.oldColumnCount]) : fields))
  }

  static func hash(_ fields: [String?]) -> UInt64 {
    var bytes: [UInt8] = []
    for field in fields {
      bytes.append(field == nil ? 0 : 1)
      bytes.append(contentsOf: (field ?? "").utf8)
      bytes.append(0)
    }
    return TokenSpan.hash(of: bytes)
  }
}
