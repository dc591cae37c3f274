package import DatelineCore
import GRDB

/// The table `ranking`: the weights of the ranker, for whoever wants to change them.
enum RankingTable {
  /// Gives weights their built-in values, and removes what is none.
  static func reset(_ names: [String], _ db: Database) throws {
    for name in names {
      if let weight = RankingWeights.Weight(rawValue: name) {
        try db.execute(
          sql: "INSERT OR REPLACE INTO ranking VALUES (?, ?, ?)",
          arguments: [name, weight.defaultValue, weight.description])
      } else {
        try db.execute(sql: "DELETE FROM ranking WHERE name = ?", arguments: [name])
      }
    }
  }

  /// Writes the weights of the formula with their descriptions into the empty table.
  static func fill(_ db: Database) throws {
    for weight in RankingWeights.Weight.allCases {
      try db.execute(
        sql: "INSERT INTO ranking VALUES (?, ?, ?)",
        arguments: [weight.rawValue, weight.defaultValue, weight.description])
    }
  }
}

extension IndexSnapshot {
  /// The weights with which the file wants to be searched: those of the formula, where the table does
  /// not say otherwise.
  /// - Returns: the weights, and the names of those that are unknown or whose value cannot be used.
  package func rankingWeights() throws -> (weights: RankingWeights, unusable: [String]) {
    schema >= 3 ? try RankingTable.weights(db) : (RankingWeights(), [])
  }
}

extension RankingTable {
  /// What ``IndexSnapshot/rankingWeights()`` gives.
  static func weights(_ db: Database) throws -> (weights: RankingWeights, unusable: [String]) {
    var weights = RankingWeights()
    var unusable: [String] = []
    // Other tools may have dropped it.
    guard try db.tableExists("ranking"),
      Set(try db.columns(in: "ranking").map(\.name)).isSuperset(of: ["name", "value"])
    else { return (weights, unusable) }
    for row in try Row.fetchAll(db, sql: "SELECT name, value FROM ranking ORDER BY name") {
      // Other tools may have written other names, a text, or nothing at all.
      let name = String.fromDatabaseValue(row[0]) ?? "?"
      if let weight = RankingWeights.Weight(rawValue: name),
        let value = Double.fromDatabaseValue(row[1]), weight.range.contains(value)
      {
        weights[weight] = value
      } else {
        unusable.append(name)
      }
    }
    return (weights, unusable)
  }
}
