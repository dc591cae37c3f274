import DatelineAnalysis
import DatelineCore
import Foundation
import GRDB
import Testing

@testable import DatelineIndex

/// Damage, or another tool, may leave values out where there must be some.
@Suite struct MissingValuesTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("news.db")
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    try writer.write([.sample("a", body: "NATO met. Russia did not.")])
    try writer.save(
      [],
      checkpoints: [
        ImportCheckpoint(file: "/a", size: 1, changed: 1, options: "x", records: 2),
        ImportCheckpoint(file: "/b", size: 1, changed: 1, options: "x", records: 2),
      ])
    try writer.close()
  }

  /// Runs SQL on the file as if no column had to have a value.
  private func change(_ sql: String) throws {
    let relax = "UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', ' /*needed*/')"
    let restore = "UPDATE sqlite_schema SET sql = replace(sql, ' /*needed*/', ' NOT NULL')"
    for part in [relax, sql, restore] {
      try withPlainConnection(path) { db in
        try db.execute(sql: "PRAGMA writable_schema = ON")
        try db.execute(sql: part)
      }
    }
  }

  @Test func entitiesWithoutNames() throws {
    try change("UPDATE entities SET name = NULL, kind = NULL")
    let usage = try IndexReader(path: path).read { try $0.entityUsage() }
    #expect(usage["nato"]?.articles == 1)
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    try writer.write([.sample("b", body: "NATO met again.")])
    try writer.close()
    let found = try IndexReader(path: path).read { try $0.entityNames() }
    #expect(found.contains("NATO"))
  }

  @Test func entitiesWithoutIdentifiers() throws {
    try change("UPDATE entities SET slug = NULL WHERE slug = 'russia'")
    let usage = try IndexReader(path: path).read { try $0.entityUsage() }
    #expect(usage["nato"]?.articles == 1 && usage["russia"] == nil)
  }

  @Test func mentionsWithoutCountsOrWithFractions() throws {
    try change("UPDATE mentions SET count = NULL")
    var usage = try IndexReader(path: path).read { try $0.entityUsage() }
    #expect(usage["nato"] == EntityUsage(articles: 1, mentions: 0))
    try change("UPDATE mentions SET count = 1.5")
    usage = try IndexReader(path: path).read { try $0.entityUsage() }
    #expect(usage["nato"]?.articles == 1)
    #expect(try IndexReader(path: path).read { try $0.usage(ofEntity: "nato") }.articles == 1)
  }

  @Test func datesThatOnlyTheirIndexLacks() throws {
    let writer = try IndexWriter(path: path, options: .init(workers: 1))
    try writer.write([.sample("b", published: "2020-01-02")])
    try writer.close()
    // Entries in descending order, NULL last, that are taken for ascending ones.
    for (schema, statement) in [
      ("published DESC", "REINDEX articles_published"), ("published", ""),
    ] {
      for sql in [
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX articles_published ON articles(\(schema))' "
          + "WHERE name = 'articles_published'", statement,
      ] {
        try withPlainConnection(path) { db in
          try db.execute(sql: "PRAGMA writable_schema = ON")
          try db.execute(sql: sql)
        }
      }
    }
    let entries = try withPlainConnection(path) {
      try Optional<String>.fetchAll(
        $0, sql: "SELECT published FROM articles WHERE published IS NOT NULL ORDER BY published")
    }
    #expect(entries == ["2020-01-02", nil])
    let days = try IndexReader(path: path).read {
      try $0.publicationDays($0.fieldLengths(), today: 20_000)
    }
    #expect(days.days == [PublicationDays.unknown, 18_263])
  }

  @Test(arguments: [
    "size = NULL", "options = NULL", "finished = NULL", "records = -1",
  ])
  func checkpointsThatCannotBeRead(change: String) throws {
    try self.change("UPDATE import_checkpoints SET \(change) WHERE file = '/a'")
    let writer = try IndexWriter(path: path)
    #expect(try writer.checkpoints().keys.sorted() == ["/b"])
    try writer.close()
  }
}
