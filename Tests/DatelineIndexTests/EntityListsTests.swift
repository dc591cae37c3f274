import DatelineAnalysis
import DatelineCore
import GRDB
import Testing

@testable import DatelineIndex

/// What the file says of an entity's mentions in one row is what the table says of them.
@Suite struct EntityListsTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("news.db") }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ numbers: Range<Int>, _ text: (Int) -> String) throws {
    let writer = try IndexWriter(path: path)
    try writer.write(numbers.map { .sample("\($0)", title: "Talks", body: text($0)) })
    try writer.close()
  }

  /// Large imports leave lists behind, also where they add to a file, unless they are a small part of it.
  @Test func listsAreMadeAtTheEndOfLargeImports() throws {
    try write(0..<300) { "NATO met. \($0)" }
    try write(300..<2600) { "NATO met Russia. \($0)" }
    try expectSame("added to a small file", isFresh: true)
    #expect(try mentions("nato").read.count == 2600)
    try write(2600..<2650) { "NATO met Ukraine. \($0)" }
    try expectSame("added a few", isFresh: false)
  }

  /// An import that commits several times leaves lists of all of them behind, though the last commits are small.
  @Test(arguments: [20, 2300])
  func listsAreThoseOfAllCommits(last: Int) throws {
    let writer = try IndexWriter(path: path)
    for numbers in [0..<9000, 9000..<9000 + last] {
      try writer.write(
        numbers.map { .sample("\($0)", title: "Talks", body: "NATO met Russia. \($0)") })
    }
    try writer.close()
    try expectSame("\(last)", isFresh: true)
    #expect(try mentions("nato").read.count == 9000 + last)
  }

  /// They are of use and no more: closing a file that another process is writing to succeeds without them.
  @Test func listsThatCannotBeWrittenAreNoError() throws {
    try write(0..<10) { "NATO met. \($0)" }
    let writer = try IndexWriter(path: path, options: .init(busyTimeout: 0.1))
    try writer.write(
      (10..<2300).map { .sample("\($0)", title: "Talks", body: "NATO met Russia. \($0)") })
    try withPlainConnection(path) { db in
      try db.beginTransaction(.immediate)
      try writer.close()
      try db.rollback()
    }
    try expectSame("closed", isFresh: false)
    #expect(try mentions("nato").read.count == 2300)
  }

  private func optimize() throws {
    let writer = try IndexWriter(path: path)
    _ = try writer.optimize(rebuildsTables: true)
    try writer.close()
  }

  /// The mentions that are read, and those of the table.
  private func mentions(_ entity: String) throws -> (read: [String], stored: [String]) {
    let read = try IndexReader(path: path).read { snapshot in
      let mentions = try snapshot.mentions(ofEntity: entity)
      return zip(mentions.articles, mentions.weights).map {
        "\($0) \($1.title) \($1.lead) \($1.body)"
      }
    }
    let stored = try withPlainConnection(path) {
      try String.fetchAll(
        $0,
        sql: """
          SELECT article_id || ' ' || title_weight || ' ' || lead_weight || ' ' || body_weight
          FROM mentions WHERE entity_id = (SELECT id FROM entities WHERE slug = ?) ORDER BY article_id
          """, arguments: [entity])
    }
    return (read, stored)
  }

  private func isFresh() throws -> Bool {
    try withPlainConnection(path) { try EntityListsTable.isFresh($0) }
  }

  private func expectSame(_ label: String, isFresh fresh: Bool) throws {
    #expect(try isFresh() == fresh, "\(label)")
    for entity in ["nato", "russia", "ukraine"] {
      let (read, stored) = try mentions(entity)
      #expect(read == stored, "\(label): \(entity)")
    }
    #expect(try IndexCheck.run(path: path).passed, "\(label)")
  }

  @Test func listsFollowTheMentions() throws {
    try write(0..<300) { number in
      number % 2 == 0 ? "NATO met, NATO said. \(number)" : "Russia and NATO. \(number)"
    }
    try expectSame("built", isFresh: true)
    #expect(try mentions("nato").read.count == 300)
    let rows = try withPlainConnection(path) {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM entity_lists")
    }
    #expect(rows == 3)
    // Others change what articles name; then the table of mentions is read.
    try write(290..<310) { "Ukraine and NATO, later. \($0)" }
    try expectSame("added and replaced", isFresh: false)
    try withPlainConnection(path) { try $0.execute(sql: "DELETE FROM articles WHERE id % 3 = 1") }
    try expectSame("deleted", isFresh: false)
    try optimize()
    try expectSame("optimized", isFresh: true)
    try withPlainConnection(path) { try $0.execute(sql: "DROP TABLE entity_lists") }
    try expectSame("dropped", isFresh: false)
  }

  /// With a word for its people the mentions of an entity weigh more, while the terms of articles stay the same.
  @Test func listsGoWhenOnlyWeightsChange() throws {
    func define(_ line: String) throws {
      let writer = try IndexWriter(path: path)
      let definition = try EntityDefinition(parsing: line)
      try writer.editEntities { $0.define(definition) }
      try writer.close()
    }
    try IndexWriter(path: path).close()
    try define("arcadia | place | Arcadia")
    try write(0..<200) { "Arcadia voted. The Arcadians met again. \($0)" }
    try optimize()
    #expect(try isFresh())
    let before = try mentions("arcadia")
    #expect(before.read == before.stored && before.read.count == 200)
    try define("arcadia | place | Arcadia | demonym: Arcadians")
    let writer = try IndexWriter(path: path)
    #expect(try writer.retag(workers: 1) { _ in true }.changed == 200)
    try writer.close()
    let after = try mentions("arcadia")
    #expect(after.read == after.stored && after.read != before.read)
  }

  @Test func damagedListsAreNotTaken() throws {
    try write(0..<200) { "NATO met. \($0)" }
    try withPlainConnection(path) {
      try $0.execute(
        sql: "UPDATE entity_lists SET mentions = x'0102' || mentions WHERE entity_id > 0")
    }
    let (read, stored) = try mentions("nato")
    #expect(read == stored && read.count == 200)
    #expect(try !IndexCheck.run(path: path).passed)
  }
}
