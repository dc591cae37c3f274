import DatelineAnalysis
import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// `check` tells damage that neither SQLite nor FTS5 sees from what other tools may do, and a repair mends what can be
/// made anew.
@Suite struct DamageFoundTests {
  private static let count = 90
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("news.db")
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    try writer.write((0..<Self.count).map { Self.article($0) } + [Self.article(7, "Second")])
    try writer.save([SiteMemoryRow(source: "a", content: [1, 2])], checkpoints: [])
    try writer.close()
  }

  private static func article(_ number: Int, _ title: String = "Number") -> Article {
    Article(
      key: "k\(number)", title: "\(title) \(number)",
      body: "The harbourmaster's NATO met Russia in \(number) towns, said Quillon \(number).",
      published: "2024-03-01", source: "Elm Bay", url: "https://example.com/page-\(number)",
      authors: ["Ada Marshwood \(number)"], origin: Origin(file: "dump-\(number)", record: number))
  }

  private func findings(_ path: String? = nil) throws -> [String] {
    try IndexCheck.run(path: path ?? self.path).findings.filter { !$0.passed }.map(\.check)
  }

  private func execute(_ sql: String) throws {
    try withPlainConnection(path) { try $0.execute(sql: sql) }
  }

  private func without() throws -> Int {
    try withPlainConnection(path) {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM articles WHERE checksum IS NULL") ?? 0
    }
  }

  @Test func aFileIsInOrder() throws {
    #expect(try findings() == [])
    #expect(try without() == 0)
    let kept = try withPlainConnection(path) {
      try String.fetchAll($0, sql: "SELECT key FROM dateline_meta WHERE key LIKE 'checksum %'")
    }
    #expect(kept.sorted() == ["checksum site_memory", "checksum superseded"])
  }

  /// Bytes on the disk: case, punctuation, and columns that nobody searches.
  @Test(arguments: [
    ("harbourmaster's NATO met Russia in 40 ", "harbourmaster's NATO met Russia in 40,"),
    ("said Quillon 41.", "said qUillon 41."), ("Ada Marshwood 42", "Ida Marshwood 42"),
    ("https://example.com/page-43", "https://examplf.com/page-43"), ("dump-44", "dump/44"),
  ])
  func changedBytesAreFound(old: String, new: String) throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let range = try #require(bytes.range(of: Data(old.utf8)))
    bytes.replaceSubrange(range, with: Data(new.utf8))
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(try findings() == ["articles as they were written"])
    let number = Int64(old.drop { !$0.isNumber }.prefix(while: \.isNumber))
    let result = try IndexRepair.run(path: path, into: nil, workers: 1)
    #expect(result.doubtful == number.map { [$0 + 1] } && !result.isComplete, "\(result)")
    #expect(try findings() == [])
  }

  /// What follows from the texts is made anew, and nothing is in doubt then.
  @Test(arguments: [
    "UPDATE articles SET entity_terms = 'x', checksum = checksum - 2 WHERE id = 5",
    "UPDATE mentions SET body_weight = body_weight + 10 WHERE article_id = 6",
    "UPDATE entities SET kind = 'person' WHERE slug = 'nato'",
  ])
  func tagsAreMadeAnew(damage: String) throws {
    try execute(damage.replacingOccurrences(of: ", checksum = checksum - 2", with: ""))
    if damage.contains("entity_terms") {
      // Without the trigger, as on the disk.
      #expect(try findings() == [])
      try execute("UPDATE articles SET checksum = 1235 WHERE id = 5")
    }
    #expect(try !findings().isEmpty)
    let result = try IndexRepair.run(path: path, into: nil, workers: 1)
    #expect(result.doubtful == (damage.contains("entity_terms") ? [5] : []), "\(result)")
    #expect(try findings() == [])
  }

  @Test func whatOtherToolsWriteIsNoDamage() throws {
    try execute(
      """
      UPDATE articles SET author = 'Another' WHERE id = 3;
      UPDATE articles SET body = body || ' NATO NATO' WHERE id = 4;
      INSERT INTO articles (key, title, body) VALUES ('new', 'New', 'Kestrelwing landed.');
      DELETE FROM articles WHERE id = 9;
      """)
    #expect(try findings() == [])
    #expect(try without() == 3)
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    _ = try writer.optimize(rebuildsTables: true)
    try writer.close()
    #expect(try findings() == [])
    #expect(try without() == 0)
    // From now on they are watched too.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let range = try #require(bytes.range(of: Data("Kestrelwing".utf8)))
    bytes.replaceSubrange(range, with: Data("kestrelWing".utf8))
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(try findings() == ["articles as they were written"])
  }

  @Test func whatTheWriterChangesHasNewChecksums() throws {
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    try writer.write((5..<20).map { Self.article($0, "Changed") })
    try writer.delete(keys: ["k30"])
    let definition = try EntityDefinition(parsing: "quillon | person | Quillon")
    try writer.editEntities { $0.define(definition) }
    _ = try writer.retag(workers: 1) { _ in true }
    try writer.close()
    #expect(try findings() == [])
    #expect(try without() == 0)
    let renamed = try IndexWriter(path: path, options: .init(workers: 1))
    let other = try EntityDefinition(parsing: "quillon | person | Quillon Ltd | alias: Quillon")
    try renamed.editEntities { $0.define(other) }
    _ = try renamed.retag(workers: 1) { _ in true }
    try renamed.close()
    #expect(try findings() == [])
  }

  /// Tagging anew must not vouch for what was damaged before.
  @Test func damageOutlastsTagging() throws {
    try execute("UPDATE articles SET author = 'Changed', checksum = checksum + 2 WHERE id = 5")
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    let definition = try EntityDefinition(parsing: "quillon | person | Quillon")
    try writer.editEntities { $0.define(definition) }
    _ = try writer.retag(workers: 1) { _ in true }
    try writer.close()
    #expect(try findings() == ["articles as they were written"])
  }

  @Test func filesWithoutChecksumsGetTheColumn() throws {
    try execute("DROP TRIGGER articles_cu; ALTER TABLE articles DROP COLUMN checksum")
    #expect(try findings() == [])
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    try writer.write([Self.article(100)])
    try writer.close()
    #expect(try findings() == [])
    #expect(try without() == Self.count)
    // Rows of before are shorter by the column; a repair reads them from the pages too.
    let result = try IndexRepair.run(path: path, into: nil, workers: 1)
    #expect(result.articles == Self.count + 1 && result.isComplete, "\(result)")
    #expect(try without() == 0)
  }

  @Test(arguments: [
    ("UPDATE superseded SET digest = digest + 1", "what imports remember"),
    ("DELETE FROM superseded", "what imports remember"),
    ("UPDATE site_memory SET content = zeroblob(2)", "what imports remember"),
    ("INSERT INTO site_memory VALUES ('b', 'c')", "what imports remember"),
    ("UPDATE ranking SET value = 'x' WHERE name = 'recency'", "settings of the ranking"),
    ("UPDATE ranking SET name = 'x' WHERE rowid IS NULL OR name > 'm'", "settings of the ranking"),
    ("DROP TRIGGER articles_ai", "tables and triggers"),
    ("DROP TRIGGER articles_au", "tables and triggers"),
    ("DROP TRIGGER articles_ad", "tables and triggers"),
    ("DROP TRIGGER articles_cu", "tables and triggers"),
    (
      "DROP TRIGGER articles_ad; CREATE TRIGGER articles_ad AFTER DELETE ON articles BEGIN SELECT 1; END",
      "tables and triggers"
    ),
    ("PRAGMA user_version = 2", "tables and triggers"),
    ("UPDATE field_lengths SET content = zeroblob(length(content))", "lengths of fields"),
    ("UPDATE field_lengths SET state = zeroblob(length(state))", "lengths of fields"),
    ("UPDATE entity_lists SET mentions = zeroblob(20) WHERE entity_id > 0", "lists of entities"),
  ])
  func changedTablesAreTold(damage: String, check: String) throws {
    let damage =
      damage.contains("recency")
      ? "UPDATE ranking SET value = 'x' WHERE name = (SELECT min(name) FROM ranking)"
      : damage.contains("rowid IS NULL")
        ? "UPDATE ranking SET name = 'x' WHERE name = (SELECT min(name) FROM ranking)" : damage
    try execute(damage)
    #expect(try findings() == [check])
    let result = try IndexRepair.run(path: path, into: nil, workers: 1)
    #expect(try findings() == [], "\(result)")
    #expect(result.articles == Self.count)
  }

  /// Tables that only make searches faster may be missing.
  @Test(arguments: ["field_lengths", "block_maxima", "entity_lists"])
  func missingTablesAreNoted(table: String) throws {
    try execute("DROP TABLE \(table)")
    let check = try IndexCheck.run(path: path)
    #expect(check.passed, "\(check)")
    #expect(check.findings.contains { $0.detail.contains("without \(table): right answers") })
  }

  /// Blocks of the format before are not taken, and made anew.
  @Test func blocksOfTheFormatBeforeAreLeftAlone() throws {
    try execute(
      "INSERT INTO block_maxima VALUES (1, x'', x'0100000000000000', '5a0e1bb1a6e0f6a2')")
    #expect(try findings() == ["blocks of frequent terms"])
    let blob = [UInt8](repeating: 0, count: 7)
    let digest = ([1] + blob).withUnsafeBufferPointer { ContentHash.text($0) }
    try execute("UPDATE block_maxima SET digest = '\(digest)'")
    #expect(try findings() == [])
    #expect(try IndexReader(path: path).article("k3")?.title == "Number 3")
  }
}
