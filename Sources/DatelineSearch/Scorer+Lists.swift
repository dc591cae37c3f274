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
      && !input.plan.hasCondition && explained.isEmpty && concepts.count <= UInt64.bitWidth
  }

  /// What articles with the same concepts have in common.
  private struct Match {
    var coverage: Double
    var matchesAll: Bool
  }

  /// Scores all articles of a match.
  /// - Complexity: O(articles that have a concept, for each of them).
  func score(_ matcher: PostingsMatcher, _ sums: ScoreSums) throws {
    let lists = input.frequencies.compactMap { $0 }
    prepare { lists[$0].documentFrequency }
    for (index, list) in lists.enumerated() {
      list.add(to: sums, factor: concepts[index].weight * idf[index], bit: 1 << UInt64(index))
    }
    defer { for list in lists { list.clear(sums) } }
    var matches: [UInt64: Match] = [:]
    var lastMask = UInt64.max
    var last = Match(coverage: 0, matchesAll: false)
    var row = 0
    for id in matcher.rows() {
      guard let place = input.lengths.row(of: id, from: row) else { continue }
      row = place
      if let allowed = input.allowed, !allowed[place] { continue }
      let mask = sums.masks[place]
      if mask != lastMask || total == 0 {
        last = matches[mask] ?? match(of: mask)
        matches[mask] = last
        lastMask = mask
      }
      let boost = input.boosted.isEmpty ? 0 : boostParts(id, input.lengths[place], nil)
      let candidate = TopHits.Candidate(
        articleID: id, score: sums.scores[place] * last.coverage + boost + recency(place),
        proximity: 0, matchesAll: last.matchesAll)
      total += 1
      if last.matchesAll { totalMatchingAll += 1 }
      if keepsAll {
        scoreByRow[place] = candidate.score
        matchesAllByRow[place] = candidate.matchesAll
      }
      if top.accepts(candidate) { top.offer(candidate) }
    }
    try lookCloser(matcher, sums, lists)
  }

  private func match(of mask: UInt64) -> Match {
    var matchedIDF = 0.0
    for index in concepts.indices {
      matched[index] = mask >> UInt64(index) & 1 == 1
      if matched[index], !concepts[index].isExpansion { matchedIDF += idf[index] }
    }
    return Match(
      coverage: coveragePower == 0 || totalIDF == 0 ? 1 : pow(matchedIDF / totalIDF, coveragePower),
      matchesAll: input.plan.requirement.isMet(by: matched))
  }

  /// Adds to the articles that are kept what their positions say.
  private func lookCloser(
    _ matcher: PostingsMatcher, _ sums: ScoreSums, _ lists: [ConceptFrequencies]
  ) throws {
    let visitor = CloserLook()
    visitor.body = { [unowned self] match in
      guard let place = input.lengths.row(of: match.articleID) else { return }
      for index in concepts.indices {
        matched[index] = sums.masks[place] >> UInt64(index) & 1 == 1
      }
      visitor.found[match.articleID] = (
        proximity(match), mostAddition { lists[$0].value(at: place) }
      )
    }
    try matcher.show(top.articleIDs.sorted(), to: visitor)
    top.update { candidate in
      guard let found = visitor.found[candidate.articleID] else { return }
      candidate.proximity = found.proximity
      candidate.mostAddition = found.mostAddition
    }
  }
}

/// Looks at some rows again.
private final class CloserLook: MatchVisitor {
  var body: ((MatchedRow) -> Void)?
  var found: [Int64: (proximity: Double, mostAddition: Double)] = [:]

  func visit(_ row: MatchedRow) { body?(row) }
}
