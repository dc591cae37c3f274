import DatelineCore
import DatelineIndex

/// Offers rows that a ``ListEvaluation`` finds to the best of a scorer.
///
/// Invariant: the variables whose access is not checked are used by one thread, and no call that is given one of
/// them reaches this object.
final class BestRows: RowCollector {
  private unowned let scorer: Scorer
  private let evaluation: ListEvaluation
  private let views: [ConceptFrequencies.View]
  private let hasRecency: Bool
  /// What articles with the same concepts have in common, by the mask of these.
  @exclusivity(unchecked) private var few: [Scorer.Match?]
  @exclusivity(unchecked) private var many: [UInt64: Scorer.Match] = [:]
  @exclusivity(unchecked) private(set) var threshold = -Double.infinity

  init(_ scorer: Scorer, _ evaluation: ListEvaluation) {
    self.scorer = scorer
    self.evaluation = evaluation
    views = evaluation.parts.map(\.list.view)
    hasRecency = scorer.input.recency != nil
    few = Array(repeating: nil, count: views.count <= 8 ? 1 << views.count : 0)
  }

  /// Scores rows that all match everything, or all not, or where that makes no difference.
  func run(_ rows: RowSet) {
    threshold = scorer.top.threshold
    evaluation.run(rows, self)
  }

  func collect(_ row: Int, sum: Double) {
    let candidate = candidate(row, sum)
    guard scorer.top.accepts(candidate) else { return }
    scorer.top.offer(candidate)
    threshold = max(threshold, scorer.top.threshold)
  }

  @inline(__always)
  private func candidate(_ row: Int, _ sum: Double) -> TopHits.Candidate {
    var mask: UInt64 = 0
    for index in views.indices where views[index].place(of: row) >= 0 {
      mask |= 1 << UInt64(index)
    }
    let match = match(of: mask)
    return TopHits.Candidate(
      articleID: scorer.input.lengths.ids[row],
      score: sum * match.coverage + (hasRecency ? scorer.recency(row) : 0), proximity: 0,
      matchesAll: match.matchesAll)
  }

  @inline(__always)
  private func match(of mask: UInt64) -> Scorer.Match {
    let index = Int(truncatingIfNeeded: mask)
    if !few.isEmpty {
      if let known = few[index] { return known }
      let made = scorer.match(of: mask)
      few[index] = made
      return made
    }
    if let known = many[mask] { return known }
    let made = scorer.match(of: mask)
    many[mask] = made
    return made
  }
}
