import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation
import GRDB
import Testing

/// Entities edited in a file, and articles tagged anew.
@Suite struct EntityEditsTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("news.db")
  }

  private static let articles = [
    Article.sample("a", title: "NATO warns Russia", body: "The Kremlin answered NATO. Acme won."),
    Article.sample("b", title: "Harbour news", body: "Zürich and Acme Corp; Marsh, Acme's head."),
    Article.sample("c", title: "Quiet day", body: "Nothing to see."),
    Article.sample("d", title: "Moscow", body: "Ada Marsh met Russians in Moscow. Marsh left."),
  ]

  private func define(_ lines: [String], removing ids: [String] = [], in path: String) throws {
    let writer = try IndexWriter(path: path)
    let definitions = try lines.map { try EntityDefinition(parsing: $0) }
    try writer.editEntities { edits in
      for definition in definitions { edits.define(definition) }
      for id in ids { edits.remove(id: id) }
    }
    try writer.close()
  }

  private func write(_ articles: [Article], to path: String) throws {
    let writer = try IndexWriter(path: path)
    try writer.write(articles)
    try writer.close()
    #expect(try IndexCheck.run(path: path).passed)
  }

  private func retag(_ path: String) throws -> IndexWriter.Retagging {
    let writer = try IndexWriter(path: path)
    let result = try writer.retag(workers: 2) { _ in true }
    try writer.close()
    let check = try IndexCheck.run(path: path)
    #expect(check.passed, "\(check)")
    return result
  }

  private func state(_ path: String) throws -> TaggingState {
    try IndexReader(path: path).read { try $0.taggingState($0.gazetteerEdits()) }
  }

  /// Everything about entities in a file, and what the full-text index finds for each term.
  private func content(_ path: String) throws -> [String] {
    try withPlainConnection(path) { (db: Database) throws in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT 'article', key, entities, entity_terms, '', '' FROM articles
          UNION ALL
          SELECT slug, kind, name, key, count || ' ' || title_weight || ' ' || lead_weight || ' ' ||
            body_weight, positions
          FROM mentions JOIN entities ON entities.id = entity_id JOIN articles ON articles.id = article_id
          UNION ALL
          SELECT 'entity', slug, kind, name, '', '' FROM entities
          UNION ALL
          SELECT 'tagged with', value, '', '', '', '' FROM dateline_meta WHERE key = 'gazetteer'
          ORDER BY 1, 2, 3, 4
          """)
      try db.execute(
        sql: "CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, articles_fts, instance)")
      let terms = try Row.fetchAll(
        db,
        sql:
          "SELECT term, key, col, offset FROM temp.terms JOIN articles ON id = doc ORDER BY 1, 2, 3, 4"
      )
      return (rows + terms).map { "\(Array($0.databaseValues))" }
    }
  }

  private static let edits = [
    "acme | org | Acme | alias: Acme Corp", "nato | org | The Alliance | alias: =NATO",
    "ada-marsh | person | Ada Marsh | surname: Marsh", "zurich-town | place | Zürich",
  ]

  @Test func taggingAnewEqualsIndexingAnew() throws {
    try write(Self.articles, to: path)
    #expect(try state(path) == .current)
    try define(Self.edits, removing: ["russia", "zurich"], in: path)
    #expect(try state(path) == .edited)
    let result = try retag(path)
    #expect(result.isComplete && result.read == 4 && result.total == 4 && result.changed == 3)
    #expect(try state(path) == .current)

    let fresh = folder.path("fresh.db")
    try define(Self.edits, removing: ["russia", "zurich"], in: fresh)
    try write(Self.articles, to: fresh)
    #expect(try content(path) == content(fresh))
    #expect(try content(path).contains { $0.contains("The Alliance") })
    #expect(try retag(path).changed == 0)

    // And back: without changes the file is what it was.
    let writer = try IndexWriter(path: path)
    try writer.editEntities { $0 = GazetteerEdits() }
    try writer.close()
    #expect(try retag(path).changed == 3)
    let plain = folder.path("plain.db")
    try write(Self.articles, to: plain)
    #expect(try content(path) == content(plain))
  }

  @Test func brokenOffWorkIsCompletedByTheNext() throws {
    let many = (0..<2_300).map {
      Article.sample("k\($0)", title: "Acme \($0)", body: "Acme and NATO.")
    }
    try write(many, to: path)
    try define(["acme | org | Acme"], in: path)
    let writer = try IndexWriter(path: path)
    let broken = try writer.retag(workers: 2) { _ in false }
    #expect(!broken.isComplete && broken.changed == 2_000)
    try writer.close()
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try state(path) == .unfinished)
    let rest = try retag(path)
    #expect(rest.isComplete && rest.read == 2_300 && rest.changed == 300)
    let fresh = folder.path("fresh.db")
    try define(["acme | org | Acme"], in: fresh)
    try write(many, to: fresh)
    #expect(try content(path) == content(fresh))
  }

  /// A run with other entities that begins later and ends earlier: what the first one writes behind it
  /// is not of its entities.
  @Test func aRunThatIsOvertakenKeepsTheWorkFromBeingComplete() throws {
    let many = (0..<2_300).map { Article.sample("k\($0)", title: "\($0)", body: "Acme and Apex.") }
    try write(many, to: path)
    try define(["acme | org | Acme"], in: path)
    let writer = try IndexWriter(path: path)
    var isFirst = true
    let result = try writer.retag(workers: 2) { _ in
      if isFirst {
        isFirst = false
        #expect(throws: Never.self) {
          try define(["apex | org | Apex"], removing: ["acme"], in: path)
          #expect(try retag(path).isComplete)
        }
      }
      return true
    }
    try writer.close()
    #expect(!result.isComplete)
    #expect(try state(path) == .other)
    #expect(try retag(path).changed == 300)
    #expect(try state(path) == .current)
  }

  @Test func editsAreStoredAsRowsAndAsNothing() throws {
    try define(["acme | org | Acme"], removing: ["nato", "acme-nothing"], in: path)
    try define(["acme | org | Acme Corp", "apex | org | Apex"], in: path)
    let rows = try withPlainConnection(path) { (db: Database) throws in
      try Row.fetchAll(db, sql: "SELECT id, definition FROM gazetteer ORDER BY id")
        .map { "\($0[0] as String) = \($0[1] ?? "NULL")" }
    }
    #expect(
      rows == ["acme = acme | org | Acme Corp", "apex = apex | org | Apex", "nato = NULL"])
    let nato = try #require(GazetteerEdits.builtIn(ofID: "nato"))
    try define([nato.line], removing: ["acme", "apex"], in: path)
    #expect(try IndexReader(path: path).read { try $0.gazetteerEdits() }.isEmpty)
  }

  @Test func rowsOfOtherToolsThatMakeNoSenseAreLeftOut() throws {
    try define(["acme | org | Acme"], in: path)
    try withPlainConnection(path) { (db: Database) throws in
      try db.execute(
        sql: """
          INSERT INTO gazetteer VALUES ('bad', 'no line'), ('other', 'apex | org | Apex'), ('part', 'part | org | Part | !'),
            ('two', 'two | org | Two' || char(10) || 'three | org | Three'),
            ('esc', 'esc | org | E' || char(27) || 'sc')
          """)
    }
    let edits = try IndexReader(path: path).read { try $0.gazetteerEdits() }
    #expect(edits.byID.keys.sorted() == ["acme", "part"])
    let check = try IndexCheck.run(path: path)
    #expect(!check.passed)
    #expect(
      check.findings.contains { !$0.passed && $0.detail.contains("bad, esc, other, part, two") })
  }

  @Test func articlesOfDifferentEntitiesAreTold() throws {
    try write([Self.articles[0]], to: path)
    try define(["acme | org | Acme"], in: path)
    try write([Self.articles[1]], to: path)
    #expect(try state(path) == .other)
    // Taking the change back does not make the second article right.
    let writer = try IndexWriter(path: path)
    try writer.editEntities { $0 = GazetteerEdits() }
    try writer.close()
    #expect(try state(path) == .other)
    #expect(try retag(path).isComplete)
    #expect(try state(path) == .current)
  }

  @Test func aWriterWithOldEntitiesKeepsTheWorkFromBeingComplete() throws {
    try write([Self.articles[0]], to: path)
    let old = try IndexWriter(path: path)
    try define(["acme | org | Acme"], in: path)
    let writer = try IndexWriter(path: path)
    let result = try writer.retag(workers: 1) { _ in
      #expect(throws: Never.self) { try old.write([Self.articles[1]]) }
      return true
    }
    // The article came behind the last one read, and was read, but another may come any time.
    #expect(!result.isComplete && result.read == 2)
    try old.close()
    try writer.close()
    #expect(try state(path) == .other)
    #expect(try retag(path).isComplete)
  }

  @Test func renamedEntitiesKeepTheirMentions() throws {
    try write([Self.articles[0]], to: path)
    try define(["nato | org | The Alliance | alias: =NATO"], in: path)
    var second = Self.articles[0]
    second.key = "second"
    try write([second], to: path)
    try withPlainConnection(path) { (db: Database) throws in
      #expect(
        try String.fetchAll(db, sql: "SELECT name FROM entities WHERE slug = 'nato'")
          == ["The Alliance"])
      // The trigger finds the mentions of an article by the names in it.
      try db.execute(sql: "DELETE FROM articles WHERE key = 'a'")
      #expect(try Int.fetchOne(db, sql: "SELECT count(DISTINCT article_id) FROM mentions") == 1)
    }
    #expect(try IndexCheck.run(path: path).passed)
  }

  /// - Parameter isOwn: whether the open writer itself tags the articles anew.
  @Test(arguments: [false, true])
  func deletedEntityRowsAreMadeAgainByOpenWriters(isOwn: Bool) throws {
    try write([Self.articles[0]], to: path)
    let open = try IndexWriter(path: path)
    try open.write([Self.articles[1]])
    var changed = Self.articles[1]
    changed.body = "Nobody is named."
    changed.title = "Nothing"
    try open.write([changed])
    if isOwn {
      #expect(try open.retag(workers: 1) { _ in true }.isComplete)
    } else {
      #expect(try retag(path).isComplete)
    }
    let zurich = try withPlainConnection(path) { (db: Database) throws in
      try String.fetchAll(db, sql: "SELECT slug FROM entities WHERE slug = 'zurich'")
    }
    #expect(zurich.isEmpty)
    // The old version under its key would be passed over as superseded.
    var again = Self.articles[1]
    again.key = "again"
    #expect(try open.write([again]).added == 1)
    try open.close()
    let check = try IndexCheck.run(path: path)
    #expect(check.passed, "\(check)")
  }

  @Test func mentionsThatNoArticleNamesAreDeleted() throws {
    try write(Self.articles, to: path)
    let before = try content(path)
    try withPlainConnection(path) { (db: Database) throws in
      try db.execute(sql: "UPDATE articles SET entities = '[]' WHERE key = 'a'")
      try db.execute(
        sql: """
          INSERT INTO mentions SELECT (SELECT id FROM entities WHERE slug = 'nato'), id, 1, 0, 0, 0, '[]'
          FROM articles WHERE key = 'c'
          """)
    }
    #expect(try !IndexCheck.run(path: path).passed)
    #expect(try retag(path).changed == 1)
    #expect(try content(path) == before)
  }

  @Test func namesThatAreNoJSONAreWrittenAnew() throws {
    try write(Self.articles, to: path)
    let before = try content(path)
    try withPlainConnection(path) { (db: Database) throws in
      try db.execute(sql: "UPDATE articles SET entities = 'none' WHERE key = 'a'")
    }
    #expect(try retag(path).changed == 1)
    #expect(try content(path) == before)
    // A name changes in the articles, too.
    try withPlainConnection(path) { (db: Database) throws in
      try db.execute(sql: "UPDATE articles SET entities = '' WHERE key = 'a'")
    }
    try define(["nato | org | The Alliance | alias: =NATO"], in: path)
    #expect(try retag(path).isComplete)
    #expect(try content(path).contains { $0.contains("The Alliance") })
  }

  @Test func filesOfOlderVersionsGetPositions() throws {
    try write(Self.articles, to: path)
    let before = try content(path)
    try withPlainConnection(path) { (db: Database) throws in
      try db.execute(
        sql: """
          UPDATE mentions SET positions = '[]';
          DELETE FROM dateline_meta WHERE key = 'gazetteer';
          """)
    }
    #expect(try IndexCheck.run(path: path).passed)
    #expect(try state(path) == .other)
    #expect(try retag(path).changed == 3)
    #expect(try content(path) == before)
  }

  @Test func positionsCanBeUsedInSQL() throws {
    try write(Self.articles, to: path)
    let quotes = try withPlainConnection(path) { (db: Database) throws in
      try String.fetchAll(
        db,
        sql: """
          SELECT substr(CASE place.value ->> 0 WHEN 'title' THEN title ELSE body END,
            place.value ->> 1, place.value ->> 2)
          FROM mentions JOIN entities ON entities.id = entity_id
          JOIN articles ON articles.id = article_id, json_each(positions) AS place
          WHERE slug = 'russia' ORDER BY articles.key, place.key
          """)
    }
    #expect(quotes == ["Russia", "Kremlin", "Moscow", "Russians", "Moscow"])
  }

  @Test func aTreeThatLeadsInCirclesEndsTheWork() throws {
    let body = String(repeating: "Acme and NATO talked about the harbour. ", count: 200)
    try write((0..<40).map { Article.sample("k\($0)", title: "\($0)", body: body) }, to: path)
    try sendReadersOfArticlesToTheFirstPage()
    let writer = try IndexWriter(path: path)
    var batches = 0
    #expect(throws: IndexError.self) {
      try writer.retag(workers: 1) { _ in
        batches += 1
        return batches < 5
      }
    }
    #expect(batches == 0)
  }

  /// Damages the inner page of the tree of articles, so that all its branches lead to the first leaf.
  private func sendReadersOfArticlesToTheFirstPage() throws {
    let (number, size) = try withPlainConnection(path) { (db: Database) throws in
      (
        try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'articles'")
          ?? 0,
        try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      )
    }
    let file = URL(fileURLWithPath: path)
    var bytes = [UInt8](try Data(contentsOf: file))
    let page = (number - 1) * size
    // See "B-tree Pages" in SQLite's description of its files: 5 is an inner page of a table, whose header has the
    // last branch at 8 and is 12 bytes long; places of cells follow, and a cell begins with its branch.
    try #require(bytes[page] == 5)
    let cells = Int(bytes[page + 3]) << 8 | Int(bytes[page + 4])
    try #require(cells > 5)
    let places = (0..<cells).map { index in
      page + (Int(bytes[page + 12 + 2 * index]) << 8 | Int(bytes[page + 13 + 2 * index]))
    }
    let first = bytes[places[0]..<places[0] + 4]
    for place in places + [page + 8] { bytes.replaceSubrange(place..<place + 4, with: first) }
    try Data(bytes).write(to: file)
  }
}
