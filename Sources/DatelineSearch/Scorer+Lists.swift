import DatelineIndex
import Foundation

/// Scoring concept by concept, where the frequencies of all concepts are in memory.
///
/// Sums are made in the order in which ``Scorer/visit(_:)`` makes them, so that they are the same to the last
/// bit. Positions are only looked at for articles that are kept.
extension Scorer {
  /// Whether that can be done.
  var usesLists: Bool {
    !input.frequencies.isEmpty && input.frequencies.allSatisfy { $0 != nil }
      && explained.isEmpty && concepts.count <= UInt64.bitWidth
  }

  /// What articles with the same concepts have in common.
  struct Match {
    var coverage: Double
    var matchesAll: Bool
    /// Whether they are found at all.
    var isFound: Bool
  }

  /// Whether articles that cannot be among the best may be passed over.
  private var mayPassOver: Bool {
    input.boosted.isEmpty && formula.recency >= 0
      && concepts.allSatisfy { $0.weight >= 0 }
  }

  /// Scores the articles of a match.
  /// - Complexity: see ``scoreBest(_:)`` and ``scoreAll(_:_:)``.
  func score(_ matcher: PostingsMatcher, _ memory: () -> ScoreSums) throws {
    let lists = input.frequencies.compactMap { $0 }
    prepare { lists[$0].documentFrequency }
    if purpose == .rows {
      rows = findRows(matcher, lists)
      return
    }
    if mayPassOver {
      scoreBest(matcher, lists)
    } else {
      scoreAll(matcher, memory(), lists)
    }
    try lookCloser(matcher, lists)
  }

  /// Scores all articles of a match.
  /// - Complexity: O(articles that have a concept, for each of them).
  private func scoreAll(
    _ matcher: PostingsMatcher, _ sums: ScoreSums, _ lists: [ConceptFrequencies]
  ) {
    for (index, list) in lists.enumerated() {
      list.add(to: sums, factor: concepts[index].weight * idf[index], bit: 1 << UInt64(index))
    }
    defer { for list in lists { list.clear(sums) } }
    if purpose == .bestAndRows { keepRows() }
    var matches: [UInt64: Match] = [:]
    var lastMask = UInt64.max
    var last = Match(coverage: 0, matchesAll: false, isFound: false)
    var row = 0
    for id in matcher.rows() {
      guard let place = input.lengths.row(of: id, from: row) else { continue }
      row = place
      if let allowed = input.allowed, !allowed.contains(place) { continue }
      let mask = sums.masks[place]
      if mask != lastMask || total == 0 {
        last = matches[mask] ?? match(of: mask)
        matches[mask] = last
        lastMask = mask
      }
      if !last.isFound { continue }
      let boost = input.boosted.isEmpty ? 0 : boostParts(id, input.lengths[place], nil)
      let candidate = TopHits.Candidate(
        articleID: id, score: sums.scores[place] * last.coverage + boost + recency(place),
        proximity: 0, matchesAll: last.matchesAll)
      total += 1
      if last.matchesAll { totalMatchingAll += 1 }
      keep(place, matchesAll: last.matchesAll)
      if top.accepts(candidate) { top.offer(candidate) }
    }
  }

  /// Says that for articles with the concepts of a mask's bits.
  func match(of mask: UInt64) -> Match {
    var matchedIDF = 0.0
    for index in concepts.indices {
      matched[index] = mask >> UInt64(index) & 1 == 1
      if matched[index], !concepts[index].isExpansion { matchedIDF += idf[index] }
    }
    return Match(
      coverage: coveragePower == 0 || totalIDF == 0 ? 1 : pow(matchedIDF / totalIDF, coveragePower),
      matchesAll: input.plan.requirement.isMet(by: matched),
      isFound: !input.plan.hasCondition || input.plan.condition.isMet(by: matched))
  }

  /// Adds to the articles that are kept what their positions say.
  private func lookCloser(_ matcher: PostingsMatcher, _ lists: [ConceptFrequencies]) throws {
    if concepts.count == 1 || formula.proximity <= 0 {
      try boundForms(matcher)
      top.update { candidate in
        guard let row = input.lengths.row(of: candidate.articleID) else { return }
        candidate.mostAddition = mostAddition(row) { lists[$0].view.value(at: row) }
      }
      return
    }
    var found: [Int64: Double] = [:]
    let visitor = CloserLook { [unowned self] match in
      guard let row = input.lengths.row(of: match.articleID) else { return }
      for index in concepts.indices { matched[index] = lists[index].view.place(of: row) >= 0 }
      found[match.articleID] = proximity(match)
      boundForms(match, at: row)
    }
    try matcher.show(top.articleIDs.sorted(), to: visitor)
    top.update { candidate in
      guard let row = input.lengths.row(of: candidate.articleID) else { return }
      candidate.proximity = found[candidate.articleID] ?? 0
      candidate.mostAddition = mostAddition(row) { lists[$0].view.value(at: row) }
    }
  }

  /// Notes of the candidates what forms they may have, where nothing is known of that.
  private func boundForms(_ matcher: PostingsMatcher) throws {
    if boundedForms.isEmpty { return }
    let unknown = top.articleIDs.filter { id in
      guard let row = input.lengths.row(of: id) else { return false }
      return boundedForms.contains { input.forms[$0]?[row] == nil }
    }
    let visitor = CloserLook { [unowned self] match in
      guard let row = input.lengths.row(of: match.articleID) else { return }
      boundForms(match, at: row)
    }
    try matcher.show(unknown.sorted(), to: visitor)
  }
}

