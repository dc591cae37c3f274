import DatelineAnalysis
import DatelineCore
import GRDB

/// Rows of the table `entities` for the entities of a gazetteer; used inside transactions.
final class EntityRows {
  private let gazetteer: Gazetteer
  /// Row of each entity written or met so far, by its position; 0 for the others.
  private var rows: [Int64]
  /// SQLite's count of the commits of other connections, when `rows` was filled.
  private var version: Int64?

  init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    rows = Array(repeating: 0, count: gazetteer.entities.count)
  }

  /// Forgets what a transaction that was rolled back had written, or one of this writer has deleted.
  func forgetUncommitted() {
    rows = Array(repeating: 0, count: gazetteer.entities.count)
  }

  /// Forgets rows that others may have deleted meanwhile; to be called as a transaction begins.
  func refresh(_ db: Database) throws {
    let current = try Int64.fetchOne(db, sql: "PRAGMA data_version")
    if current != version { forgetUncommitted() }
    version = current
  }

  /// The row of an entity; it is made where there is none.
  func row(of position: Int, _ db: Database) throws -> Int64 {
    let known = rows[position]
    return known > 0 ? known : try makeRow(position, db)
  }

  private func makeRow(_ position: Int, _ db: Database) throws -> Int64 {
    let entity = gazetteer.entities[position]
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO entities (slug, kind, name) VALUES (?, ?, ?)"
    ).execute(arguments: [entity.id, entity.kind.rawValue, entity.name])
    guard
      let stored = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT id, kind, name FROM entities WHERE slug = ?"),
        arguments: [entity.id])
    else { throw DatabaseError(message: "the entity \(entity.id) could not be stored") }
    let row: Int64 = stored[0]
    let name = stored.text(2) ?? ""
    if stored.text(1) != entity.kind.rawValue || name != entity.name {
      try rename(row, from: name, to: entity, db)
    }
    rows[position] = row
    return row
  }

  /// Changes name and kind of an entity. Articles name their entities in a column by which the trigger
  /// for deleted articles finds their mentions, so that the names there change too.
  private func rename(
    _ row: Int64, from name: String, to entity: Entity, _ db: Database
  ) throws {
    if name != entity.name {
      try db.execute(
        sql: """
          UPDATE articles SET entities = (
            SELECT json_group_array(CASE value WHEN ?1 THEN ?2 ELSE value END)
            FROM json_each(entities)), checksum = NULL
          WHERE id IN (SELECT article_id FROM mentions WHERE entity_id = ?3)
            AND json_valid(entities)
          """, arguments: [name, entity.name, row])
    }
    try db.execute(
      sql: "UPDATE entities SET kind = ?, name = ? WHERE id = ?",
      arguments: [entity.kind.rawValue, entity.name, row])
  }
}
