package import DatelineAnalysis
public import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation

/// Answers searches from a cluster of Manticore Search or Sphinx, through its front.
///
/// Which articles are found is what an index file with the same articles finds; their order is the engine's,
/// whose word frequencies are those of each shard. Not thread-safe: one engine a thread.
public final class ClusterEngine: SearchEngine {
  /// Most hits that can be skipped and asked for together (`max_matches`).
  static let mostMatches = 1_000_000

  private let address: ClusterAddress
  private let connection: SphinxConnection
  private let cutter: TermCutter
  private let gazetteer: Gazetteer
  private let requiresComplete: Bool

  /// Connects to a front.
  /// - Parameter requiresComplete: whether an answer without some of the shards is an error.
  package init(
    _ address: ClusterAddress, credentials: ClusterCredentials, gazetteer: Gazetteer = .builtIn,
    requiresComplete: Bool = false, connectTimeout: UInt32 = 5, readTimeout: UInt32 = 30
  ) throws(ClusterError) {
    self.address = address
    self.gazetteer = gazetteer
    self.requiresComplete = requiresComplete
    connection = try SphinxConnection(
      address.server, credentials: credentials,
      timeouts: SphinxConnection.Timeouts(connect: connectTimeout, read: readTimeout))
    do {
      cutter = try TermCutter()
    } catch {
      throw .unmapped(reason: "\(error)")
    }
  }

  /// Answers a request.
  /// - Throws: ``ClusterError/unmapped(reason:)`` for what needs a file, before anything is sent.
  public func search(_ request: SearchRequest) throws(ClusterError) -> SearchResponse {
    let start = ContinuousClock.now
    let query = try readable(request)
    var response = SearchResponse(
      reading: query.reading, notes: query.notes, total: 0, totalMatchingAll: 0, hits: [],
      milliseconds: 0)
    if !query.isUnusable { try answer(request, query, &response) }
    let elapsed = ContinuousClock.now - start
    response.milliseconds =
      Double(elapsed.components.seconds) * 1e3 + Double(elapsed.components.attoseconds) / 1e15
    return response
  }

  /// The article with a key, as it was written; `nil` when there is none.
  package func article(key: String) throws(ClusterError) -> Article? {
    let results = try connection.run(
      "SELECT doc_key, title_s, body_s, body_s2, body_s3, record_s FROM \(address.index) "
        + "WHERE id=\(ClusterTerm.number(key))")
    guard let row = results[0].rows.first, row[0] == key,
      let record = row[5].map({ Data($0.utf8) }),
      var article = try? JSONDecoder().decode(Article.self, from: record)
    else { return nil }
    article.title = row[1] ?? ""
    article.body = (row[2] ?? "") + (row[3] ?? "") + (row[4] ?? "")
    if let standfirst = article.standfirst, !standfirst.isEmpty {
      // The text begins with it.
      article.body = String(article.body.dropFirst(standfirst.count).drop(while: \.isNewline))
    }
    return article
  }

  /// Keys and scores of the best hits, without snippets: for evaluation runs.
  /// - Throws: as ``search(_:)``, and when not all shards answer.
  package func run(
    _ request: SearchRequest
  ) throws(ClusterError) -> [(key: String, score: Double)] {
    let query = try readable(request)
    if query.isUnusable { return [] }
    let (offset, limit) = try page(request)
    var response = SearchResponse(
      reading: "", notes: [], total: 0, totalMatchingAll: 0, hits: [], milliseconds: 0)
    let statement = try statement(request, query, &response.notes)
    let results = try run(
      [statement.hits(offset: offset, limit: limit, keysOnly: true), ClusterStatement.meta],
      &response)
    if !response.warnings.isEmpty { throw .incomplete(warnings: response.warnings) }
    return results[0].rows.map { row in
      (row[2] ?? "", (row[1].flatMap { Double($0) } ?? 0) / ClusterStatement.scoreFactor)
    }
  }

  private func readable(_ request: SearchRequest) throws(ClusterError) -> RemoteQuery {
    let query = RemoteQuery(request, gazetteer: gazetteer, cutter: cutter)
    if query.obstacles.isEmpty { return query }
    throw .unmapped(reason: query.obstacles.joined(separator: "; "))
  }

