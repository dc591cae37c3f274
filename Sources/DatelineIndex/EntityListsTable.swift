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
  /// - Parameter known: the lists, where they need not be made of the mentions.
  /// - Complexity: O(mentions).
  static func write(_ db: Database, known: EntityLists? = nil) throws {
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
    try (known ?? lists(db)).forEachList(add)
    try FieldLengthsTable.state(db).withUnsafeBufferPointer { try add(0, $0) }
  }

  /// The lists of the entities that many articles name.
  private static func lists(_ db: Database) throws -> EntityLists {
    var lists = EntityLists()
    try PreparedStatement(
      db,
      sql: """
        SELECT entity_id, article_id, title_weight, lead_weight, body_weight FROM mentions
        ORDER BY entity_id, article_id
        """
    ).forEachRow { row in
      lists.add(
        entity: row.integer(0), article: row.integer(1),
        SIMD4(0, row.integer(2), row.integer(3), row.integer(4)))
    }
    return lists
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

  /// Whether there are rows, and somebody has written to the index since, so that they are not read.
  static func isOutOfDate(_ db: Database) throws -> Bool {
    guard try db.tableExists("entity_lists") else { return false }
    return try Row.fetchOne(db, sql: "SELECT 1 FROM entity_lists LIMIT 1") != nil && !isFresh(db)
  }

  /// What is wrong with the table; `nil` when nothing is, or it is out of date and its rows are whole.
  /// - Complexity: O(mentions).
  static func fault(_ db: Database) throws -> String? {
    guard try db.tableExists("entity_lists") else { return nil }
    var isWhole = true
    try PreparedStatement(db, sql: "SELECT mentions, digest FROM entity_lists").forEachRow { row in
      // Invariant: the bytes are lent for the call.
      let digest = ContentHash.text(row.bytes(0).bindMemory(to: UInt8.self))
      if !row.bytes(1).elementsEqual(digest.utf8) { isWhole = false }
    }
    if !isWhole { return "are damaged" }
    guard try isFresh(db) else { return nil }
    let select = try PreparedStatement(
      db, sql: "SELECT 1 FROM entity_lists WHERE entity_id = ? AND mentions = ? AND digest = ?")
    var count = 1
    var isEqual = true
    try lists(db).forEachList { entity, list in
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

/// Content of ``EntityListsTable``, put together mention by mention.
struct EntityLists {
  private var bytes: [UInt8] = []
  /// Lists that are long enough, in the order of their entities.
  private var lists: [(entity: Int64, range: Range<Int>)] = []
  /// The list under way.
  private var entity = Int64.min
  private var start = 0
  private var count = 0
  private var last: Int64 = 0

  /// Adds a mention; entities ascend, and of each the articles.
  /// - Parameter numbers: count and the weights of title, lead and rest.
  mutating func add(entity: Int64, article: Int64, _ numbers: SIMD4<Int64>) {
    if entity != self.entity {
      endList()
      self.entity = entity
    }
    append(UInt64(bitPattern: article &- last))
    for place in 1..<4 { append(UInt64(bitPattern: numbers[place])) }
    last = article
    count += 1
  }

  private mutating func append(_ value: UInt64) {
    if value < 0x80 { return bytes.append(UInt8(truncatingIfNeeded: value)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Varint.most) { buffer in
      guard let base = buffer.baseAddress else { return }
      bytes += buffer[..<Varint.write(value, to: base)]
    }
  }

  private mutating func endList() {
    if count >= EntityListsTable.leastArticles {
      lists.append((entity, start..<bytes.count))
    } else {
      bytes.removeSubrange(start...)
    }
    start = bytes.count
    (count, last) = (0, 0)
  }

  /// Calls `body` with each entity that many articles name and its list.
  func forEachList(_ body: (Int64, UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    var ended = self
    ended.endList()
    try ended.bytes.withUnsafeBufferPointer { bytes in
      for list in ended.lists {
        try body(list.entity, UnsafeBufferPointer(rebasing: bytes[list.range]))
      }
    }
  }
}
