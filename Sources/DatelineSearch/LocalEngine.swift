package import DatelineAnalysis
public import DatelineCore
public import DatelineIndex
import Foundation

/// Answers searches from one index file.
///
/// Keeps field lengths, dates and term frequencies in memory between searches, and reads them anew
/// when another process has written. Not thread-safe: one engine a thread.
public final class LocalEngine: SearchEngine {
  /// With fewer articles that match everything, other spellings are looked for.
  static let fewHits = 5

  private let reader: IndexReader
  private var entities: FileGazetteer
  private var memory = IndexMemory()

  /// Opens an index file.
  /// - Throws: when there is no such file, or it cannot be used.
  public convenience init(path: String) throws(IndexError) {
    // Takes as long as opening the file, and shares nothing with it.
    DispatchQueue.global(qos: .userInitiated).async { _ = Gazetteer.builtIn }
    try self.init(reader: IndexReader(path: path))
    // Entities and lengths belong to opening, not to the first search.
    try reader.read {
      try memory.update($0)
      try entities.refresh($0)
    }
  }

  /// Creates an engine on a reader.
  /// - Parameter gazetteer: in place of the built-in one with the changes that the file holds.
  package init(reader: IndexReader, gazetteer: Gazetteer? = nil) {
    self.reader = reader
    entities = FileGazetteer(fixed: gazetteer)
  }

  /// Names of the entities that held in the file at the last search, or when it was opened.
  package var entityNames: [String] { entities.gazetteer.entities.map(\.name) }

  /// Answers a request.
  /// - Throws: an error of the database; no query text is an error.
  public func search(_ request: SearchRequest) throws(IndexError) -> SearchResponse {
    let start = ContinuousClock.now
    var response = try reader.read { snapshot in
      let execution = try execution(of: request, snapshot)
      let prepared = try execution.prepare(&memory)
      let found = try execution.run(prepared, &memory)
      var response = try respond(to: request, found, snapshot)
      if !request.facets.isEmpty {
        response.facets = try FacetCounter(snapshot: snapshot, lengths: memory.lengths).facets(
          request.facets, of: found.rows ?? RowSet(rowCount: memory.lengths.count),
          limit: request.facetLimit, &memory)
      }
      if response.totalMatchingAll < Self.fewHits, prepared.query != .everything {
        response.suggestion = try memory.suggestion(for: prepared.query, snapshot)
      }
      return response
    }
    let elapsed = ContinuousClock.now - start
    response.milliseconds =
      Double(elapsed.components.seconds) * 1e3 + Double(elapsed.components.attoseconds) / 1e15
    return response
  }

  /// Keys and scores of the best hits, without snippets: for evaluation runs.
  package func run(
    _ request: SearchRequest
  ) throws(IndexError) -> [(key: String, score: Double)] {
    try reader.read { snapshot in
      try best(request, snapshot).map { ((try snapshot.key(id: $0.articleID)) ?? "", $0.score) }
    }
  }

  /// Ids and scores of the best hits, without a look at the articles: what an index alone answers.
  package func ranked(
    _ request: SearchRequest
  ) throws(IndexError) -> [(id: Int64, score: Double)] {
    try reader.read { snapshot in
      try best(request, snapshot).map { ($0.articleID, $0.score) }
    }
  }

  private func best(
    _ request: SearchRequest, _ snapshot: IndexSnapshot
  ) throws -> [TopHits.Candidate] {
    let execution = try execution(of: request, snapshot)
    let prepared = try execution.prepare(&memory)
    return try execution.run(prepared, &memory).page
  }

  private func execution(
    of request: SearchRequest, _ snapshot: IndexSnapshot
  ) throws -> SearchExecution {
    try memory.update(snapshot)
    try entities.refresh(snapshot)
    return SearchExecution(
      request: request, snapshot: snapshot, gazetteer: entities.gazetteer, formula: memory.formula,
      lengths: memory.lengths)
  }

  private func respond(
    to request: SearchRequest, _ found: SearchExecution.Found, _ snapshot: IndexSnapshot
  ) throws -> SearchResponse {
    let plan = found.plan
    let generator = SnippetGenerator(
      tokenizer: try snapshot.tokenizer(), gazetteer: entities.gazetteer, concepts: plan.concepts)
    var hits: [Hit] = []
    for (index, candidate) in found.page.enumerated() {
      guard let article = try snapshot.foundArticle(id: candidate.articleID) else { continue }
      hits.append(
        Hit(
          rank: request.offset + index + 1, id: article.id, key: article.key,
          score: candidate.score, matchesAll: candidate.matchesAll,
          title: generator.highlight(article.title), source: article.source,
          published: article.published, url: article.url, entities: article.entities,
          snippets: request.fragments > 0
            ? generator.snippets(of: article.body, fragments: request.fragments) : [],
          explanation: found.explanations[article.id]))
    }
    let note = entities.note(asksForEntities: plan.hasEntity)
    let notes = plan.notes + memory.notes + found.notes + [note].compactMap { $0 }
    return SearchResponse(
      reading: plan.reading, notes: notes, total: found.total,
      totalMatchingAll: found.totalMatchingAll, hits: hits, milliseconds: 0)
  }
}
