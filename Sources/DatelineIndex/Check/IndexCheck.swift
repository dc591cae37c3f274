import DatelineAnalysis
import Foundation
import GRDB

/// Result of checking an index file.
public struct IndexCheck: Sendable, Codable, Equatable {
  /// One thing that was checked.
  public struct Finding: Sendable, Codable, Equatable {
    /// What was checked.
    public var check: String
    /// Whether it was in order.
    public var passed: Bool
    /// What was found.
    public var detail: String
  }

  /// All checks in the order they ran.
  public var findings: [Finding]
  /// Whether everything was in order.
  public var passed: Bool { findings.allSatisfy(\.passed) }

  /// Checks a file: SQLite's integrity check, FTS5's integrity check against the articles, counts.
  ///
  /// FTS5's check needs a connection that may write; it changes nothing. Of a file that cannot be written to a copy
  /// is checked, in a temporary file of SQLite that has no name (in the folder that `SQLITE_TMPDIR` or `TMPDIR` names).
  /// - Parameter busyTimeout: seconds to wait for a process that writes.
  /// - Throws: ``IndexError`` when the file cannot be opened at all, another process is writing to it, or there is no
  ///   room for the copy.
  /// - Complexity: O(file): reads and tokenises everything.
  public static func run(
    path: String, busyTimeout: Double = 10
  ) throws(IndexError) -> IndexCheck {
    // Opening through the reader first gives the right message for a file that is no index.
    let reader = try IndexReader(path: path)
    // Where a log lies beside the file, the last connection that may write would merge it into the file when it is
    // closed; a damaged file must stay as it is.
    let log = BuildingFolder.followingLinks(path) + "-wal"
    let last = FileLength.bytes(of: log) ?? 0 > 0 ? reader : nil
    defer { withExtendedLifetime(last) {} }
    return try IndexConnection.catching(path) {
      try connection(path, busyTimeout).writeWithoutTransaction { (db: Database) throws in
        var findings = [
          try integrity(db), try fullText(db), try counts(db), try mentions(db), try entities(db),
          try fieldLengths(db), try blockMaxima(db), try entityLists(db),
        ]
        // What older versions do not have is not missing there.
        if try Schema.verify(db, path: path) == Schema.version {
          findings += [
            try checksums(db), try recomputedMentions(db), try importTables(db), try settings(db),
            try tables(db),
          ]
        }
        return IndexCheck(findings: findings)
      }
    }
  }

