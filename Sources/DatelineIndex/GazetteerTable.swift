package import DatelineAnalysis
import DatelineCore
import GRDB

/// The table `gazetteer` with the user's changes to the entities, and what `dateline_meta` says of the
/// gazetteer that the articles were tagged with.
enum GazetteerTable {
  private static let metaKey = "gazetteer"
  /// Stands for more than one gazetteer.
  private static let mixed = "mixed"
  /// Before the digest while articles are tagged anew.
  private static let applying = "applying "

  static func edits(_ db: Database) throws -> GazetteerEdits { try content(db).edits }

  /// The changes, and the identifiers of rows that cannot be used: other tools may have written
  /// anything.
  static func content(_ db: Database) throws -> (edits: GazetteerEdits, unusable: [String]) {
    var edits = GazetteerEdits()
    var unusable: [String] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT id, definition FROM gazetteer ORDER BY id")
    while let row = try rows.next() {
      let id = String.fromDatabaseValue(row[0]) ?? "\(row[0] as DatabaseValue)"
      if (row[1] as DatabaseValue).isNull {
        edits.byID[id] = .removed
      } else if let line = String.fromDatabaseValue(row[1]),
        EntityDefinition.seemsToDefine(id, line)
      {
        edits.byID[id] = .defined(line)
      } else {
        unusable.append(id)
      }
    }
    return (edits, unusable)
  }

  /// Makes the table hold these changes and no others.
  static func store(_ edits: GazetteerEdits, _ db: Database) throws {
    let old = try self.edits(db)
    for id in old.byID.keys where edits.byID[id] == nil {
      try db.execute(sql: "DELETE FROM gazetteer WHERE id = ?", arguments: [id])
    }
    for (id, edit) in edits.byID where old.byID[id] != edit {
      let line: String? = if case .defined(let line) = edit { line } else { nil }
      try db.execute(
        sql: "INSERT OR REPLACE INTO gazetteer VALUES (?, ?)", arguments: [id, line])
    }
  }

  /// Notes that articles were tagged with a gazetteer; inside their transaction.
  /// - Parameters:
  ///   - digest: `nil` when they were not tagged.
  ///   - isFirst: whether there were no articles before.
  static func noteTagging(
    with digest: GazetteerDigest?, isFirst: Bool, _ db: Database
  ) throws {
    let stored = try meta(db)
    if let digest, stored == digest.description || stored == applying + digest.description {
      return
    }
    let value = isFirst ? digest?.description ?? mixed : mixed
    if stored != value { try setMeta(value, db) }
  }

  /// Whether the file has no articles.
  static func hasNoArticles(_ db: Database) throws -> Bool {
    try Row.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM articles LIMIT 1")) == nil
  }

  /// Notes that all articles are about to be tagged anew.
  static func beginTagging(with digest: GazetteerDigest, _ db: Database) throws {
    if try meta(db) != digest.description { try setMeta(applying + digest.description, db) }
  }

  /// Notes that all articles have been tagged anew.
  /// - Returns: false when others were tagged differently meanwhile.
  static func endTagging(with digest: GazetteerDigest, _ db: Database) throws -> Bool {
    let stored = try meta(db)
    if stored == digest.description { return true }
    guard stored == applying + digest.description else { return false }
    try setMeta(digest.description, db)
    return true
  }

  static func state(_ edits: GazetteerEdits, _ db: Database) throws -> TaggingState {
    let digest = GazetteerDigest(edits)
    let stored = try meta(db)
    if stored == digest.description { return .current }
    if try hasNoArticles(db) { return .current }
    if stored?.hasPrefix(applying) == true { return .unfinished }
    guard let found = stored.flatMap({ GazetteerDigest($0) }) else { return .other }
    return found.base == digest.base ? .edited : .other
  }

  private static func meta(_ db: Database) throws -> String? {
    let statement = try db.cachedStatement(sql: "SELECT value FROM dateline_meta WHERE key = ?")
    return try String.fetchOne(statement, arguments: [metaKey])
  }

  private static func setMeta(_ value: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO dateline_meta VALUES (?, ?)", arguments: [metaKey, value])
  }
}

/// Whether the articles of a file were tagged with the entities that hold now.
package enum TaggingState: Sendable, Equatable {
  /// They were.
  case current
  /// The entities were edited since.
  case edited
  /// Tagging them anew was broken off.
  case unfinished
  /// Another version of the built-in entities was used, or not the same for all.
  case other
}

extension IndexSnapshot {
  /// The user's changes to the entities; none in a file of an old schema.
  package func gazetteerEdits() throws -> GazetteerEdits {
    schema >= 3 ? try GazetteerTable.edits(db) : GazetteerEdits()
  }

  /// Whether the articles were tagged with the gazetteer that these changes make.
  package func taggingState(_ edits: GazetteerEdits) throws -> TaggingState {
    try GazetteerTable.state(edits, db)
  }
}