  private func page(_ request: SearchRequest) throws(ClusterError) -> (offset: Int, limit: Int) {
    let offset = max(0, request.offset)
    let limit = max(0, request.limit)
    guard offset <= Self.mostMatches, limit <= Self.mostMatches - offset else {
      throw .unmapped(
        reason: "a cluster shows the first \(Self.mostMatches) hits of a query at most")
    }
    return (offset, limit)
  }

  private func statement(
    _ request: SearchRequest, _ query: RemoteQuery, _ notes: inout [String]
  ) throws(ClusterError) -> ClusterStatement {
    var statement = ClusterStatement(
      index: address.index, dialect: connection.dialect, selection: try selection(query, &notes))
    statement.prefersAll = query.prefersAll
    statement.byDate = request.sort == .date
    return statement
  }

  private func answer(
    _ request: SearchRequest, _ query: RemoteQuery, _ response: inout SearchResponse
  ) throws(ClusterError) {
    let (offset, limit) = try page(request)
    let statement = try statement(request, query, &response.notes)
    var sql = [statement.count(), ClusterStatement.meta]
    if limit > 0 {
      sql += [statement.hits(offset: offset, limit: limit), ClusterStatement.meta]
    }
    let results = try run(sql, &response)
    response.total = results[0].number
    response.totalMatchingAll = response.total
    if query.isWidened {
      var all = request
      all.match = .all
      var notes: [String] = []
      let narrow = ClusterStatement(
        index: address.index, dialect: connection.dialect,
        selection: try self.selection(
          RemoteQuery(all, gazetteer: gazetteer, cutter: cutter), &notes))
      let counted = try run([narrow.count(), ClusterStatement.meta], &response)
      response.totalMatchingAll = counted[0].number
    }
    if limit > 0 { response.hits = hits(results[2], request, query) }
    for field in request.facets {
      response.facets.append(
        try facet(field, limit: request.facetLimit, statement, &response))
    }
  }

  /// Runs statements, each followed by SHOW META, and notes what the front warns of.
  private func run(
    _ sql: [String], _ response: inout SearchResponse
  ) throws(ClusterError) -> [SphinxConnection.ResultSet] {
    let results = try connection.run(sql.joined(separator: "; "))
    guard results.count == sql.count else {
      throw .refused(
        server: "\(address.server)",
        reason: "\(results.count) results for \(sql.count) statements")
    }
    var warnings: [String] = []
    for (result, meta) in zip(results, results.dropFirst())
    where meta.columns.first == "Variable_name" {
      let told = meta.rows.filter { $0.first == "warning" || $0.first == "error" }
        .compactMap { $0.last ?? nil }
      warnings += told
      if told.isEmpty, result.warningCount > 0 { warnings.append("the front gives no reason") }
    }
    let known = warnings.filter { !response.warnings.contains($0) }
    if requiresComplete, !known.isEmpty { throw .incomplete(warnings: known) }
    for warning in known where !response.warnings.contains(warning) {
      response.warnings.append(warning)
    }
    return results
  }

  private func selection(
    _ query: RemoteQuery, _ notes: inout [String]
  ) throws(ClusterError) -> ClusterStatement.Selection {
    var selection = ClusterStatement.Selection(
      match: try MatchCompiler.text(
        positive: query.positive, negative: query.negative, cutter: cutter))
    for (condition, isNegated) in query.conditions {
      switch condition {
      case .published(let from, let before):
        let expression = ClusterDate.condition(from: from, before: before)
        selection.addExpression(expression, isNegated: isNegated)
      case .source(let names):
        let found = try numbers("source", names, isLanguage: false, &notes)
        selection.addSet("source", found, isNegated: isNegated)
      case .section(let names):
        let found = try numbers("section", names, isLanguage: false, &notes)
        selection.addSet("section", found, isNegated: isNegated)
      case .language(let names):
        let found = try numbers("language", names, isLanguage: true, &notes)
        selection.addSet("language", found, isNegated: isNegated)
      }
    }
    return selection
  }