/// Passing over articles that cannot be among the best.
extension Scorer {
  /// Scores the articles of a match that may be among the best, and counts all.
  /// - Complexity: O(best) for a single word, else see ``ListEvaluation``.
  private func scoreBest(_ matcher: PostingsMatcher, _ lists: [ConceptFrequencies]) {
    if purpose == .best, scoreOnlyWord(matcher, lists) { return }
    let (found, complete) = findRows(matcher, lists)
    if purpose == .bestAndRows { rows = (found, complete) }
    if total == 0 { return }
    let hasTiers = top.prefersAll && totalMatchingAll < total
    if lists.count == 1, !hasTiers, input.recency == nil,
      scoreFromBest(lists[0], { found.contains($0) ? complete.contains($0) : nil })
    {
      return
    }
    let collector = BestRows(
      self,
      ListEvaluation(
        parts: lists.enumerated().map {
          .init(list: $1, factor: concepts[$0].weight * idf[$0])
        }, mostExtra: mostRecency))
    if hasTiers {
      collector.run(complete)
      // Those with something missing come behind all others.
      if totalMatchingAll < top.capacity { collector.run(found.subtracting(complete)) }
    } else {
      collector.run(found)
    }
  }

  /// Finds and counts the rows that match, and those of them that match everything.
  private func findRows(
    _ matcher: PostingsMatcher, _ lists: [ConceptFrequencies]
  ) -> (found: RowSet, complete: RowSet) {
    var found = matcher.rowSet(input.lengths)
    if let allowed = input.allowed { found = found.intersection(allowed) }
    // FTS5's expression says less than what was asked for.
    if input.plan.hasCondition { found = rows(meeting: input.plan.condition, lists, among: found) }
    let complete = rows(meeting: input.plan.requirement, lists, among: found)
    total = found.count
    totalMatchingAll = complete.count
    return (found, complete)
  }

  /// The scores of some rows that match, without what is added to the best only.
  /// - Parameter rows: ascending.
  /// - Complexity: O(rows), and for each concept what ``ConceptFrequencies/View/value(at:)`` takes.
  func scores(ofRows rows: [Int]) -> [Double] {
    if !visitedScores.isEmpty { return rows.map { visitedScores[$0] } }
    let lists = input.frequencies.compactMap { $0 }
    let views = lists.map(\.view)
    return withExtendedLifetime(lists) {
      rows.map { row in
        var (sum, mask) = (0.0, UInt64(0))
        for (index, view) in views.enumerated() {
          let place = view.place(of: row)
          if place < 0 { continue }
          mask |= 1 << UInt64(index)
          sum += concepts[index].weight * idf[index] * view.value(atPlace: place)
        }
        let boost =
          input.boosted.isEmpty
          ? 0 : boostParts(input.lengths.ids[row], input.lengths[row], nil)
        return sum * match(of: mask).coverage + boost + recency(row)
      }
    }
  }

  private func rows(
    meeting requirement: QueryPlan.Requirement, _ lists: [ConceptFrequencies], among found: RowSet
  ) -> RowSet {
    switch requirement {
    case .concept(let index): return found.intersection(lists[index].rowSet)
    case .all(let parts):
      return parts.reduce(found) { rows(meeting: $1, lists, among: $0) }
    case .any(let parts):
      return parts.reduce(RowSet(rowCount: input.lengths.count)) {
        $0.union(rows(meeting: $1, lists, among: found))
      }
    }
  }

  /// Scores a query of one word, with nothing else to it, without looking at all of its articles.
  /// - Returns: false where that cannot be done.
  private func scoreOnlyWord(
    _ matcher: PostingsMatcher, _ lists: [ConceptFrequencies]
  ) -> Bool {
    guard lists.count == 1, concepts[0].entity == nil, input.allowed == nil,
      input.recency == nil, !input.plan.hasCondition, let phrase = matcher.onlyPhraseCount,
      phrase == lists[0].count
    else { return false }
    let matchesAll = input.plan.requirement.isMet(by: [true])
    total = phrase
    totalMatchingAll = matchesAll ? phrase : 0
    return scoreFromBest(lists[0]) { _ in matchesAll }
  }

  /// Scores articles in the order of their only concept's frequency.
  /// - Parameter member: whether a row matches everything; `nil` where it is none of the match.
  /// - Returns: whether all that may be among the best were scored.
  private func scoreFromBest(_ list: ConceptFrequencies, _ member: (Int) -> Bool?) -> Bool {
    let factor = concepts[0].weight * idf[0]
    let coverage = match(of: 1).coverage
    var candidates: [TopHits.Candidate] = []
    candidates.reserveCapacity(min(top.capacity, list.count))
    for place in list.best {
      let row = Int(list.rows[Int(place)])
      guard let matchesAll = member(row) else { continue }
      // As all sums begin.
      let value = list.values[Int(place)]
      let candidate = TopHits.Candidate(
        articleID: input.lengths.ids[row], score: (0 + factor * value) * coverage, proximity: 0,
        matchesAll: matchesAll)
      if candidates.count < top.capacity {
        candidates.append(candidate)
        if candidates.count == top.capacity { top.replace(by: candidates) }
        continue
      }
      if candidate.score < top.threshold { return true }
      if top.accepts(candidate) { top.offer(candidate) }
    }
    if candidates.count < total {
      top.replace(by: [])
      return false
    }
    if candidates.count < top.capacity { top.replace(by: candidates) }
    return true
  }

  /// The most that an article gains by its age.
  private var mostRecency: Double {
    // More than sums in another order differ.
    input.recency == nil ? 0 : recencyGain * (1 + 1e-12)
  }
}

/// Looks at some rows again.
final class CloserLook: MatchVisitor {
  private let body: (MatchedRow) -> Void

  init(_ body: @escaping (MatchedRow) -> Void) { self.body = body }

  func visit(_ row: MatchedRow) { body(row) }
}
