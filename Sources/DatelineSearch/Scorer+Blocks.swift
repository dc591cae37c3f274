import DatelineIndex

/// Scoring a query of one word block by block, see ``WordBlocks``.
extension Scorer {
  /// Most hits that are found in this way.
  static let mostFromBlocks = 1000

  /// Scores the articles of the only concept that may be among the best, and counts all.
  /// - Returns: false where that cannot be done; the scorer is of no use then.
  /// - Throws: an error of the database, or that the index is damaged.
  /// - Complexity: O(blocks + articles of those that are read).
  func score(_ word: WordBlocks) throws -> Bool {
    prepare { _ in Double(min(word.count, input.lengths.count)) }
    let factor = concepts[0].weight * idf[0]
    let coverage = match(of: 1).coverage
    guard factor >= 0, coverage >= 0 else { return false }
    let matchesAll = input.plan.requirement.isMet(by: [true])
    total = word.count
    totalMatchingAll = matchesAll ? total : 0
    let isTitle = concepts[0].scope == .title
    let averages = input.lengths.averages
    // As all sums begin; rounded, a bound may lie below what it bounds.
    while let most = word.mostInRest,
      (0 + factor * most) * coverage * (1 + 1e-12) >= top.threshold
    {
      let isRight = try word.readNext { id, found in
        guard let row = input.lengths.row(of: id) else { return }
        let (lead, rest) = isTitle ? (0, 0) : (Double(found.lead), Double(found.rest))
        let value = formula.saturate(
          formula.frequency(
            title: Double(found.title), lead: lead, rest: rest, input.lengths[row],
            averages: averages))
        var candidate = TopHits.Candidate(
          articleID: id, score: (0 + factor * value) * coverage, proximity: 0,
          matchesAll: matchesAll)
        guard top.accepts(candidate) else { return }
        candidate.mostAddition = mostAddition { _ in value }
        top.offer(candidate)
      }
      if !isRight { return false }
    }
    return true
  }
}
