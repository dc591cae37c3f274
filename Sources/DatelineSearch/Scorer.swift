import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation

/// Scores the rows of a query as FTS5 finds them, and keeps the best.
///
/// Works inside FTS5's auxiliary function: occurrences come from the position lists that FTS5 has
/// just matched, lengths, dates and entity mentions from memory, so that a hit costs no look-up in
/// the file. ``ReferenceScorer`` says what it computes.
final class Scorer: MatchVisitor {
  /// One concept's occurrences in one article.
  struct Occurrences: Equatable {
    var title = 0.0
    var lead = 0.0
    var rest = 0.0
    var isEmpty: Bool { title == 0 && lead == 0 && rest == 0 }
  }

  /// A concept in the article that is looked at.
  private struct ConceptState {
    /// Where its mentions were looked for last.
    var cursor = 0
    var occurrences = Occurrences()
    /// ``occurrences`` of all fields in one.
    var frequency = 0.0
  }

  /// What the scorer reads.
  struct Input {
    var plan: QueryPlan
    var formula: RankingFormula
    var lengths: FieldLengths
    /// Mentions per concept, `nil` for words.
    var mentions: [EntityMentions?]
    /// Mentions per boost of the plan.
    var boosted: [EntityMentions]
    /// What an article gains by its age, as a share of the mean idf; `nil` when nothing.
    var recency: Recency?
    /// Rows of ``lengths`` that may be hits; `nil` for all.
    var allowed: RowSet?
    /// Frequencies known from earlier queries, by ``QueryPlan/Concept/phraseText``.
    var knownFrequencies: [String: Int]
    /// Saturated frequencies per concept, `nil` for those that are counted in each article; empty when
    /// all are.
    var frequencies: [ConceptFrequencies?] = []
    /// What is known of the forms that were typed per concept, `nil` for those without one.
    var forms: [FormValues?]
  }

  /// Ages of the articles and how fast they count less.
  struct Recency {
    var days: PublicationDays
    /// Days.
    var halfLife: Double
  }

  /// What is wanted of the articles that match.
  enum Purpose {
    /// The best of them.
    case best
    /// The best, and which articles match.
    case bestAndRows
    /// Which articles match; scores are computed where they are asked for, see ``scores(ofRows:)``.
    case rows
  }

  let input: Input
  let concepts: [QueryPlan.Concept]
  let formula: RankingFormula
  private let averages: FieldLengths.Averages
  /// The concepts that are one phrase each: those are counted without a look at anything else.
  private let plain: [OccurrenceCounter.Plain?]
  private let requirement: RequirementMasks
  private let condition: RequirementMasks
  // Invariant: the variables whose access is not checked are used by one thread, and no call that is given one of
  // them reaches this object.
  @exclusivity(unchecked) private var counter = OccurrenceCounter()
  @exclusivity(unchecked) var top: TopHits
  let purpose: Purpose
  /// Rows that match, and those of them that match everything; `nil` where ``purpose`` does not want them.
  @exclusivity(unchecked) var rows: (found: RowSet, complete: RowSet)?
  /// Score of every matching row that was visited, where scores of single rows may be asked for, else empty.
  @exclusivity(unchecked) private(set) var visitedScores: [Double] = []
  /// Articles that match.
  @exclusivity(unchecked) var total = 0
  /// Articles that match everything.
  @exclusivity(unchecked) var totalMatchingAll = 0
  /// Frequencies counted on the way, by phrase text.
  private(set) var frequencies: [String: Int] = [:]

  @exclusivity(unchecked) private var isPrepared = false
  @exclusivity(unchecked) private(set) var documentFrequency: [Double] = []
  @exclusivity(unchecked) private(set) var idf: [Double] = []
  @exclusivity(unchecked) private var boostIDF: [Double] = []
  @exclusivity(unchecked) private(set) var totalIDF = 0.0
  @exclusivity(unchecked) private(set) var recencyGain = 0.0
  @exclusivity(unchecked) private(set) var coveragePower = 0.0
  @exclusivity(unchecked) private var row = 0
  @exclusivity(unchecked) private var states: [ConceptState]
  @exclusivity(unchecked) private var boostCursors: [Int]
  @exclusivity(unchecked) var matched: [Bool]
  @exclusivity(unchecked) private var positions: [[Int]]
  /// What each concept gains at most for the form that was typed, as a share of its saturated frequency.
  @exclusivity(unchecked) private var formGains: [Double] = []
  /// Concepts whose forms that were typed stand where one phrase does, and gain.
  @exclusivity(unchecked) private(set) var boundedForms: [Int] = []
  /// Explanations of the articles asked for, by id, without what is added to the best only.
  private(set) var explanations: [Int64: Explanation] = [:]
  let explained: Set<Int64>