  /// A connection that may write: to the file, or to a copy where that is not allowed.
  private static func connection(_ path: String, _ busyTimeout: Double) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeout)
    if FileManager.default.isWritableFile(atPath: path) {
      do {
        return try DatabaseQueue(
          path: IndexConnection.location(path), configuration: configuration)
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
      {
        // With a log in its header, in a folder where nothing can be made.
      }
    }
    let reader = try IndexConnection.reader(path: path).0
    // SQLite makes a file without a name of it.
    let copy = try DatabaseQueue(path: "", configuration: configuration)
    do { try reader.backup(to: copy) } catch let error as DatabaseError
      where error.resultCode == .SQLITE_FULL || error.resultCode == .SQLITE_IOERR
    {
      throw IndexError.database(
        path: path,
        message:
          "may not be written to, and for a copy to check there is no room in the folder for temporary "
          + "files; name another one in SQLITE_TMPDIR")
    }
    return copy
  }

  private static func integrity(_ db: Database) throws -> Finding {
    try finding("SQLite integrity") {
      let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      return (lines == ["ok"], lines == ["ok"] ? "ok" : lines.joined(separator: "; "))
    }
  }

  private static func fullText(_ db: Database) throws -> Finding {
    var finding = try finding("full-text index equals the articles") {
      // Rolled back, since SQLite corrects a wrong number of pages in the header of a file that it may write to.
      try db.inTransaction(.immediate) {
        try db.execute(
          sql: "INSERT INTO articles_fts(articles_fts, rank) VALUES ('integrity-check', 1)")
        return .rollback
      }
      return (true, "ok")
    }
    if !finding.passed {
      finding.detail +=
        "; the articles are there: `INSERT INTO articles_fts(articles_fts) VALUES ('rebuild')` in "
        + "sqlite3 makes the index anew from them"
    }
    return finding
  }

  private static func counts(_ db: Database) throws -> Finding {
    try finding("counts") {
      let articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM articles") ?? 0
      let indexed = try Int.fetchOne(db, sql: "SELECT count(*) FROM articles_fts_docsize") ?? 0
      return (articles == indexed, "\(articles) articles, \(indexed) in the full-text index")
    }
  }

  /// Every mention belongs to an article and an entity, and every name in an article to a mention.
  private static func mentions(_ db: Database) throws -> Finding {
    try finding("entity mentions") {
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      let all = try count("SELECT count(*) FROM mentions")
      let lost = try count(
        """
        SELECT count(*) FROM mentions WHERE
          article_id NOT IN (SELECT id FROM articles)
          OR entity_id NOT IN (SELECT id FROM entities)
        """)
      if lost > 0 { return (false, "\(lost) of \(all) without their article or entity") }
      // Without the index of later versions each name would be looked for in all entities.
      guard try db.indexes(on: "entities").contains(where: { $0.name == "entities_name" }) else {
        return (true, "\(all) mentions")
      }
      let named = try count("SELECT coalesce(sum(json_array_length(entities)), 0) FROM articles")
      let missing = try count(
        """
        SELECT count(*) FROM articles, json_each(articles.entities) AS named
        WHERE NOT EXISTS (
          SELECT 1 FROM entities JOIN mentions ON entity_id = entities.id
          WHERE name = named.value AND article_id = articles.id)
        """)
      if missing > 0 {
        return (false, "\(missing) of \(named) names in articles without a mention")
      }
      return (named == all, "\(all) mentions, \(named) names in articles")
    }
  }

  /// Somebody has written since the table was made.
  private static let outOfDate =
    "out of date, and not read: right answers, slower; `dateline optimize --rebuild` renews them"

  /// A table made of others says the same as they, or is out of date and not read.
  private static func derived(
    _ name: String, fault: () throws -> String?, isOutOfDate: () throws -> Bool
  ) throws -> Finding {
    try finding(name) {
      if let fault = try fault() {
        return (false, fault + "; `dateline optimize --rebuild` renews them")
      }
      return (true, try isOutOfDate() ? outOfDate : "ok")
    }
  }

  /// What makes opening faster.
  private static func fieldLengths(_ db: Database) throws -> Finding {
    try derived("lengths of fields") {
      try FieldLengthsTable.fault(db)
    } isOutOfDate: {
      try FieldLengthsTable.isOutOfDate(db)
    }
  }

  /// What makes searches for frequent words faster; each segment has its own, and what belongs to none is not read.
  private static func blockMaxima(_ db: Database) throws -> Finding {
    try derived("blocks of frequent terms") {
      try BlockMaximaTable.fault(
        db, RankingFormula(RankingTable.weights(db).weights), FieldLengths.reading(db))
    } isOutOfDate: {
      false
    }
  }

  /// What makes searches for entities faster.
  private static func entityLists(_ db: Database) throws -> Finding {
    try derived("lists of entities") {
      try EntityListsTable.fault(db)
    } isOutOfDate: {
      try EntityListsTable.isOutOfDate(db)
    }
  }

  /// The user's entities can be read, and the places of mentions are as many as the mentions.
  private static func entities(_ db: Database) throws -> Finding {
    try finding("edited entities and places of mentions") {
      guard try db.tableExists("gazetteer") else { return (true, "none in a file of this schema") }
      var (edits, unusable) = try GazetteerTable.content(db)
      for case (let id, .defined(let line)) in edits.byID
      where (try? EntityDefinition(parsing: line)) == nil {
        unusable.append(id)
      }
      if !unusable.isEmpty {
        return (false, "no definition of the entity: " + unusable.sorted().joined(separator: ", "))
      }
      // Rows of older versions have no places.
      let wrong =
        try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM mentions WHERE positions <> '[]' AND (
              NOT json_valid(positions)
              OR json_array_length(positions) <> min(count, \(MentionPositions.most)))
            """) ?? 0
      if wrong > 0 { return (false, "\(wrong) mentions whose places are not as many as they") }
      let state = try GazetteerTable.state(edits, db)
      return (true, "\(edits.byID.count) edited" + (state == .current ? "" : ", to be applied"))
    }
  }

  /// - Throws: when another process holds the file, which says nothing of what is in it.
  static func finding(
    _ check: String, _ body: () throws -> (Bool, String)
  ) throws -> Finding {
    do {
      let (passed, detail) = try body()
      return Finding(check: check, passed: passed, detail: detail)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      throw error
    } catch {
      let message = (error as? DatabaseError)?.message ?? "\(error)"
      return Finding(check: check, passed: false, detail: message)
    }
  }
}
