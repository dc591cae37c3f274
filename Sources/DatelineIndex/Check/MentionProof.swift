import DatelineAnalysis
import DatelineCore
import Foundation
import GRDB

/// Compares the mentions of a file with what its texts give when they are tagged once more.
struct MentionProof {
  /// Articles that are held at a time.
  private static let mostArticles = 500

  private let gazetteer: Gazetteer
  /// Rows of entities by their position in the gazetteer, as far as they were looked for.
  private var rows: [Int: Int64] = [:]
  /// Articles that were compared.
  private(set) var compared = 0
  /// Articles whose mentions differ.
  private(set) var wrong: [Int64] = []

  /// - Parameter gazetteer: what the articles were tagged with.
  init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// Compares all articles that were written together with their mentions.
  /// - Complexity: O(bytes of all articles).
  mutating func run(_ db: Database, workers: Int) throws {
    var articles = StoredArticles(
      gazetteer: gazetteer, workers: workers, mostArticles: Self.mostArticles,
      where: "checksum & 1")
    while true {
      let batch = try articles.next(db)
      if batch.isEmpty { return }
      for (article, tags) in batch {
        compared += 1
        if try article.names != tags.names || !areStored(tags, article: article.id, db) {
          wrong.append(article.id)
        }
      }
    }
  }

  private mutating func areStored(
    _ tags: EntityTags, article: Int64, _ db: Database
  ) throws -> Bool {
    try MentionRows.areStored(tags, article: article, db) { try row(of: $0, db) }
  }

  private mutating func row(of position: Int, _ db: Database) throws -> Int64? {
    if let known = rows[position] { return known }
    let entity = gazetteer.entities[position]
    let found = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM entities WHERE slug = ? AND kind = ? AND name = ?"),
      arguments: [entity.id, entity.kind.rawValue, entity.name])
    if let found { rows[position] = found }
    return found
  }
}

extension IndexCheck {
  /// Whether the mentions are those that the texts give.
  static func recomputedMentions(_ db: Database) throws -> Finding {
    try finding("mentions made of the texts again") {
      let edits = try GazetteerTable.edits(db)
      guard try ArticleChecksum.isKnown(db), try GazetteerTable.state(edits, db) == .current else {
        return (
          true, "not compared: the articles were tagged by another version or with other entities"
        )
      }
      var proof = MentionProof(gazetteer: edits.gazetteer)
      try proof.run(db, workers: ProcessInfo.processInfo.activeProcessorCount)
      if proof.wrong.isEmpty { return (true, "\(proof.compared) articles") }
      let numbers = proof.wrong.prefix(20).map(String.init).joined(separator: ", ")
      return (
        false,
        "others in \(proof.wrong.count) of \(proof.compared) articles, with the numbers \(numbers)"
          + (proof.wrong.count > 20 ? ", ..." : "") + "; `dateline entities apply` makes them anew"
      )
    }
  }
}
