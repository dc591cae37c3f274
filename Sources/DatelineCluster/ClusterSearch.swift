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
  private let timeout: UInt32

  private var address: ClusterAddress { front.address }

  /// - Parameter timeout: seconds in which a search is to be answered.
  /// - Throws: when this machine's SQLite cannot cut terms.
  init(
    _ front: ClusterFront, gazetteer: Gazetteer, requiresComplete: Bool, timeout: UInt32
  ) throws(ClusterError) {
    self.front = front
    self.gazetteer = gazetteer
    self.requiresComplete = requiresComplete
    self.timeout = timeout
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
    if query.isUnusable {
      response.facets = request.facets.map {
        Facet(field: $0, values: [], otherValues: 0, withoutValue: 0)
      }
    } else {
      try answer(request, query, &response)
    }
    let elapsed = ContinuousClock.now - start
    response.milliseconds =
      Double(elapsed.components.seconds) * 1e3 + Double(elapsed.components.attoseconds) / 1e15
    return response
  }

  /// The article with a key or number, as it was written; `nil` when there is none.
  func article(_ name: String) throws(ClusterError) -> StoredArticle? {
    var response = Self.emptyResponse
    var packet = ClusterPacket()
    let ids = [ClusterTerm.number(name), Int64(name)].compactMap { $0 }
    for id in ids { _ = packet.add(ClusterStatement.article(id, of: address.index)) }
    let answer = try run(packet, SearchTime(seconds: timeout), &response)
    for (id, result) in zip(ids, answer.results) {
      guard let row = result.rows.first, row.count == 7, row[0] == name || Int64(name) == id,
        let record = row[5].map({ Data($0.utf8) }),
        var found = try? JSONDecoder().decode(ClusterRecord.self, from: record)
      else { continue }
      found.article.title = row[1] ?? ""
      return StoredArticle(
        found.article, id: id, text: (row[2] ?? "") + (row[3] ?? "") + (row[4] ?? ""),
        entities: Self.names(row[6] ?? ""), extractor: found.extractor)
    }
    // It may be on a shard that did not answer.
    if !response.warnings.isEmpty { throw .incomplete(warnings: response.warnings) }
    return nil
  }

  /// The first and the last date of publication; `nil` without dates.
  func publishedDates() throws(ClusterError) -> (first: String, last: String)? {
    var packet = ClusterPacket()
    let first = packet.add(ClusterStatement.published(.earliest, of: address.index))
    let last = packet.add(ClusterStatement.published(.latest, of: address.index))
    var response = Self.emptyResponse
    let answer = try run(packet, SearchTime(seconds: timeout), &response)
    guard let first = answer.rows(first).first?.optional("published_s"),
      let last = answer.rows(last).first?.optional("published_s")
    else { return nil }
    return (first, last)
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
    let time = SearchTime(seconds: timeout)
    var response = Self.emptyResponse
    let found = try find(request, query, .key, counts: false, time, &response)
    if !response.warnings.isEmpty { throw .incomplete(warnings: response.warnings) }
    return found.rows.map { row in
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
        reason:
          "a cluster shows the first \(Self.mostMatches) hits of a query at most; say more in the query, or add --since"
      )
    }
    return (offset, limit)
  }

  /// What finds the articles, and what finds those with all words where others are found too.
  private struct Statements {
    var found: ClusterStatement
    var complete: ClusterStatement?
  }

  /// What `MATCH` gets: for the articles that are found, and for those with all words.
  private typealias Texts = (found: String, complete: String?)

  /// - Throws: ``ClusterError/unmapped(reason:)`` for what cannot be said so.
  private func texts(
    _ request: SearchRequest, _ query: RemoteQuery
  ) throws(ClusterError) -> Texts {
    func text(_ query: RemoteQuery) throws(ClusterError) -> String {
      try MatchCompiler.text(positive: query.positive, negative: query.negative, cutter: cutter)
    }
    let found = try text(query)
    if !query.isWidened { return (found, nil) }
    var all = request
    all.match = .all
    return (found, try text(readable(all)))
  }

  private func statements(
    _ request: SearchRequest, _ query: RemoteQuery, _ texts: Texts, _ known: Known,
    _ response: inout SearchResponse
  ) -> Statements {
    var statement = ClusterStatement(
      index: address.index, selection: selection(query, texts.found, known, &response))
    // Where nothing is looked for, nothing is ranked.
    statement.byDate = request.sort == .date || query.positive == nil
    statement.ranking.means = known.means
    statement.ranking.concepts = query.conceptCount
    statement.ranking.factors = query.factors.map { (ClusterTerm.number($0.entity), $0.factor) }
    statement.ranking.halfLife = request.preferences.recencyHalfLife
    let complete = texts.complete.map { text in
      var complete = statement
      complete.selection.match = text
      return complete
    }
    return Statements(found: statement, complete: complete)
  }

  /// What must be known of all articles before they are searched.
  private struct Known {
    /// The names of outlets, sections and languages, by their columns.
    var names: [String: RemoteNames] = [:]
    /// Columns with more names than are asked for.
    var cut: Set<String> = []
    var means = ClusterRanking.Means()
  }

  private func known(
    _ request: SearchRequest, _ query: RemoteQuery, _ time: SearchTime,
    _ response: inout SearchResponse
  ) throws(ClusterError) -> Known {
    var known = Known()
    var packet = ClusterPacket()
    let columns = Set(query.conditions.compactMap { Self.nameColumn($0.condition) }).sorted()
    for column in columns {
      _ = packet.add(ClusterStatement.names(column, of: address.index))
    }
    let latest = request.preferences.recencyHalfLife != nil
    var means: (lengths: Int, latest: Int?)?
    if request.limit > 0, request.sort != .date, query.positive != nil {
      if let value = front.knownMeans(latest: latest) {
        known.means = value
      } else {
        means = (
          packet.add(ClusterStatement.lengths(of: address.index)),
          latest
            ? packet.add(ClusterStatement.latest(of: address.index, today: ClusterDate.today)) : nil
        )
      }
    }
    if packet.isEmpty { return known }
    let answer = try run(packet, time, &response)
    for (place, column) in columns.enumerated() {
      known.names[column] = RemoteNames(
        known: answer.results[place].rows.compactMap { $0[0] }.filter { !$0.isEmpty })
      if answer.results[place].rows.count >= ClusterStatement.mostValues {
        known.cut.insert(column)
      }
    }
    if let means {
      known.means = ClusterRanking.Means(
        lengths: answer.rows(means.lengths).first, latest: means.latest.map { answer.results[$0] })
      if answer.warnings.isEmpty { front.remember(known.means) }
    }
    return known
  }

  private static func nameColumn(_ condition: RemoteQuery.Condition) -> String? {
    switch condition {
    case .source: "source"
    case .section: "section"
    case .language: "language"
    case .published: nil
    }
  }

  private func answer(
    _ request: SearchRequest, _ query: RemoteQuery, _ response: inout SearchResponse
  ) throws(ClusterError) {
    let time = SearchTime(seconds: timeout)
    let found = try find(
      request, query, request.fragments > 0 ? .text : .fields, counts: true, time, &response)
    response.hits = hits(found.rows, complete: found.complete, request, query)
    response.total = found.total
    response.totalMatchingAll = found.totalMatchingAll ?? found.total
    response.facets = found.facets
  }

  /// What one search gave.
  private struct Found {
    var rows: [ClusterRow] = []
    /// Those of them that have all words; `nil` where it is all of them.
    var complete: Set<String>?
    var total = 0
    var totalMatchingAll: Int?
    var facets: [Facet] = []
  }

  /// - Parameters:
  ///   - counts: whether totals and facets are wanted beside the hits.
  ///   - isApart: whether columns come by the numbers of the hits, since they were too large for one answer.
  private func find(
    _ request: SearchRequest, _ query: RemoteQuery, _ wanted: ClusterStatement.Columns,
    counts: Bool, _ time: SearchTime, _ response: inout SearchResponse, isApart: Bool = false
  ) throws(ClusterError) -> Found {
    let (offset, limit) = try page(request)
    let columns = ClusterColumns(wanted, rows: offset + limit, isApart: isApart)
    let texts = try texts(request, query)
    let known = try known(request, query, time, &response)
    let statements = statements(request, query, texts, known, &response)
    let preferred = query.prefersAll ? statements.complete : nil
    // Where the others begin says the number of those that are preferred.
    let isPagedLater = preferred != nil && offset > 0
    var found = Found()
    var packet = ClusterPacket()
    var pages = ClusterPages(
      statements.found, preferred, offset: offset, limit: isPagedLater ? 0 : limit,
      columns.withPage, &packet)
    let all = statements.complete.flatMap { counts || isPagedLater ? packet.add($0.count()) : nil }
    let isCounted = counts && (limit == 0 || preferred != nil)
    let counted = isCounted ? packet.add(statements.found.count()) : nil
    let facets = ClusterFacets(counts ? request.facets : [], statements.found, &packet)
    if packet.isEmpty { return found }
    func ask() throws(ClusterError) -> ClusterPacket.Answer { try front.run(packet, time) }
    guard let answer = try columns.ask(ask) else {
      return try find(
        request, query, wanted, counts: counts, time, &response, isApart: true)
    }
    try note(answer.warnings, &response)
    found.totalMatchingAll = all.map { answer.results[$0].number }
    var page = pages.rows(answer)
    var total = counted.map { answer.results[$0].number } ?? pages.total(answer)
    if isPagedLater {
      var packet = ClusterPacket()
      pages = ClusterPages(
        statements.found, preferred, all: found.totalMatchingAll, offset: offset, limit: limit,
        columns.withPage, &packet)
      if !packet.isEmpty {
        func ask() throws(ClusterError) -> ClusterPacket.Answer { try front.run(packet, time) }
        guard let answer = try columns.ask(ask) else {
          return try find(
            request, query, wanted, counts: counts, time, &response, isApart: true)
        }
        try note(answer.warnings, &response)
        page = pages.rows(answer)
      }
    }
    found.rows = try columns.fill(page.rows, of: address.index) {
      (packet) throws(ClusterError) in
      try front.run(packet, time)
    } note: { (warnings) throws(ClusterError) in
      try note(warnings, &response)
    }
    if !counts { return found }
    if total == nil {
      var packet = ClusterPacket()
      let place = packet.add(statements.found.count())
      total = try run(packet, time, &response).results[place].number
    }
    found.total = total ?? 0
    response.notes += facets.notes(answer)
    found.facets = facets.facets(
      answer, total: found.total, limit: request.facetLimit, entities: entityNames)
    if preferred != nil {
      found.complete = Set(page.rows.prefix(page.preferred).map { $0.text("id") })
    } else if let statement = statements.complete, !found.rows.isEmpty {
      found.complete = try complete(found.rows, statement, time, &response)
    }
    return found
  }

  /// Which rows have all words.
  private func complete(
    _ rows: [ClusterRow], _ statement: ClusterStatement, _ time: SearchTime,
    _ response: inout SearchResponse
  ) throws(ClusterError) -> Set<String>? {
    var packet = ClusterPacket()
    let place = packet.add(statement.matching(among: rows.compactMap { Int64($0.text("id")) }))
    do throws(ClusterError) {
      return Set(try run(packet, time, &response).results[place].rows.compactMap { $0[0] })
    } catch {
      // What was found is worth more than to know that of it.
      guard case .unreachable = error, time.isOver else { throw error }
      try note(["\(error)"], &response)
      return nil
    }
  }

  /// Runs the statements of a packet and notes what the front warns of.
  private func run(
    _ packet: ClusterPacket, _ time: SearchTime, _ response: inout SearchResponse
  ) throws(ClusterError) -> ClusterPacket.Answer {
    let answer = try front.run(packet, time)
    try note(answer.warnings, &response)
    return answer
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
    _ query: RemoteQuery, _ text: String, _ known: Known, _ response: inout SearchResponse
  ) -> ClusterStatement.Selection {
    var selection = ClusterStatement.Selection(match: text)
    for (condition, isNegated) in query.conditions {
      switch condition {
      case .published(let from, let before):
        let expression = ClusterDate.condition(from: from, before: before)
        selection.addExpression(expression, isNegated: isNegated)
      case .source(let names):
        let found = numbers("source", names, isLanguage: false, known, &response)
        selection.addSet("source", found, isNegated: isNegated)
      case .section(let names):
        let found = numbers("section", names, isLanguage: false, known, &response)
        selection.addSet("section", found, isNegated: isNegated)
      case .language(let names):
        let found = numbers("language", names, isLanguage: true, known, &response)
        selection.addSet("language", found, isNegated: isNegated)
      }
    }
    return selection
  }

  /// Numbers of the names that are meant.
  private func numbers(
    _ column: String, _ wanted: [String], isLanguage: Bool, _ known: Known,
    _ response: inout SearchResponse
  ) -> [Int64] {
    let names = known.names[column] ?? RemoteNames(known: [])
    var numbers = Set<Int64>()
    for name in wanted {
      let found = isLanguage ? names.languages(matching: name) : names.names(matching: name)
      if known.cut.contains(column) {
        response.notes.append(
          "only the \(ClusterStatement.mostValues) most frequent names of a \(column) are known, and “\(name)” itself"
        )
        numbers.insert(ClusterTerm.number(name))
      } else if found.isEmpty {
        response.notes.append("no \(column) is called “\(name)”")
      }
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

  private lazy var entityNames: [Int64: String] = Dictionary(
    gazetteer.entities.map { (ClusterTerm.number($0.id), $0.name) },
    uniquingKeysWith: { first, _ in first })
}
