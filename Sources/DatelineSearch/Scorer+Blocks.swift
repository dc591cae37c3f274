import DatelineIndex

/// Scoring a query of one word by its champions, or block by block, see ``WordBlocks``.
extension Scorer {
  /// Most hits that are found in this way.
  static let mostFromBlocks = 1000

  /// Scores the articles of the only concept that may be among the best, and counts all.
  /// - Returns: false where that cannot be done; the scorer is of no use then.
  /// - Throws: an error of the database, or that the index is damaged.
  /// - Complexity: O(champions), where these are not enough O(blocks + articles of those that are read).
  func score(_ word: WordBlocks) throws -> Bool {
    prepare { _ in Double(min(word.count, input.lengths.count)) }
    let factor = concepts[0].weight * idf[0]
    let coverage = match(of: 1).coverage
    guard factor >= 0, coverage >= 0 else { return false }
    let only = OnlyWord(
      factor: factor, coverage: coverage, matchesAll: input.plan.requirement.isMet(by: [true]),
      isTitle: concepts[0].scope == .title, forms: boundedForms.isEmpty ? nil : input.forms[0])
    total = word.count
    totalMatchingAll = only.matchesAll ? total : 0
    if scoreChampions(word, only) { return true }
    while let most = word.mostInRest, only.mostScore(most) >= top.threshold {
      let isRight = try word.readNext { id, found, positions in
        offer(only, id, found) { forms, row in
          var bound = FormBound(concepts[0].scope)
          MatchedRow.forEachPosition(in: positions) { bound.add($0, $1) }
          bound.note(in: forms, at: row, formula, input.lengths)
        }
      }
      if !isRight { return false }
    }
    return true
  }

  /// Scores the articles that are likely to be the best.
  /// - Returns: false where others may be better; nothing is kept then.
  private func scoreChampions(_ word: WordBlocks, _ only: OnlyWord) -> Bool {
    if top.capacity > ChampionList.size { return false }
    let others = word.othersThanChampions
    let score = others.most.map(only.score) ?? 0
    var isInOrder = true
    word.readChampions { entry in
      let read = offer(only, entry.row, entry.count) { forms, row in
        FormBound(entry, isTitle: only.isTitle)
          .note(in: forms, at: row, formula, input.lengths)
      }
      // Rounding may give two frequencies one score: the order of ids is not that of the list then.
      if read.score == score, read.frequency != others.frequency { isInOrder = false }
    }
    guard let most = others.most, only.mostScore(most) >= top.threshold else { return true }
    if others.frequency != nil, isInOrder, score <= top.threshold,
      only.mostScore(others.next) < top.threshold
    {
      return true
    }
    top.replace(by: [])
    return false
  }

  /// What is the same for all articles of a query of one word.
  private struct OnlyWord {
    /// What a saturated frequency of 1 brings.
    var factor: Double
    var coverage: Double
    var matchesAll: Bool
    var isTitle: Bool
    /// What is known of the form that was typed, where the word's positions say what it is at most.
    var forms: FormValues?

    /// As all sums begin.
    func score(_ saturated: Double) -> Double { (0 + factor * saturated) * coverage }

    /// What a frequency of that or less brings; rounded, a bound may lie below what it bounds.
    func mostScore(_ saturated: Double) -> Double { score(saturated) * (1 + 1e-12) }
  }

  /// Keeps an article if it is among the best.
  /// - Parameter bound: notes what its form is at most, where nothing is known of that.
  /// - Returns: its frequency and score; 0 where there is no such article.
  @inline(__always)
  @discardableResult
  private func offer(
    _ only: OnlyWord, _ id: Int64, _ found: PhraseCounts.Count,
    _ bound: (_ forms: FormValues, _ row: Int) -> Void
  ) -> (frequency: Double, score: Double) {
    guard let row = input.lengths.row(of: id) else { return (0, 0) }
    let (lead, rest) = only.isTitle ? (0, 0) : (Double(found.lead), Double(found.rest))
    let frequency = formula.frequency(
      title: Double(found.title), lead: lead, rest: rest, input.lengths[row],
      averages: input.lengths.averages)
    let value = formula.saturate(frequency)
    let score = only.score(value)
    if score < top.threshold { return (frequency, score) }
    var candidate = TopHits.Candidate(
      articleID: id, score: score, proximity: 0, matchesAll: only.matchesAll)
    if top.accepts(candidate) {
      if let forms = only.forms, forms[row] == nil { bound(forms, row) }
      candidate.mostAddition = mostAddition(row) { _ in value }
      top.offer(candidate)
    }
    return (frequency, score)
  }
}
