import DatelineAnalysis
import DatelineCore
import DatelineIndex
import DatelineSearch
import Foundation

/// One search of a cluster after the other. Not thread-safe: it cuts terms in memory of its own, and shares only the
/// front.
final class ClusterSearch {
  /// Most hits that can be skipped and asked for together (`max_matches`).
  static let mostMatches = 1_000_000

  private let front: ClusterFront
  private let cutter: TermCutter
  private let gazetteer: Gazetteer
  private let requiresComplete: Bool

  private var address: ClusterAddress { front.address }

  /// - Throws: when this machine's SQLite cannot cut terms.
  init(
    _ front: ClusterFront, gazetteer: Gazetteer, requiresComplete: Bool
  ) throws(ClusterError) {
    self.front = front
    self.gazetteer = gazetteer
    self.requiresComplete = requiresComplete
    do {
      cutter = try TermCutter()
    } catch {
      throw .unmapped(reason: "\(error)")
    }
  }

  /// Answers a request.
  /// - Throws: ``ClusterError/unmapped(reason:)`` for what needs a file, before anything is sent.
  func search(_ request: SearchRequest) throws(ClusterError) -> SearchResponse {
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

  /// The article with a key or number, as it was written; `nil` when there is none.
  func article(_ name: String) throws(ClusterError) -> StoredArticle? {
    var response = Self.emptyResponse
    for id in [ClusterTerm.number(name), Int64(name)].compactMap({ $0 }) {
      let results = try run(
        [
          "SELECT doc_key, title_s, body_s, body_s2, body_s3, record_s, entities_s "
            + "FROM \(address.index) WHERE id=\(id)", ClusterStatement.meta,
        ], &response)
      let rows = results[0].rows
      guard let row = rows.first, row.count == 7, row[0] == name || Int64(name) == id,
        let record = row[5].map({ Data($0.utf8) }),
        var article = try? JSONDecoder().decode(Article.self, from: record)
      else { continue }
      article.title = row[1] ?? ""
      return StoredArticle(
        article, id: id, text: (row[2] ?? "") + (row[3] ?? "") + (row[4] ?? ""),
        entities: Self.names(row[6] ?? ""))
    }
    // It may be on a shard that did not answer.
    if !response.warnings.isEmpty { throw .incomplete(warnings: response.warnings) }
    return nil
  }

  private static let emptyResponse = SearchResponse(
    reading: "", notes: [], total: 0, totalMatchingAll: 0, hits: [], milliseconds: 0)

  private static func names(_ json: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
  }

  /// Keys and scores of the best hits, without snippets: for evaluation runs.
  /// - Throws: as ``search(_:)``, and when not all shards answer.
  func run(
    _ request: SearchRequest
  ) throws(ClusterError) -> [(key: String, score: Double)] {
    let query = try readable(request)
    if query.isUnusable { return [] }
    let (offset, limit) = try page(request)
    var response = Self.emptyResponse
    let statements = try statements(request, query, &response)
    var all: Int?
    if query.prefersAll, let complete = statements.complete {
      all = try count(complete, &response)
    }
    let rows = try page(
      statements, all: all, offset: offset, limit: limit, columns: .key, &response
    ).rows
    if !response.warnings.isEmpty { throw .incomplete(warnings: response.warnings) }
    return rows.map { row in
      (row.text("doc_key"), (Double(row.text("w")) ?? 0) / ClusterRanking.scoreFactor)
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

  /// What finds the articles, and what finds those with all words where others are found too.
  private struct Statements {
    var found: ClusterStatement
    var complete: ClusterStatement?
  }

  private func statements(
    _ request: SearchRequest, _ query: RemoteQuery, _ response: inout SearchResponse
  ) throws(ClusterError) -> Statements {
    func statement(
      _ query: RemoteQuery, _ response: inout SearchResponse
    ) throws(ClusterError) -> ClusterStatement {
      var statement = ClusterStatement(
        index: address.index, selection: try selection(query, &response))
      // Where nothing is looked for, nothing is ranked.
      statement.byDate = request.sort == .date || query.positive == nil
      statement.ranking.concepts = query.conceptCount
      statement.ranking.factors = query.factors.map {
        (ClusterTerm.number($0.entity), $0.factor)
      }
      statement.ranking.halfLife = request.preferences.recencyHalfLife
      return statement
    }
    var statements = Statements(found: try statement(query, &response))
    if query.isWidened {
      var all = request
      all.match = .all
      // What is noted of it was noted before.
      let notes = response.notes
      statements.complete = try statement(try readable(all), &response)
      response.notes = notes
    }
    return statements
  }

  private func answer(
    _ request: SearchRequest, _ query: RemoteQuery, _ response: inout SearchResponse
  ) throws(ClusterError) {
    let (offset, limit) = try page(request)
    let statements = try statements(request, query, &response)
    var all: Int?
    if let complete = statements.complete { all = try count(complete, &response) }
    var total: Int?
    if limit > 0 {
      let page = try page(
        statements, all: query.prefersAll ? all : nil, offset: offset, limit: limit,
        columns: request.fragments > 0 ? .text : .fields, &response)
      let rows = page.rows
      total = page.total
      var complete: Set<String>?
      if let statement = statements.complete, !rows.isEmpty {
        let ids = rows.compactMap { Int64($0.text("id")) }
        let found = try run([statement.matching(among: ids), ClusterStatement.meta], &response)
        complete = Set(found[0].rows.compactMap { $0[0] })
      }
      response.hits = hits(rows, complete: complete, request, query)
    }
    if let total {
      response.total = total
    } else {
      response.total = try count(statements.found, &response)
    }
    response.totalMatchingAll = all ?? response.total
    for field in request.facets {
      response.facets.append(
        try facet(field, limit: request.facetLimit, statements.found, &response))
    }
  }

  private func count(
    _ statement: ClusterStatement, _ response: inout SearchResponse
  ) throws(ClusterError) -> Int {
    try run([statement.count(), ClusterStatement.meta], &response)[0].number
  }

  /// Rows of hits, and how many hits there are where the front says it.
  private typealias Page = (rows: [ClusterRow], total: Int?)

  /// A page: of articles with all words first, where these are preferred, then of the others.
  /// - Parameter all: how many articles have all words; `nil` where they are not preferred.
  private func page(
    _ statements: Statements, all: Int?, offset: Int, limit: Int,
    columns: ClusterStatement.Columns, _ response: inout SearchResponse
  ) throws(ClusterError) -> Page {
    func page(
      _ statement: ClusterStatement, _ offset: Int, _ limit: Int,
      _ response: inout SearchResponse
    ) throws(ClusterError) -> Page {
      if limit <= 0 { return ([], nil) }
      var statement = statement
      if statement.isRanked {
        let means = try front.knownMeans(latest: statement.ranking.halfLife != nil)
        try note(means.warnings, &response)
        statement.ranking.means = means.value
      }
      let results = try run(
        [
          statement.hits(offset: offset, limit: limit, columns: columns), ClusterStatement.meta,
        ], &response)
      return (ClusterRow.rows(of: results[0]), Self.total(in: results[1]))
    }
    guard let all, let complete = statements.complete else {
      return try page(statements.found, offset, limit, &response)
    }
    let first = offset < all ? try page(complete, offset, limit, &response).rows : []
    let rest = try page(
      statements.found.subtracting(complete), max(0, offset - all), limit - first.count,
      &response)
    return (first + rest.rows, rest.total.map { all + $0 })
  }

  /// How many articles the statement before `SHOW META` has found; `nil` where Manticore says that it is an
  /// estimate (`total_relation`, which Sphinx does not have).
  static func total(in meta: SphinxConnection.ResultSet) -> Int? {
    var values: [String: String] = [:]
    for row in ClusterRow.rows(of: meta) { values[row.text("Variable_name")] = row.text("Value") }
    guard values["total_relation"] ?? "eq" == "eq" else { return nil }
    return SphinxConnection.ResultSet.count(values["total_found"])
  }

  /// Runs statements, each followed by SHOW META, and notes what the front warns of.
  private func run(
    _ sql: [String], _ response: inout SearchResponse
  ) throws(ClusterError) -> [SphinxConnection.ResultSet] {
    let answer = try front.run(sql)
    try note(answer.warnings, &response)
    return answer.results
  }

  private func note(
    _ warnings: [String], _ response: inout SearchResponse
  ) throws(ClusterError) {
    if requiresComplete, !warnings.isEmpty { throw .incomplete(warnings: warnings) }
    for warning in warnings where !response.warnings.contains(warning) {
      response.warnings.append(warning)
    }
  }

  private func selection(
    _ query: RemoteQuery, _ response: inout SearchResponse
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
        let found = try numbers("source", names, isLanguage: false, &response)
        selection.addSet("source", found, isNegated: isNegated)
      case .section(let names):
        let found = try numbers("section", names, isLanguage: false, &response)
        selection.addSet("section", found, isNegated: isNegated)
      case .language(let names):
        let found = try numbers("language", names, isLanguage: true, &response)
        selection.addSet("language", found, isNegated: isNegated)
      }
    }
    return selection
  }

  /// Numbers of the names that are meant.
  private func numbers(
    _ column: String, _ wanted: [String], isLanguage: Bool,
    _ response: inout SearchResponse
  ) throws(ClusterError) -> [Int64] {
    let rows = try run(
      [
        "SELECT \(column)_name, COUNT(*) AS c FROM \(address.index) GROUP BY \(column) "
          + "ORDER BY c DESC LIMIT 100000 OPTION max_matches=100000", ClusterStatement.meta,
      ], &response)[0].rows
    let names = RemoteNames(known: rows.compactMap { $0[0] }.filter { !$0.isEmpty })
    var numbers = Set<Int64>()
    for name in wanted {
      let found = isLanguage ? names.languages(matching: name) : names.names(matching: name)
      if found.isEmpty { response.notes.append("no \(column) is called “\(name)”") }
      numbers.formUnion(found.map(ClusterTerm.number))
    }
    return numbers.sorted()
  }

  private func hits(
    _ rows: [ClusterRow], complete: Set<String>?, _ request: SearchRequest, _ query: RemoteQuery
  ) -> [Hit] {
    let snippets = query.snippets(with: cutter)
    return rows.enumerated().map { number, row in
      Hit(
        rank: request.offset + number + 1, id: Int64(row.text("id")) ?? 0,
        key: row.text("doc_key"),
        score: request.sort == .date
          ? 0 : (Double(row.text("w")) ?? 0) / ClusterRanking.scoreFactor,
        matchesAll: complete?.contains(row.text("id")) ?? true,
        title: snippets.highlight(row.text("title_s")), source: row.optional("source_name"),
        published: row.optional("published_s"), url: row.optional("url"),
        entities: Self.names(row.text("entities_s")),
        snippets: snippets.snippets(
          of: row.text("body_s") + row.text("body_s2") + row.text("body_s3"),
          fragments: request.fragments),
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
      guard let count = SphinxConnection.ResultSet.count(row.last ?? nil) else { continue }
      let name = facetName(field, row)
      if let name {
        values.append(Facet.Value(name: name, count: count))
      } else if field != .entity {
        without += count
      }
    }
    if field == .entity {
      let withAny = values.isEmpty ? 0 : try countWithEntities(statement, &response)
      without = max(0, response.total - withAny)
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
      // Entities that only the file knew from which the articles came have no name here.
      return entityNames[number]
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