  /// Numbers of the names that are meant.
  private func numbers(
    _ column: String, _ wanted: [String], isLanguage: Bool, _ notes: inout [String]
  ) throws(ClusterError) -> [Int64] {
    let rows = try connection.run(
      "SELECT \(column)_name, COUNT(*) AS c FROM \(address.index) GROUP BY \(column) "
        + "ORDER BY c DESC LIMIT 100000 OPTION max_matches=100000")[0].rows
    let names = RemoteNames(known: rows.compactMap { $0[0] }.filter { !$0.isEmpty })
    var numbers = Set<Int64>()
    for name in wanted {
      let found = isLanguage ? names.languages(matching: name) : names.names(matching: name)
      if found.isEmpty { notes.append("no \(column) is called “\(name)”") }
      numbers.formUnion(found.map(ClusterTerm.number))
    }
    return numbers.sorted()
  }

  private func hits(
    _ result: SphinxConnection.ResultSet, _ request: SearchRequest, _ query: RemoteQuery
  ) -> [Hit] {
    let places = Dictionary(
      result.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let snippets = query.snippets(with: cutter)
    return result.rows.enumerated().map { number, row in
      func text(_ column: String) -> String {
        places[column].flatMap { row[$0] } ?? ""
      }
      func optional(_ column: String) -> String? {
        text(column).isEmpty ? nil : text(column)
      }
      let names = try? JSONDecoder().decode([String].self, from: Data(text("entities_s").utf8))
      return Hit(
        rank: request.offset + number + 1, id: Int64(text("id")) ?? 0, key: text("doc_key"),
        score: request.sort == .date ? 0 : (Double(text("w")) ?? 0) / ClusterStatement.scoreFactor,
        matchesAll: !query.isWidened, title: snippets.highlight(text("title_s")),
        source: optional("source_name"), published: optional("published_s"), url: optional("url"),
        entities: names ?? [],
        snippets: snippets.snippets(
          of: text("body_s") + text("body_s2") + text("body_s3"), fragments: request.fragments),
        explanation: nil)
    }
  }

  private func facet(
    _ field: Facet.Field, limit: Int, _ statement: ClusterStatement,
    _ response: inout SearchResponse
  ) throws(ClusterError) -> Facet {
    let results = try run([statement.facet(field), ClusterStatement.meta], &response)
    var values: [Facet.Value] = []
    var without = 0
    for row in results[0].rows {
      guard let count = (row.last ?? nil).flatMap({ Int($0) }) else { continue }
      let name = facetName(field, row)
      if let name { values.append(Facet.Value(name: name, count: count)) } else { without += count }
    }
    if field == .entity {
      let withAny = values.isEmpty ? 0 : try countWithEntities(statement, &response)
      without = response.total - withAny
    }
    values.sort { ($1.count, $0.name) < ($0.count, $1.name) }
    return Facet(
      field: field, values: Array(values.prefix(max(0, limit))),
      otherValues: max(0, values.count - max(0, limit)), withoutValue: without)
  }

  private func countWithEntities(
    _ statement: ClusterStatement, _ response: inout SearchResponse
  ) throws(ClusterError) -> Int {
    var tagged = statement
    tagged.selection.addExpression("LENGTH(entities)>0", isNegated: false)
    let counted = try run([tagged.count(), ClusterStatement.meta], &response)
    return counted[0].number
  }

  private func facetName(_ field: Facet.Field, _ row: [String?]) -> String? {
    guard let first = row.first ?? nil, !first.isEmpty else { return nil }
    switch field {
    case .source, .section, .language: return first
    case .entity:
      guard let number = Int64(first) else { return nil }
      return entityNames[number] ?? first
    case .year: return first == "0" ? nil : first
    case .month:
      return first == "0" || first.count < 6
        ? nil : first.prefix(4) + "-" + first.dropFirst(4).prefix(2)
    }
  }

  private lazy var entityNames: [Int64: String] = Dictionary(
    gazetteer.entities.map { (ClusterTerm.number($0.id), $0.name) },
    uniquingKeysWith: { first, _ in first })
}
