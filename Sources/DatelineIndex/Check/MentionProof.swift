import DatelineAnalysis
import DatelineCore
import Foundation
import GRDB

/// Compares the mentions of a file with what its texts give when they are tagged once more.
struct MentionProof {
  /// Articles and bytes of text that are held at a time.
  private static let mostArticles = 500
  private static let mostBytes = 8 << 20

  private struct Stored: Sendable {
    var id: Int64
    var title: String
    var body: String
    var names: String
  }

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
    var last = Int64.min
    while true {
      let batch = try nextBatch(db, after: last)
      guard let end = batch.last, end.id > last else { return }
      last = end.id
      let tags = ParallelMap.map(batch, workers: workers) { [gazetteer] in
        var tagger = ArticleTagger(gazetteer: gazetteer)
        return { tagger.tags(title: $0.title, body: $0.body) }
      }
      for (article, tags) in zip(batch, tags) {
        compared += 1
        if try article.names != tags.names || !areStored(tags, article: article.id, db) {
          wrong.append(article.id)
        }
      }
    }
  }

  private func nextBatch(_ db: Database, after last: Int64) throws -> [Stored] {
    var batch: [Stored] = []
    var bytes = 0
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT id, title, body, entities FROM articles WHERE id > ? AND checksum & 1
          ORDER BY id LIMIT \(Self.mostArticles)
          """), arguments: [last])
    while bytes < Self.mostBytes, let row = try rows.next() {
      guard let id = Int64.fromDatabaseValue(row[0]), id > batch.last?.id ?? last else { break }
      let article = Stored(
        id: id, title: row.text(1) ?? "", body: row.text(2) ?? "", names: row.text(3) ?? "")
      bytes += article.title.utf8.count + article.body.utf8.count
      batch.append(article)
    }
    return batch
  }

  private mutating func areStored(
    _ tags: EntityTags, article: Int64, _ db: Database
  ) throws -> Bool {
    let select = try db.cachedStatement(
      sql: """
        SELECT count, title_weight, lead_weight, body_weight, positions FROM mentions
        WHERE entity_id = ? AND article_id = ?
        """)
    for (mention, positions) in zip(tags.mentions, tags.positions) {
      guard let entity = try row(of: mention.entity, db),
        let row = try Row.fetchOne(select, arguments: [entity, article]),
        row.number(0) == mention.count, row.number(1) == mention.title,
        row.number(2) == mention.lead, row.number(3) == mention.body, row.text(4) == positions
      else { return false }
    }
    return true
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