  init(
    _ input: Input, capacity: Int, prefersAll: Bool, purpose: Purpose = .best,
    explained: Set<Int64> = []
  ) {
    self.input = input
    concepts = input.plan.concepts
    formula = input.formula
    averages = input.lengths.averages
    plain = concepts.map(OccurrenceCounter.plain)
    requirement = RequirementMasks(input.plan.requirement)
    condition = RequirementMasks(input.plan.condition)
    top = TopHits(capacity: capacity, prefersAll: prefersAll)
    self.purpose = purpose
    self.explained = explained
    states = concepts.map { _ in ConceptState() }
    boostCursors = input.boosted.map { _ in 0 }
    matched = concepts.map { _ in false }
    positions = concepts.count > 1 ? concepts.map { _ in [] } : []
    if usesLists { return }
    if purpose != .best { keepRows() }
    if purpose == .rows { visitedScores = Array(repeating: .nan, count: input.lengths.count) }
  }

  /// Makes room for the rows that match.
  func keepRows() {
    let count = input.lengths.count
    rows = (RowSet(rowCount: count), RowSet(rowCount: count))
  }

  /// Keeps a row that matches, where that is wanted.
  @inline(__always)
  func keep(_ row: Int, matchesAll: Bool) {
    guard let rows else { return }
    rows.found.insert(row)
    if matchesAll { rows.complete.insert(row) }
  }

  /// The best hits. To the first `rescored` is added what their words gain by standing close
  /// together, and what `addition` gives.
  /// - Parameter wanted: how many of the hits must be right, and in the right order.
  func hits(
    rescored: Int, wanted: Int, addition: (TopHits.Candidate) throws -> Double
  ) rethrows -> [TopHits.Candidate] {
    try top.sorted(rescored: rescored, wanted: wanted, addition: addition)
  }

  func visit(_ match: MatchedRow) {
    if !isPrepared { prepare(match) }
    let id = match.articleID
    guard let row = input.lengths.row(of: id, from: row) else { return }
    self.row = row
    if let allowed = input.allowed, !allowed.contains(row) { return }
    let lengths = input.lengths[row]
    var base = 0.0
    var matchedIDF = 0.0
    for index in concepts.indices {
      count(index, match, id)
      let found = states[index].occurrences
      if found.isEmpty {
        states[index].frequency = 0
        matched[index] = false
        continue
      }
      matched[index] = true
      let frequency = self.frequency(found, lengths)
      states[index].frequency = frequency
      base += concepts[index].weight * idf[index] * formula.saturate(frequency)
      if !concepts[index].isExpansion { matchedIDF += idf[index] }
    }
    // FTS5 knows nothing of leads: what it found may lie behind them.
    if input.plan.hasCondition, !condition.isMet(by: matched) { return }
    let matchesAll = requirement.isMet(by: matched)
    let coverage =
      coveragePower == 0 || totalIDF == 0 ? 1 : pow(matchedIDF / totalIDF, coveragePower)
    let boost = boostParts(id, lengths, nil)
    let recency = recency(row)
    total += 1
    if matchesAll { totalMatchingAll += 1 }
    var candidate = TopHits.Candidate(
      articleID: id, score: base * coverage + boost + recency, proximity: 0,
      matchesAll: matchesAll)
    keep(row, matchesAll: matchesAll)
    if purpose == .rows {
      visitedScores[row] = candidate.score
    } else if top.accepts(candidate) {
      candidate.proximity = proximity(match)
      boundForms(match, at: row)
      candidate.mostAddition = mostAddition(row) { formula.saturate(states[$0].frequency) }
      top.offer(candidate)
    }
    if explained.contains(id) { explanations[id] = explain(id, lengths, coverage, recency) }
  }

  /// What an article gains that is among the best: for words close together, and at most for the form that was typed.
  func lookCloser(_ match: MatchedRow, at row: Int) -> (proximity: Double, mostAddition: Double) {
    self.row = row
    let lengths = input.lengths[row]
    for index in concepts.indices {
      count(index, match, match.articleID)
      matched[index] = !states[index].occurrences.isEmpty
      states[index].frequency =
        matched[index] ? frequency(states[index].occurrences, lengths) : 0
    }
    boundForms(match, at: row)
    return (
      proximity(match), mostAddition(row) { formula.saturate(states[$0].frequency) }
    )
  }

