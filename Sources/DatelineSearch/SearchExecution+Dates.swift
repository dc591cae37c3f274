import DatelineCore
import DatelineIndex

/// Hits in order of their dates.
extension SearchExecution {
  /// All articles that the filters let through, without those the query excludes, latest first.
  func listAll(_ plan: QueryPlan, _ filter: RowSet?, _ before: Found) throws -> Found {
    var found = before
    var allowed = filter ?? RowSet(rowCount: lengths.count, isFull: true)
    if let excluded = plan.excluded {
      allowed = allowed.subtracting(try rows(of: excluded))
    }
    found.total = allowed.count
    found.totalMatchingAll = found.total
    found.rows = allowed
    found.page = try latest(allowed, plan, offset: request.offset, limit: request.limit).map {
      TopHits.Candidate(articleID: $0, score: 0, proximity: 0, matchesAll: true)
    }
    return found
  }

  /// The page of a query; only the articles on it are scored where all concepts have lists.
  func pageByDate(
    _ scorer: Scorer, _ plan: QueryPlan, prefersAll: Bool
  ) throws -> [TopHits.Candidate] {
    guard let (found, complete) = scorer.rows else { return [] }
    let offset = max(0, request.offset)
    let limit = max(0, request.limit)
    var page: [Int64]
    if prefersAll {
      // As by relevance: articles with every word, then those with some.
      page = try latest(complete, plan, offset: offset, limit: limit)
      if page.count < limit {
        page += try latest(
          found.subtracting(complete), plan, offset: max(0, offset - complete.count),
          limit: limit - page.count)
      }
    } else {
      page = try latest(found, plan, offset: offset, limit: limit)
    }
    let rows = page.compactMap { lengths.row(of: $0) }.sorted()
    let scores = Dictionary(zip(rows, scorer.scores(ofRows: rows))) { first, _ in first }
    return page.compactMap { id in
      lengths.row(of: id).map { row in
        TopHits.Candidate(
          articleID: id, score: scores[row] ?? 0, proximity: 0,
          matchesAll: complete.contains(row))
      }
    }
  }

  /// Steps from one date to the next in the time of looking up the date of an article.
  private static let stepsInTime = 8

  /// Ids of a page of the articles in a set, latest first.
  ///
  /// Dates are walked, the latest first, until the page is full; where that has taken as long as looking up the dates
  /// of all articles in the set, as when these are few or old, it is left off and that is done.
  /// - Complexity: O(1 / density of the set) for each article down to the end of the page, at most
  ///   O(articles in the set · log articles).
  private func latest(
    _ rows: RowSet, _ plan: QueryPlan, offset: Int, limit: Int
  ) throws -> [Int64] {
    let offset = max(0, offset)
    if limit <= 0 || offset >= rows.count { return [] }
    var page: [Int64] = []
    var skipped = 0
    var steps = rows.count * Self.stepsInTime
    try snapshot.forEachArticleByDate(before: dateBound(plan)) { id in
      steps -= 1
      if let row = lengths.row(of: id), rows.contains(row) {
        if skipped < offset { skipped += 1 } else { page.append(id) }
      }
      return page.count < limit && skipped + page.count < rows.count && steps > 0
    }
    if page.count == limit || skipped + page.count == rows.count { return page }
    var ids: [Int64] = []
    ids.reserveCapacity(rows.count)
    rows.forEachRow { ids.append(lengths.ids[$0]) }
    return try snapshot.latest(ids, offset: offset, limit: limit)
  }

  /// A bound before which all articles were published that the filters let through.
  private func dateBound(_ plan: QueryPlan) -> String? {
    filters(plan).reduce(nil) { least, filter in
      guard !filter.isNegated, case .published(_, let before?) = filter.condition else {
        return least
      }
      return min(least ?? before, before)
    }
  }
}
