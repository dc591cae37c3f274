import DatelineCore
import Foundation
import GRDB

/// Checks of what no full-text index tells of.
extension IndexCheck {
  /// Whether articles hold what was written, byte for byte.
  static func checksums(_ db: Database) throws -> Finding {
    try finding("articles as they were written") {
      let (fault, unknown) = try ArticleChecksum.fault(db)
      if let fault { return (false, fault) }
      return (
        true,
        unknown == 0
          ? "ok"
          : "ok, but for \(unknown) without a checksum (written by other tools or older versions); "
            + "`dateline optimize --rebuild` gives them one"
      )
    }
  }

  /// Whether the tables of imports hold what was written.
  static func importTables(_ db: Database) throws -> Finding {
    try finding("what imports remember") {
      let (wrong, unknown) = try TableChecksums.faults(db)
      if !wrong.isEmpty {
        let meanings = TableChecksums.tables.filter { wrong.contains($0.name) }
          .map { "\($0.meaning) (\($0.name))" }
        return (
          false,
          meanings.joined(separator: ", ")
            + ": not as they were written; `dateline check --repair` keeps what can be read of them"
        )
      }
      return (
        true, unknown.isEmpty ? "ok" : "ok, without a checksum: " + unknown.joined(separator: ", ")
      )
    }
  }

  /// Whether weights of the ranking can be used.
  static func settings(_ db: Database) throws -> Finding {
    try finding("settings of the ranking") {
      let (weights, unusable) = try RankingTable.weights(db)
      if unusable.isEmpty {
        // Whoever changes one may want it so.
        let changed = RankingWeights.Weight.allCases.filter { weights[$0] != $0.defaultValue }
        let values = changed.map {
          "\($0.rawValue) = \(weights[$0]) (built-in: \($0.defaultValue))"
        }
        return (true, changed.isEmpty ? "ok" : "changed: " + values.joined(separator: ", "))
      }
      return (
        false,
        "no weight, or no value that it may have: " + unusable.joined(separator: ", ")
          + "; searches take the built-in ones; change them in the table `ranking`, or delete the rows"
      )
    }
  }

  /// Whether triggers keep the full-text index equal to the articles, and which tables that make searches faster are
  /// there.
  static func tables(_ db: Database) throws -> Finding {
    try finding("tables and triggers") {
      var wrong: [String] = []
      let stored = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      let known = try ArticleChecksum.isKnown(db)
      for expected in triggers where known || expected.name != "articles_cu" {
        let found = stored.first { $0.text(0) == expected.name }.map { $0.text(1) ?? "" }
        if found.map(words) != words(expected.sql) {
          wrong.append(found == nil ? "\(expected.name) is missing" : "\(expected.name) is another")
        }
      }
      if !wrong.isEmpty {
        return (
          false,
          "trigger " + wrong.joined(separator: ", trigger ")
            + ": what other tools write or delete is not found right; `dateline check --repair` makes a "
            + "new file with them"
        )
      }
      let number = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if number != Schema.version {
        return (
          false, "the header says schema \(number), the table dateline_meta \(Schema.version)"
        )
      }
      var missing: [String] = []
      for table in ["field_lengths", "block_maxima", "entity_lists"]
      where try !db.tableExists(table) {
        missing.append(table)
      }
      let indexes = Set(try db.indexes(on: "articles").map(\.name))
      for index in ["published", "source", "section", "language"]
      where !indexes.contains("articles_\(index)") {
        missing.append("articles_\(index)")
      }
      if missing.isEmpty { return (true, "ok") }
      return (
        true,
        "without \(missing.joined(separator: ", ")): right answers, slower; `dateline optimize --rebuild` "
          + "makes the tables anew"
      )
    }
  }

  /// The triggers of a file that can be written to.
  private static let triggers: [(name: String, sql: String)] = {
    let texts = (Schema.rowTriggers + "\n" + Schema.deleteTrigger).components(separatedBy: "END;")
    return texts.compactMap { text in
      let words = text.split(whereSeparator: \.isWhitespace)
      return words.count > 2 ? (String(words[2]), text + "END") : nil
    }
  }()

  private static func words(_ sql: String) -> [Substring] {
    sql.split(whereSeparator: \.isWhitespace)
  }
}