  /// Keeps the score of a row that was looked at, where scores of single rows may be asked for.
  @inline(__always)
  func note(_ score: Double, visited row: Int) { visitedScores[row] = score }

  /// Remembers the frequencies of concepts among all articles.
  func noteFrequencies(_ frequencies: [Double]) {
    for (concept, frequency) in zip(concepts, frequencies) {
      self.frequencies[concept.phraseText] = Int(frequency)
    }
  }

  private func prepare(_ match: MatchedRow) {
    let count = input.lengths.count
    prepare { index in
      let concept = concepts[index]
      let frequency: Double
      if let mentions = input.mentions[index] {
        frequency = mentions.documentFrequency
      } else if let known = input.knownFrequencies[concept.phraseText] {
        frequency = Double(known)
      } else if let phrase = concept.phrases.first {
        // Of several, as if no article had two.
        let phrases = concept.hasAlternatives ? concept.phrases : [phrase]
        let counted = min(phrases.reduce(0) { $0 + match.articleCount(ofPhrase: $1) }, count)
        frequencies[concept.phraseText] = counted
        frequency = Double(counted)
      } else {
        frequency = 0
      }
      return frequency
    }
  }

  /// Computes what is the same for all articles.
  /// - Parameter frequency: gives the frequency of a concept among all articles.
  func prepare(_ frequency: (Int) -> Double) {
    isPrepared = true
    let count = input.lengths.count
    for index in concepts.indices {
      documentFrequency.append(frequency(index))
      idf.append(RankingFormula.idf(documentFrequency: documentFrequency[index], count: count))
    }
    formGains = concepts.indices.map {
      concepts[$0].preferred == nil
        ? 0 : formula.exactForm * concepts[$0].weight * idf[$0]
    }
    boundedForms = concepts.indices.filter {
      formGains[$0] > 0 && plain[$0] != nil && concepts[$0].near == nil
    }
    boostIDF = input.boosted.map {
      RankingFormula.idf(documentFrequency: $0.documentFrequency, count: count)
    }
    let asked = concepts.indices.filter { !concepts[$0].isExpansion }
    totalIDF = asked.reduce(0) { $0 + idf[$1] }
    if input.plan.hasEntity { coveragePower = formula.coveragePower(concepts: asked.count) }
    if !asked.isEmpty { recencyGain = formula.recency * totalIDF / Double(asked.count) }
  }

  /// The most that an article can gain by ``PreferredFormScorer``: its words in the form that was typed are among those
  /// of the concept.
  /// - Parameters:
  ///   - row: its row in the lengths.
  ///   - saturated: the saturated frequency of a concept.
  func mostAddition(_ row: Int, _ saturated: (Int) -> Double) -> Double {
    var sum = 0.0
    for index in concepts.indices where formGains[index] > 0 {
      let most = saturated(index)
      sum += formGains[index] * min(most, input.forms[index]?[row]?.most ?? most)
    }
    // More than sums in another order differ.
    return sum * (1 + 1e-9)
  }

  /// Notes what the words of an article may have in the forms that were typed, where nothing is known of that.
  /// - Complexity: O(positions).
  func boundForms(_ match: MatchedRow, at row: Int) {
    for index in boundedForms {
      guard let values = input.forms[index], values[row] == nil, let phrase = plain[index]?.phrase
      else { continue }
      var bound = FormBound(concepts[index].scope)
      match.forEachPosition(ofPhrase: phrase) { bound.add($0, $1) }
      bound.note(in: values, at: row, formula, input.lengths)
    }
  }

  /// Counts a concept's occurrences in the current article.
  @inline(__always)
  private func count(_ index: Int, _ match: MatchedRow, _ id: Int64) {
    var found =
      if let concept = plain[index] {
        OccurrenceCounter.occurrences(of: concept, match)
      } else {
        counter.occurrences(of: concepts[index], match)
      }
    if let mentions = input.mentions[index],
      let weight = mentions.weight(of: id, &states[index].cursor)
    {
      found.add(weight)
    }
    states[index].occurrences = found
  }

  @inline(__always)
  private func frequency(_ found: Occurrences, _ lengths: FieldLengths.Lengths) -> Double {
    formula.frequency(of: found, lengths, averages: averages)
  }

