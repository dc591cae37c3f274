import DatelineIndex

/// Scoring a query of one word by its champions, or block by block, see ``WordBlocks``.
extension Scorer {
  /// Most hits that are found in this way.
  static let mostFromBlocks = 1000

  /// Computes what is the same for all articles, and counts them.
  func prepare(_ word: WordBlocks) {
    prepare { _ in Double(min(word.count, input.lengths.count)) }
    total = word.count
    totalMatchingAll = input.plan.requirement.isMet(by: [true]) ? total : 0
  }

  /// Scores those articles of the only concept that are likely to be the best.
  /// - Returns: the best of them; `nil` where others may be better, and nothing is kept then.
  /// - Complexity: O(``ChampionList/size`` + articles of segments without blocks).
  func scoreChampions(_ word: WordBlocks) -> BestArticles? {
    guard let only = onlyWord, top.capacity <= ChampionList.size else { return nil }
    let others = word.othersThanChampions
    let score = others.most.map(only.score) ?? 0
    var isInOrder = true
    var kept: [Int64: (row: Int32, value: Double)] = [:]
    kept.reserveCapacity(2 * ChampionList.size)
    word.readChampions { entry in
      guard
        let read = offer(
          only, entry.row, entry.count,
          { forms, row in
            FormBound(entry, isTitle: only.isTitle)
              .note(in: forms, at: row, formula, input.lengths)
          })
      else { return }
      if read.isKept { kept[entry.row] = (Int32(truncatingIfNeeded: read.row), read.value) }
      // Rounding may give two frequencies one score: the order of ids is not that of the list then.
      if read.score == score, read.frequency != others.frequency { isInOrder = false }
    }
    if let most = others.most, only.mostScore(most) >= top.threshold {
      guard others.frequency != nil, isInOrder, score <= top.threshold,
        only.mostScore(others.next) < top.threshold
      else {
        top.replace(by: [])
        return nil
      }
    }
    let best = top.ordered.compactMap { kept[$0.articleID] }
    return BestArticles(rows: best.map(\.row), values: best.map(\.value), total: total)
  }

  /// Scores the articles of the only concept that may be among the best.
  /// - Returns: false where that cannot be done; the scorer is of no use then.
  /// - Throws: an error of the database, or that the index is damaged.
  /// - Complexity: O(blocks + articles of those that are read).
  func scoreBlocks(_ word: WordBlocks) throws -> Bool {
    guard let only = onlyWord else { return false }
    while let most = word.mostInRest, only.mostScore(most) >= top.threshold {
      let isRight = try word.readNext { id, found, positions in
        _ = offer(only, id, found) { forms, row in
          var bound = FormBound(concepts[0].scope)
          MatchedRow.forEachPosition(in: positions) { bound.add($0, $1) }
          bound.note(in: forms, at: row, formula, input.lengths)
        }
      }
      if !isRight { return false }
    }
    return true
  }

  /// What is the same for all articles; `nil` where a greater frequency may bring less.
  private var onlyWord: OnlyWord? {
    let factor = concepts[0].weight * idf[0]
    let coverage = match(of: 1).coverage
    guard factor >= 0, coverage >= 0 else { return nil }
    return OnlyWord(
      factor: factor, coverage: coverage, matchesAll: input.plan.requirement.isMet(by: [true]),
      isTitle: concepts[0].scope == .title, forms: boundedForms.isEmpty ? nil : input.forms[0])
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
  /// - Returns: what it has; `nil` where there is no such article.
  @inline(__always)
  private func offer(
    _ only: OnlyWord, _ id: Int64, _ found: PhraseCounts.Count,
    _ bound: (_ forms: FormValues, _ row: Int) -> Void
  ) -> (row: Int, frequency: Double, value: Double, score: Double, isKept: Bool)? {
    guard let row = input.lengths.row(of: id) else { return nil }
    let (lead, rest) = only.isTitle ? (0, 0) : (Double(found.lead), Double(found.rest))
    let frequency = formula.frequency(
      title: Double(found.title), lead: lead, rest: rest, input.lengths[row],
      averages: input.lengths.averages)
    let value = formula.saturate(frequency)
    let score = only.score(value)
    if score < top.threshold { return (row, frequency, value, score, false) }
    var candidate = TopHits.Candidate(
      articleID: id, score: score, proximity: 0, matchesAll: only.matchesAll)
    guard top.accepts(candidate) else { return (row, frequency, value, score, false) }
    if let forms = only.forms, forms[row] == nil { bound(forms, row) }
    candidate.mostAddition = mostAddition(row) { _ in value }
    top.offer(candidate)
    return (row, frequency, value, score, true)
  }
}
