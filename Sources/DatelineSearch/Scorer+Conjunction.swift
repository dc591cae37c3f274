import DatelineIndex
import Foundation

/// Scoring words and phrases all of which an article must have, where not all of them were asked for before: their
/// frequencies are computed in the articles that match, and not kept.
///
/// Sums are made in the order in which ``Scorer/visit(_:)`` makes them, so that they are the same to the last bit.
extension Scorer {
  /// Scores the articles of a match, each concept of which is one phrase of the expression.
  /// - Parameter frequencies: computes those of each concept, of the same postings.
  /// - Complexity: O(articles that match), and what ``PostingsMatcher/forEachCommonRow(_:)`` takes.
  func score(
    conjunction matcher: PostingsMatcher, _ frequencies: [PhraseFrequencies]
  ) throws {
    let count = concepts.count
    prepare {
      Double(min(matcher.count(ofPhrase: concepts[$0].phrases[0]), input.lengths.count))
    }
    noteFrequencies(documentFrequency)
    let match = match(of: count == UInt64.bitWidth ? .max : 1 << UInt64(count) - 1)
    let numbers = concepts.map { Int($0.phrases[0]) }
    let factors = concepts.indices.map { concepts[$0].weight * idf[$0] }
    let mayPassOver =
      purpose != .rows && match.coverage >= 0 && input.boosted.isEmpty && input.recency == nil
      && factors.allSatisfy { $0 >= 0 }
    // What the concepts behind each bring at most; more than sums in another order differ.
    var rest = Array(repeating: 0.0, count: count)
    for index in (0..<count - 1).reversed() {
      rest[index] = rest[index + 1] + factors[index + 1] * (formula.k1 + 1) * (1 + 1e-9)
    }
    var row = 0
    matcher.forEachCommonRow { id, places in
      guard let found = input.lengths.row(of: id, from: row) else { return }
      row = found
      if let allowed = input.allowed, !allowed.contains(row) { return }
      total += 1
      keep(row, matchesAll: match.matchesAll)
      let threshold = top.threshold
      var sum = 0.0
      for index in 0..<count {
        sum +=
          factors[index] * frequencies[index].value(at: places[numbers[index]], row: Int32(row))
        if mayPassOver, (sum + rest[index]) * match.coverage < threshold { return }
      }
      let boost = input.boosted.isEmpty ? 0 : boostParts(id, input.lengths[row], nil)
      let candidate = TopHits.Candidate(
        articleID: id, score: sum * match.coverage + boost + recency(row), proximity: 0,
        matchesAll: match.matchesAll)
      if purpose == .rows {
        note(candidate.score, visited: row)
      } else if top.accepts(candidate) {
        top.offer(candidate)
      }
    }
    if match.matchesAll { totalMatchingAll = total }
    if purpose == .rows { return }
    try lookCloser(matcher)
  }

  /// Adds to the articles that are kept what their positions say.
  private func lookCloser(_ matcher: PostingsMatcher) throws {
    var found: [Int64: (proximity: Double, mostAddition: Double)] = [:]
    let visitor = CloserLook { [unowned self] match in
      guard let row = input.lengths.row(of: match.articleID) else { return }
      found[match.articleID] = lookCloser(match, at: row)
    }
    try matcher.show(top.articleIDs.sorted(), to: visitor)
    top.update { candidate in
      guard let values = found[candidate.articleID] else { return }
      candidate.proximity = values.proximity
      candidate.mostAddition = values.mostAddition
    }
  }
}
