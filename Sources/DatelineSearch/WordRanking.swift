import DatelineIndex

/// Ranks the articles of a query that is one word, where its frequencies or its best articles are in memory.
///
/// Computes what ``Scorer`` computes, in the same order, so that scores are the same to the last bit, but looks
/// only at the articles that may be among those wanted.
struct WordRanking {
  /// Where articles come from.
  private enum Source {
    /// All of them.
    case list(ConceptFrequencies)
    case best(BestArticles)
  }

  private let word: PreparedQuery.Word
  private let source: Source
  private let lengths: FieldLengths
  /// What a saturated frequency of 1 brings.
  private let factor: Double
  /// What one of the form that was typed brings more.
  private let formGain: Double
  private let formula: RankingFormula

  /// - Returns: `nil` where a list does not hold all articles that match.
  init?(
    _ word: PreparedQuery.Word, _ list: ConceptFrequencies, _ formula: RankingFormula,
    _ lengths: FieldLengths
  ) {
    guard list.documentFrequency == Double(list.count) else { return nil }
    self.init(word, .list(list), list.count, formula, lengths)
  }

  init(
    _ word: PreparedQuery.Word, _ best: BestArticles, _ formula: RankingFormula,
    _ lengths: FieldLengths
  ) {
    self.init(word, .best(best), best.total, formula, lengths)
  }

  private init(
    _ word: PreparedQuery.Word, _ source: Source, _ total: Int, _ formula: RankingFormula,
    _ lengths: FieldLengths
  ) {
    self.word = word
    self.source = source
    self.total = total
    self.lengths = lengths
    self.formula = formula
    let idf = RankingFormula.idf(
      documentFrequency: Double(min(total, lengths.count)), count: lengths.count)
    factor = word.weight * idf
    formGain = word.form == nil ? 0 : formula.exactForm * word.weight * idf
  }

  /// Number of articles that match.
  let total: Int

  /// The best hits, best first, what their forms bring included.
  /// - Parameters:
  ///   - wanted: how many, at most ``SearchExecution/rescored``.
  ///   - known: what is known of the form that was typed.
  ///   - form: gives the saturated frequency of that form, by id and row.
  /// - Returns: `nil` where ``Scorer`` must order them.
  /// - Complexity: O(wanted) and what equally good ones there are.
  func best(
    _ wanted: Int, _ known: FormValues?, form: (Int64, Int) throws -> Double
  ) rethrows -> [TopHits.Candidate]? {
    guard wanted <= SearchExecution.rescored else { return nil }
    switch source {
    case .list(let list):
      let places = list.best
      guard places.count == list.count || places.count > SearchExecution.rescored else {
        return nil
      }
      return try best(wanted, of: places.count, known, form) { index in
        (Int(list.rows[Int(places[index])]), list.values[Int(places[index])])
      }
    case .best(let best):
      return try self.best(wanted, of: best.rows.count, known, form) { index in
        (Int(best.rows[index]), best.values[index])
      }
    }
  }

  /// - Parameters:
  ///   - count: number of articles.
  ///   - article: gives the row and the saturated frequency of each, best first.
  @inline(__always)
  private func best(
    _ wanted: Int, of count: Int, _ known: FormValues?, _ form: (Int64, Int) throws -> Double,
    _ article: (Int) -> (row: Int, value: Double)
  ) rethrows -> [TopHits.Candidate]? {
    if wanted <= 0 { return [] }
    var found: [TopHits.Candidate] = []
    found.reserveCapacity(min(wanted, count) + 1)
    var last = (score: Double.infinity, id: Int64.min)
    for index in 0..<count {
      let (row, value) = article(index)
      let id = lengths.id(at: row)
      // As all sums begin.
      let score = 0 + factor * value
      // Rounding has made them equal: the order of the list is not that of the hits.
      if score == last.score, id < last.id { return nil }
      if index >= SearchExecution.rescored, score < last.score { break }
      last = (score, id)
      if index >= SearchExecution.rescored { continue }
      // None of those that follow may gain more.
      if found.count == wanted, score + most(value) < found[wanted - 1].score { break }
      let most = most(min(value, known?[row]?.most ?? value))
      if found.count == wanted, score + most < found[wanted - 1].score { continue }
      let addition = formGain > 0 ? formGain * (try form(id, row)) : 0
      let candidate = TopHits.Candidate(
        articleID: id, score: score + addition, proximity: 0, addition: addition,
        mostAddition: most, matchesAll: word.matchesAll)
      insert(candidate, into: &found, wanted)
    }
    return found
  }

  /// What a saturated frequency of the form brings at most, see ``Scorer/mostAddition(_:_:)``.
  private func most(_ value: Double) -> Double { formGain * value * (1 + 1e-9) }

  @inline(__always)
  private func insert(
    _ candidate: TopHits.Candidate, into found: inout [TopHits.Candidate], _ wanted: Int
  ) {
    var place = found.count
    while place > 0, candidate.precedes(found[place - 1], prefersAll: false) { place -= 1 }
    if place >= wanted { return }
    if found.count == wanted { found.removeLast() }
    found.insert(candidate, at: place)
  }
}
