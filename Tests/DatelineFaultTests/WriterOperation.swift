import DatelineAnalysis
import DatelineCore
import Foundation
import GRDB

@testable import DatelineIndex

/// What is done to an index file while calls of the system fail or the power goes.
enum WriterOperation: String, CaseIterable, CustomStringConvertible {
  /// There is no file yet.
  case fresh
  /// Few articles, some of which replace others: through FTS5.
  case small
  /// So many that they become one new segment in one transaction.
  case large
  case optimize
  /// The user's entities are edited, and articles tagged anew batch by batch.
  case entities
  /// Another tool deletes and changes rows; the writer adds some behind it.
  case foreign
  /// A file of version 1 is brought up to date, and a copy of it kept.
  case upgrade
  /// A file whose full-text index and mentions are damaged is repaired in its place.
  case repair

  var description: String { rawValue }

  /// Those of a run: all, unless some are named.
  static let chosen: [Self] = {
    let names = ProcessInfo.processInfo.environment["DATELINE_STRESS_ONLY"] ?? ""
    guard !names.isEmpty else { return allCases }
    return allCases.filter { names.split(separator: ",").contains(Substring($0.rawValue)) }
  }()

  /// Whether states between the one before and the one after are in order: there are several transactions.
  var hasSteps: Bool { self == .entities || self == .foreign }

  /// Whether a new file is made beside its place, and then gets its name.
  var makesNewFile: Bool { self == .fresh || self == .repair }

  private static func article(_ number: Int, _ version: String) -> Article {
    Article(
      key: "k\(number)", title: "\(version) \(number): NATO and Acme",
      body: "Ada Marsh met NATO in \(number % 17) towns. Harbour number \(number % 5) stays open.",
      published: "2024-03-0\(number % 9 + 1)", source: "Elm Bay Courier",
      origin: Origin(file: "a", record: number, offset: 0))
  }

  private static func articles(_ numbers: Range<Int>, _ version: String) -> [Article] {
    numbers.map { article($0, version) }
  }

  /// Enough for one large transaction.
  private static let many = 2_100

  /// Opens a file. Making the built-in entities takes most of the time of these tests.
  private static func open(_ path: String, tagging: Bool = false) throws -> IndexWriter {
    try IndexWriter(
      path: path,
      options: .init(workers: 1, memory: 16 << 20, busyTimeout: 1, tagsEntities: tagging))
  }

  /// What the operation begins with, mostly a file with several segments and replaced articles.
  func makeFile(_ path: String) throws {
    if self == .upgrade { return try Self.makeOldFile(path) }
    let writer = try Self.open(path, tagging: true)
    try writer.write(Self.articles(0..<200, "First"))
    try writer.write(Self.articles(190..<220, "Second"))
    try writer.write(Self.articles(5..<9, "Third"))
    try writer.close()
    if self == .repair {
      try Self.execute(
        """
        UPDATE articles_fts_data SET block = zeroblob(100) WHERE id > 10;
        DELETE FROM mentions WHERE article_id < 20;
        """, in: path)
    }
  }

  private static func makeOldFile(_ path: String) throws {
    let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("schemas/version1.sql")
    try execute(String(contentsOf: schema, encoding: .utf8), in: path)
    try execute(
      """
      WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 150)
      INSERT INTO articles (key, title, body)
      SELECT 'k' || n, 'Old ' || n, 'NATO met in ' || n || ' towns. 東京の記者会見。' FROM numbers
      """, in: path)
  }

  private static func execute(_ sql: String, in path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// Runs to the end.
  /// - Parameter committed: called when what was written is promised to stay.
  func run(on path: String, committed: () -> Void) throws {
    switch self {
    case .fresh:
      let writer = try Self.open(path)
      try writer.write(Self.articles(0..<150, "Fresh"))
      committed()
      try writer.close()
    case .small:
      let writer = try Self.open(path)
      try writer.write(Self.articles(210..<226, "Few"))
      committed()
      try writer.close()
    case .large:
      let writer = try Self.open(path, tagging: true)
      try writer.write(Self.articles(180..<180 + Self.many, "Many"))
      committed()
      try writer.close()
    case .optimize:
      let writer = try Self.open(path)
      _ = try writer.optimize()
      committed()
      try writer.close()
    case .entities:
      let writer = try Self.open(path, tagging: true)
      let definition = try EntityDefinition(parsing: "acme | org | Acme")
      try writer.editEntities { $0.define(definition) }
      let result = try writer.retag(workers: 1) { _ in true }
      if result.isComplete { committed() }
      try writer.close()
    case .foreign:
      let queue = try DatabaseQueue(path: path)
      try queue.write { db in
        try db.execute(
          sql: """
            DELETE FROM articles WHERE id % 7 = 3 AND id < 200;
            UPDATE articles SET title = 'Changed ' || key WHERE id % 7 = 4 AND id < 200 AND title NOT LIKE 'Changed%';
            """)
      }
      try queue.close()
      let writer = try Self.open(path)
      try writer.write(Self.articles(300..<310, "Behind"))
      committed()
      try writer.close()
    case .upgrade:
      let copy = Self.copyPath(path)
      // One that an upgrade without success has left; its user would move it away.
      try? FileManager.default.removeItem(atPath: copy)
      _ = try IndexUpgrade.run(path: path, backup: copy, busyTimeout: 1)
      committed()
    case .repair:
      // As the command does.
      let isInOrder =
        try !IndexRepair.isInterrupted(at: path) && IndexCheck.run(path: path).passed
      if !isInOrder { _ = try IndexRepair.run(path: path, into: nil, workers: 1) }
      committed()
    }
  }

  /// Where the upgrade keeps the old file.
  static func copyPath(_ path: String) -> String { path + ".old" }

  /// All that users see of a file, row by row; nothing where there is none.
  static func content(_ path: String) throws -> String {
    guard FileManager.default.fileExists(atPath: path) else { return "" }
    let queue = try DatabaseQueue(path: path)
    let rows = try queue.read { db in
      try ["articles", "mentions", "superseded", "gazetteer"].map { table in
        guard try db.tableExists(table) else { return "" }
        return try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1, 2")
          .map { "\(Array($0.databaseValues))" }.joined(separator: "\n")
      }
    }
    try queue.close()
    return rows.joined(separator: "\n\n")
  }
}