  /// What the article gains from entities that the request prefers; the parts are given to `body`.
  func boostParts(
    _ id: Int64, _ lengths: FieldLengths.Lengths, _ body: ((Int, Occurrences, Double) -> Void)?
  ) -> Double {
    var sum = 0.0
    for index in input.boosted.indices {
      guard let weight = input.boosted[index].weight(of: id, &boostCursors[index]) else { continue }
      let found = Occurrences(
        title: Double(weight.title) / 10, lead: Double(weight.lead) / 10,
        rest: Double(weight.body) / 10)
      let frequency = self.frequency(found, lengths)
      sum += input.plan.boosts[index].weight * boostIDF[index] * formula.saturate(frequency)
      body?(index, found, frequency)
    }
    return sum
  }

  @inline(__always)
  func recency(_ row: Int) -> Double {
    guard let recency = input.recency, let latest = recency.days.latest else { return 0 }
    let day = recency.days.days[row]
    if day == PublicationDays.unknown { return 0 }
    return recencyGain
      * RankingFormula.recency(age: Double(latest - day), halfLife: recency.halfLife)
  }

  /// Bonus for neighbouring words of the query that stand close together: for each pair a share of
  /// the smaller idf times the saturated ``RankingFormula/closeness(_:_:)``.
  func proximity(_ match: MatchedRow) -> Double {
    guard concepts.count > 1, formula.proximity > 0 else { return 0 }
    var bonus = 0.0
    for index in concepts.indices { loadPositions(index, match) }
    for index in 1..<concepts.count
    where concepts[index].followsPrevious && !positions[index].isEmpty
      && !positions[index - 1].isEmpty
    {
      let t = RankingFormula.closeness(positions[index - 1], positions[index])
      if t > 0 {
        bonus += formula.proximity * min(idf[index - 1], idf[index]) * formula.saturate(t)
      }
    }
    return bonus
  }

  private func loadPositions(_ index: Int, _ match: MatchedRow) {
    positions[index].removeAll(keepingCapacity: true)
    guard matched[index] else { return }
    // Of an entity's words the first phrase stands for all, but each alternative has its own places.
    let count = concepts[index].hasAlternatives ? concepts[index].phrases.count : 1
    for phrase in concepts[index].phrases.prefix(count) { loadPositions(index, phrase, match) }
    if count > 1 { positions[index].sort() }
  }

  private func loadPositions(_ index: Int, _ phrase: Int32, _ match: MatchedRow) {
    match.forEachPosition(ofPhrase: phrase) { field, offset in
      // Fields are kept far from each other, so that no pair spans two.
      switch field {
      case .body: positions[index].append(offset)
      case .title: positions[index].append(offset + 1 << 30)
      case .cjkTerms: positions[index].append(offset + 1 << 31)
      case .entityTerms: break
      }
    }
    // FTS5 gives the columns in their order, which puts titles before CJK terms.
  }

  private func explain(
    _ id: Int64, _ lengths: FieldLengths.Lengths, _ coverage: Double, _ recency: Double
  ) -> Explanation {
    func part(
      _ name: String, _ frequency: Double, _ idf: Double, _ tf: Double, _ found: Occurrences,
      _ weight: Double
    ) -> Explanation.Part {
      Explanation.Part(
        name: name, documentFrequency: frequency, idf: idf, frequency: tf, title: found.title,
        lead: found.lead, body: found.rest, weight: weight,
        score: weight * idf * formula.saturate(tf))
    }
    var boosts: [Explanation.Part] = []
    _ = boostParts(id, lengths) { index, found, frequency in
      let boost = self.input.plan.boosts[index]
      boosts.append(
        part(
          boost.name, self.input.boosted[index].documentFrequency, self.boostIDF[index],
          frequency, found, boost.weight))
    }
    return Explanation(
      parts: concepts.indices.map {
        part(
          concepts[$0].name, documentFrequency[$0], idf[$0], states[$0].frequency,
          states[$0].occurrences,
          concepts[$0].weight)
      }, coverage: coverage, proximity: 0, exactForms: 0, recency: recency, boosts: boosts)
  }
}

extension RankingFormula {
  /// The frequency of all fields in one, normalised by their lengths.
  @inline(__always)
  func frequency(
    of found: Scorer.Occurrences, _ lengths: FieldLengths.Lengths, averages: FieldLengths.Averages
  ) -> Double {
    frequency(
      title: found.title, lead: found.lead, rest: found.rest, lengths, averages: averages)
  }
}
