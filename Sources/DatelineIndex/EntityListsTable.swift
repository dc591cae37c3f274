import DatelineCore
import Foundation
import GRDB

/// Keeps the mentions of each entity that many articles name together in one row, without their places: reading them
/// from the table `mentions` goes over all of its pages.
///
/// Written by large imports and by ``IndexWriter/optimize(usingStock:rebuildsTables:)``; taken only where the full-text
/// index is as it was (``FieldLengthsTable/state(_:)``, in the row of entity 0), since whoever changes what articles
/// name changes that too. Who changes mentions alone removes the rows (``removeAll(_:)``).
///
/// Content, varints: of each article the distance of its id from the one before, then the weights of title, lead and
/// rest.
enum EntityListsTable {
  static let schema = """
    CREATE TABLE IF NOT EXISTS entity_lists (
      entity_id INTEGER PRIMARY KEY,
      mentions BLOB NOT NULL,
      digest TEXT NOT NULL
    )
    """

  /// Articles that an entity needs: fewer are read in no time.
  static let leastArticles = 64

  /// Writes all rows anew, inside a transaction.
  /// - Complexity: O(mentions).
  static func write(_ db: Database) throws {
    try db.execute(sql: schema)
    try db.execute(sql: "DELETE FROM entity_lists")
    let insert = try PreparedStatement(
      db, sql: "INSERT INTO entity_lists (entity_id, mentions, digest) VALUES (?, ?, ?)")
    func add(_ entity: Int64, _ bytes: UnsafeBufferPointer<UInt8>) throws {
      insert.bind(1, entity)
      insert.bind(2, blob: UnsafeRawBufferPointer(bytes))
      insert.bind(3, copying: ContentHash.text(bytes))
      try insert.run()
    }
    try forEachList(db, add)
    try FieldLengthsTable.state(db).withUnsafeBufferPointer { try add(0, $0) }
  }

  /// Calls `body` with each entity that many articles name and its list.
  private static func forEachList(
    _ db: Database, _ body: (Int64, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var list = ByteBuffer(capacity: 1 << 16)
    var (entity, count, last) = (Int64.min, 0, Int64(0))
    try PreparedStatement(
      db,
      sql: """
        SELECT entity_id, article_id, title_weight, lead_weight, body_weight FROM mentions
        ORDER BY entity_id, article_id
        """
    ).forEachRow { row in
      if row.integer(0) != entity {
        if count >= leastArticles { try body(entity, list.all) }
        list.count = 0
        (entity, count, last) = (row.integer(0), 0, 0)
      }
      let article = row.integer(1)
      list.append(varint: UInt64(bitPattern: article &- last))
      for column in 2..<5 { list.append(varint: UInt64(bitPattern: row.integer(CInt(column)))) }
      last = article
      count += 1
    }
    if count >= leastArticles { try body(entity, list.all) }
  }

  /// Removes all rows, where mentions change and the full-text index does not.
  static func removeAll(_ db: Database) throws {
    if try db.tableExists("entity_lists") { try db.execute(sql: "DELETE FROM entity_lists") }
  }

  /// Whether the rows are there and up to date.
  static func isFresh(_ db: Database) throws -> Bool {
    guard
      let stored = try? Data.fetchOne(
        db, sql: "SELECT mentions FROM entity_lists WHERE entity_id = 0")
    else { return false }
    return stored.elementsEqual(try FieldLengthsTable.state(db))
  }

  /// The mentions of an entity; `nil` where there is no row, or none that is whole.
  /// - Complexity: O(articles that mention it), a few bytes each.
  static func read(_ db: Database, entity slug: String) throws -> EntityMentions? {
    let select = try PreparedStatement(
      db,
      sql: """
        SELECT mentions, digest FROM entity_lists
        WHERE entity_id = (SELECT id FROM entities WHERE slug = ?)
        """)
    select.bind(1, copying: slug)
    let found: EntityMentions?? = try select.first { row in
      // Invariant: SQLite keeps the bytes until the statement moves on, behind this closure.
      let bytes = row.bytes(0)
      let digest = ContentHash.text(bytes.bindMemory(to: UInt8.self))
      return row.bytes(1).elementsEqual(digest.utf8) ? EntityMentions(list: bytes) : nil
    }
    return found ?? nil
  }

  /// What is wrong with the table; `nil` when nothing is, or it is out of date.
  /// - Complexity: O(mentions).
  static func fault(_ db: Database) throws -> String? {
    guard try db.tableExists("entity_lists"), try isFresh(db) else { return nil }
    let select = try PreparedStatement(
      db, sql: "SELECT 1 FROM entity_lists WHERE entity_id = ? AND mentions = ? AND digest = ?")
    var count = 1
    var isEqual = true
    try forEachList(db) { entity, list in
      count += 1
      select.bind(1, entity)
      select.bind(2, blob: UnsafeRawBufferPointer(list))
      select.bind(3, copying: ContentHash.text(list))
      if try select.first({ _ in true }) != true { isEqual = false }
    }
    let stored = try Int.fetchOne(db, sql: "SELECT count(*) FROM entity_lists")
    return isEqual && stored == count ? nil : "differ from the mentions"
  }
}

extension EntityMentions {
  /// Reads a row of ``EntityListsTable``.
  init(list: UnsafeRawBufferPointer) {
    self.init()
    var (index, article) = (0, Int64(0))
    while index < list.count {
      article = article &+ Int64(bitPattern: Varint.read(list, &index))
      var weights = SIMD3<Int>()
      for place in 0..<3 { weights[place] = Int(truncatingIfNeeded: Varint.read(list, &index)) }
      append(article: article, title: weights[0], lead: weights[1], body: weights[2])
    }
  }
}
