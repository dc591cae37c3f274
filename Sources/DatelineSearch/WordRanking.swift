import DatelineIndex

/// Ranks the articles of a query that is one word, where its frequencies are in memory.
///
/// Computes what ``Scorer`` computes, in the same order, so that scores are the same to the last bit, but looks
/// only at the articles that may be among those wanted.
struct WordRanking {
  private let word: PreparedQuery.Word
  private let list: ConceptFrequencies
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
    self.word = word
    self.list = list
    self.lengths = lengths
    self.formula = formula
    let idf = RankingFormula.idf(documentFrequency: list.documentFrequency, count: lengths.count)
    factor = word.weight * idf
    formGain = word.form == nil ? 0 : formula.exactForm * word.weight * idf
  }

  /// Number of articles that match.
  var total: Int { list.count }

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
    let places = list.best
    guard wanted <= SearchExecution.rescored,
      places.count == list.count || places.count > SearchExecution.rescored
    else { return nil }
    if wanted <= 0 { return [] }
    var found: [TopHits.Candidate] = []
    found.reserveCapacity(min(wanted, places.count) + 1)
    var last = (score: Double.infinity, id: Int64.min)
    for (index, place) in places.enumerated() {
      let row = Int(list.rows[Int(place)])
      let value = list.values[Int(place)]
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
