import DatelineAnalysis
import GRDB

/// Articles of a file as they are stored, batch by batch in the order of their numbers, to be tagged once more.
struct StoredArticles {
  /// An article, as far as tagging reads and writes it.
  struct Stored: Sendable {
    var id: Int64
    var title: String
    var body: String
    var names: String
    var terms: String
    var cjkTerms: String
  }

  private let gazetteer: Gazetteer
  private let workers: Int
  private let mostArticles: Int
  private let sql: String
  private var last = Int64.min
  /// Bytes of text after which a batch is full.
  private static let mostBytes = 8 << 20

  /// - Parameters:
  ///   - gazetteer: what they are tagged with, on `workers` threads.
  ///   - mostArticles: of a batch.
  ///   - condition: which articles, as SQL.
  init(
    gazetteer: Gazetteer, workers: Int, mostArticles: Int, where condition: String = "true"
  ) {
    self.gazetteer = gazetteer
    self.workers = workers
    self.mostArticles = mostArticles
    sql = """
      SELECT id, title, body, entities, entity_terms, cjk_terms FROM articles
      WHERE id > ? AND \(condition) ORDER BY id LIMIT \(mostArticles)
      """
  }

  /// The next articles and what their texts are tagged with; empty behind the last.
  /// - Complexity: O(bytes of the batch).
  mutating func next(_ db: Database) throws -> [(article: Stored, tags: EntityTags)] {
    let batch = try nextBatch(db)
    guard let end = batch.last else { return [] }
    last = end.id
    let tags = ParallelMap.map(batch, workers: workers) { [gazetteer] in
      var tagger = ArticleTagger(gazetteer: gazetteer)
      return { tagger.tags(title: $0.title, body: $0.body) }
    }
    return zip(batch, tags).map { ($0, $1) }
  }

  private func nextBatch(_ db: Database) throws -> [Stored] {
    var batch: [Stored] = []
    var bytes = 0
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [last])
    while bytes < Self.mostBytes, let row = try rows.next() {
      // A damaged tree may lead in circles.
      guard let id = Int64.fromDatabaseValue(row[0]), id > batch.last?.id ?? last else {
        throw DatabaseError(
          resultCode: .SQLITE_CORRUPT, message: "the numbers of articles do not ascend")
      }
      let article = Stored(
        id: id, title: row.text(1) ?? "", body: row.text(2) ?? "", names: row.text(3) ?? "",
        terms: row.text(4) ?? "", cjkTerms: row.text(5) ?? "")
      bytes += article.title.utf8.count + article.body.utf8.count
      batch.append(article)
    }
    return batch
  }
}
