package import DatelineAnalysis
public import DatelineCore
public import DatelineIndex
import Foundation

/// Answers searches from one index file.
///
/// Keeps field lengths and term frequencies in memory between searches, and reads them anew when
/// another process has written. Not thread-safe: one engine a thread.
public final class LocalEngine: SearchEngine {
  /// Hits of which the closeness of words is taken into account.
  static let rescored = 100
  /// Most concepts of a query for which articles with all of them come first in `auto`.
  static let mostPreferringAll = 3

  /// With fewer articles that match everything, other spellings are looked for.
  static let fewHits = 3

  private let reader: IndexReader
  private let gazetteer: Gazetteer
  private var version: Int64?
  private var lengths: FieldLengths?
  private var frequencies: [String: Int] = [:]

  /// Opens an index file.
  /// - Throws: when there is no such file, or it cannot be used.
  public convenience init(path: String) throws(IndexError) {
    try self.init(reader: IndexReader(path: path), gazetteer: .builtIn)
  }

  /// Creates an engine on a reader.
  package init(reader: IndexReader, gazetteer: Gazetteer) {
    self.reader = reader
    self.gazetteer = gazetteer
  }

  /// Answers a request.
  /// - Throws: an error of the database; no query text is an error.
  public func search(_ request: SearchRequest) throws(IndexError) -> SearchResponse {
    let start = ContinuousClock.now
    let query = QueryParser.parse(request.query)
    var response = try reader.read { snapshot in
      let plan = try plan(query, request, snapshot)
      var response = try respond(to: request, plan, snapshot)
      if response.totalMatchingAll < Self.fewHits, query != .everything {
        response.suggestion = try SpellingSuggester(snapshot: snapshot)
          .suggestion(for: query)?.description
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
      let plan = try plan(QueryParser.parse(request.query), request, snapshot)
      let found = try find(request, plan, snapshot)
      return try found.page.map { ((try snapshot.key(id: $0.articleID)) ?? "", $0.score) }
    }
  }

  private func plan(
    _ query: Query, _ request: SearchRequest, _ snapshot: IndexSnapshot
  ) throws -> QueryPlan {
    QueryPlanner.plan(
      try FuzzyExpansion(snapshot: snapshot).expand(query), gazetteer: gazetteer,
      match: request.match, hasCJKTerms: snapshot.hasCJKTerms)
  }

  private struct Found {
    var page: [TopHits.Candidate] = []
    var total = 0
    var totalMatchingAll = 0
    var explanations: [Int64: Explanation] = [:]
    var notes: [String] = []
  }

  private func respond(
    to request: SearchRequest, _ plan: QueryPlan, _ snapshot: IndexSnapshot
  ) throws -> SearchResponse {
    let found = try find(request, plan, snapshot)
    let generator = SnippetGenerator(
      tokenizer: try snapshot.tokenizer(), gazetteer: gazetteer, concepts: plan.concepts)
    var hits: [Hit] = []
    for (index, candidate) in found.page.enumerated() {
      guard let article = try snapshot.article(id: candidate.articleID) else { continue }
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
    return SearchResponse(
      reading: plan.reading, notes: plan.notes + found.notes, total: found.total,
      totalMatchingAll: found.totalMatchingAll, hits: hits, milliseconds: 0)
  }

  private func find(
    _ request: SearchRequest, _ plan: QueryPlan, _ snapshot: IndexSnapshot
  ) throws -> Found {
    let lengths = try currentLengths(snapshot)
    var found = Found()
    var filter = try allowedRows(request, plan, lengths, snapshot, &found.notes)
    for part in plan.subtracted { try subtract(part, from: &filter, lengths, snapshot) }
    if plan.expression == nil {
      if !plan.notes.isEmpty, plan.excluded == nil, plan.filters.isEmpty, plan.concepts.isEmpty,
        plan.reading == "all articles", !request.query.allSatisfy(\.isWhitespace)
      {
        // There was text, but nothing in it can be searched for.
        return found
      }
      return try listAll(request, plan, lengths, filter, snapshot, found)
    }
    guard let expression = plan.expression else { return found }
    // Nobody has that many hits; the bound keeps the sum from overflowing.
    let most = 1 << 40
    let wanted = min(max(0, request.offset), most) + min(max(0, request.limit), most)
    let prefersAll =
      request.match == .auto && plan.isWidened && plan.concepts.count <= Self.mostPreferringAll
    let input = try input(plan, lengths, snapshot, allowed: filter)
    let byDate = request.sort == .date
    let scorer = Scorer(
      input, capacity: max(wanted, Self.rescored), prefersAll: prefersAll, keepsAll: byDate)
    try snapshot.match(expression, visitor: scorer)
    frequencies.merge(scorer.frequencies) { _, new in new }
    found.total = scorer.total
    found.totalMatchingAll = scorer.totalMatchingAll
    if byDate {
      let scores = scorer.scoreByRow
      let complete = scorer.matchesAllByRow
      func page(_ request: SearchRequest, all: Bool?) throws -> [TopHits.Candidate] {
        try latest(request, lengths, snapshot) { row in
          scores[row].isNaN || complete[row] != all ?? complete[row]
            ? nil : (Double(scores[row]), complete[row])
        }
      }
      if prefersAll {
        // As by relevance: articles with every word, then those with some.
        found.page = try page(request, all: true)
        var rest = request
        rest.offset = max(0, request.offset - scorer.totalMatchingAll)
        rest.limit = request.limit - found.page.count
        found.page += try page(rest, all: false)
      } else {
        found.page = try page(request, all: nil)
      }
    } else {
      let hits = scorer.hits(rescored: Self.rescored)
      found.page = Array(hits.dropFirst(max(0, request.offset)).prefix(max(0, request.limit)))
    }
    if request.explain, !found.page.isEmpty {
      let explainer = Scorer(
        input, capacity: 1, prefersAll: prefersAll, explained: Set(found.page.map(\.articleID)))
      try snapshot.match(expression, visitor: explainer)
      found.explanations = explainer.explanations
    }
    return found
  }

  private func input(
    _ plan: QueryPlan, _ lengths: FieldLengths, _ snapshot: IndexSnapshot, allowed: [Bool]?
  ) throws -> Scorer.Input {
    Scorer.Input(
      plan: plan, lengths: lengths,
      mentions: try plan.concepts.map { concept in
        try concept.entity.map { try snapshot.mentions(ofEntity: $0) }
      },
      allowed: allowed, knownFrequencies: frequencies)
  }

  /// Takes what a plan finds from the rows that are let through.
  private func subtract(
    _ plan: QueryPlan, from filter: inout [Bool]?, _ lengths: FieldLengths,
    _ snapshot: IndexSnapshot
  ) throws {
    guard let expression = plan.expression else { return }
    let scorer = Scorer(
      try input(plan, lengths, snapshot, allowed: filter), capacity: 1, prefersAll: false,
      keepsAll: true)
    try snapshot.match(expression, visitor: scorer)
    var allowed = filter ?? Array(repeating: true, count: lengths.count)
    for (row, score) in scorer.scoreByRow.enumerated() where !score.isNaN { allowed[row] = false }
    filter = allowed
  }

  /// All articles that the filters let through, without those the query excludes, latest first.
  private func listAll(
    _ request: SearchRequest, _ plan: QueryPlan, _ lengths: FieldLengths, _ filter: [Bool]?,
    _ snapshot: IndexSnapshot, _ found: Found
  ) throws -> Found {
    var found = found
    var allowed = filter ?? Array(repeating: true, count: lengths.count)
    if let excluded = plan.excluded {
      let marker = RowMarker(lengths)
      try snapshot.match(excluded, visitor: marker)
      for row in marker.rows { allowed[row] = false }
    }
    found.total = allowed.reduce(0) { $0 + ($1 ? 1 : 0) }
    found.totalMatchingAll = found.total
    found.page = try latest(request, lengths, snapshot) { allowed[$0] ? (0, true) : nil }
    return found
  }

  /// The page of hits in order of date, latest first, stopping when it is full.
  private func latest(
    _ request: SearchRequest, _ lengths: FieldLengths, _ snapshot: IndexSnapshot,
    score: (Int) -> (score: Double, matchesAll: Bool)?
  ) throws -> [TopHits.Candidate] {
    var skipped = 0
    var page: [TopHits.Candidate] = []
    guard request.limit > 0 else { return [] }
    try snapshot.forEachArticleByDate { id in
      guard let row = lengths.row(of: id), let found = score(row) else { return true }
      if skipped < request.offset {
        skipped += 1
        return true
      }
      page.append(
        TopHits.Candidate(
          articleID: id, score: found.score, proximity: 0, matchesAll: found.matchesAll))
      return page.count < request.limit
    }
    return page
  }

  private func currentLengths(_ snapshot: IndexSnapshot) throws -> FieldLengths {
    let current = try snapshot.version()
    if current == version, let lengths { return lengths }
    let fresh = try snapshot.fieldLengths()
    lengths = fresh
    version = current
    frequencies.removeAll()
    return fresh
  }

  /// Rows that the filters let through; `nil` when nothing is filtered.
  private func allowedRows(
    _ request: SearchRequest, _ plan: QueryPlan, _ lengths: FieldLengths,
    _ snapshot: IndexSnapshot, _ notes: inout [String]
  ) throws -> [Bool]? {
    var filters = plan.filters
    for source in request.sources {
      filters.append(
        ArticleFilter(condition: .source(source), isNegated: false, reading: "source \(source)"))
    }
    if request.since != nil || request.until != nil {
      filters.append(
        ArticleFilter(
          condition: .published(from: request.since, before: request.until.map(DateBound.after)),
          isNegated: false, reading: ""))
    }
    if filters.isEmpty { return nil }
    return try RowFilter(snapshot: snapshot, lengths: lengths).rows(filters, &notes)
  }
}

/// Collects the rows of a match.
private final class RowMarker: MatchVisitor {
  private let lengths: FieldLengths
  var rows: [Int] = []

  init(_ lengths: FieldLengths) { self.lengths = lengths }

  func visit(_ match: MatchedRow) {
    if let row = lengths.row(of: match.articleID) { rows.append(row) }
  }
}
