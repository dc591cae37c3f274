import DatelineAnalysis
import DatelineCore
import DatelineIndex
import Foundation

/// Scores the rows of a query as FTS5 finds them, and keeps the best.
///
/// Works inside FTS5's auxiliary function: occurrences come from the position lists that FTS5 has
/// just matched, lengths and entity mentions from memory, so that a hit costs no look-up in the
/// file.
final class Scorer: MatchVisitor {
  /// One concept's occurrences in one article.
  struct Occurrences {
    var title = 0.0
    var lead = 0.0
    var rest = 0.0
    var isEmpty: Bool { title == 0 && lead == 0 && rest == 0 }
  }

  /// What the scorer reads.
  struct Input {
    var plan: QueryPlan
    var lengths: FieldLengths
    /// Mentions per concept, `nil` for words.
    var mentions: [EntityMentions?]
    /// Rows of ``lengths`` that may be hits; `nil` for all.
    var allowed: [Bool]?
    /// Frequencies known from earlier queries, by ``QueryPlan/Concept/phraseText``.
    var knownFrequencies: [String: Int]
  }

  private let input: Input
  private let tokenizer = Tokenizer()
  private let concepts: [QueryPlan.Concept]
  private var top: TopHits
  /// Score of every matching row when all are needed (to sort by date), else empty.
  private(set) var scoreByRow: [Float] = []
  /// Whether each of these rows matches everything.
  private(set) var matchesAllByRow: [Bool] = []
  private let keepsAll: Bool
  private var cjk = CJKOccurrences()
  /// Articles that match.
  private(set) var total = 0
  /// Articles that match everything.
  private(set) var totalMatchingAll = 0
  /// Frequencies counted on the way, by phrase text.
  private(set) var frequencies: [String: Int] = [:]

  private var isPrepared = false
  private var documentFrequency: [Double] = []
  private var idf: [Double] = []
  private var totalIDF = 0.0
  private var coveragePower = 0.0
  private var row = 0
  private var cursors: [Int]
  private var occurrences: [Occurrences]
  private var tfs: [Double]
  private var matched: [Bool]
  private var positions: [[Int]]
  /// Explanations of the articles asked for, by id.
  private(set) var explanations: [Int64: Explanation] = [:]
  private let explained: Set<Int64>

  init(
    _ input: Input, capacity: Int, prefersAll: Bool, keepsAll: Bool = false,
    explained: Set<Int64> = []
  ) {
    self.input = input
    concepts = input.plan.concepts
    top = TopHits(capacity: capacity, prefersAll: prefersAll)
    self.keepsAll = keepsAll
    self.explained = explained
    cursors = Array(repeating: 0, count: concepts.count)
    occurrences = Array(repeating: Occurrences(), count: concepts.count)
    tfs = Array(repeating: 0, count: concepts.count)
    matched = Array(repeating: false, count: concepts.count)
    positions = Array(repeating: [], count: concepts.count)
    if keepsAll {
      scoreByRow = Array(repeating: .nan, count: input.lengths.count)
      matchesAllByRow = Array(repeating: false, count: input.lengths.count)
    }
  }

  /// The best hits; the proximity of words counts for the first `rescored`.
  func hits(rescored: Int) -> [TopHits.Candidate] { top.sorted(rescored: rescored) }

  func visit(_ match: MatchedRow) {
    if !isPrepared { prepare(match) }
    let id = match.articleID
    guard let row = input.lengths.row(of: id, from: row) else { return }
    self.row = row
    if let allowed = input.allowed, !allowed[row] { return }
    let lengths = input.lengths[row]
    var base = 0.0
    var matchedIDF = 0.0
    for index in concepts.indices {
      count(index, match, id)
      let found = occurrences[index]
      if found.isEmpty {
        tfs[index] = 0
        matched[index] = false
        continue
      }
      matched[index] = true
      let frequency = self.frequency(found, lengths)
      tfs[index] = frequency
      base += concepts[index].weight * idf[index] * BM25F.saturate(frequency)
      matchedIDF += idf[index]
    }
    let matchesAll = input.plan.requirement.isMet(by: matched)
    // FTS5 knows nothing of leads: what it found may lie behind them.
    if input.plan.hasCondition, !input.plan.condition.isMet(by: matched) { return }
    let coverage =
      coveragePower == 0 || totalIDF == 0 ? 1 : pow(matchedIDF / totalIDF, coveragePower)
    total += 1
    if matchesAll { totalMatchingAll += 1 }
    var candidate = TopHits.Candidate(
      articleID: id, score: base * coverage, proximity: 0, matchesAll: matchesAll)
    if keepsAll {
      scoreByRow[row] = Float(candidate.score)
      matchesAllByRow[row] = matchesAll
    }
    if top.accepts(candidate) {
      candidate.proximity = proximity(match)
      top.offer(candidate)
    }
    if explained.contains(id) {
      explanations[id] = explain(coverage, proximity(match))
    }
  }

  private func prepare(_ match: MatchedRow) {
    isPrepared = true
    let count = input.lengths.count
    for (index, concept) in concepts.enumerated() {
      let frequency: Double
      if let mentions = input.mentions[index] {
        // Between the articles that name it and those that only hint at it, as the formula says.
        let named = mentions.weights.reduce(0) {
          $0 + ($1.title + $1.lead + $1.body >= Int32(FormClass.name.tenths) ? 1 : 0)
        }
        frequency = (Double(named) * Double(mentions.articles.count)).squareRoot()
      } else if let known = input.knownFrequencies[concept.phraseText] {
        frequency = Double(known)
      } else if let phrase = concept.phrases.first {
        let counted = match.articleCount(ofPhrase: phrase)
        frequencies[concept.phraseText] = counted
        frequency = Double(counted)
      } else {
        frequency = 0
      }
      documentFrequency.append(frequency)
      idf.append(BM25F.idf(documentFrequency: frequency, count: count))
    }
    totalIDF = idf.reduce(0, +)
    if input.plan.hasEntity {
      coveragePower = min(max((6 - Double(concepts.count)) / 4, 0), 1)
    }
  }

  /// Counts a concept's occurrences in the current article.
  @inline(__always)
  private func count(_ index: Int, _ match: MatchedRow, _ id: Int64) {
    var found = Occurrences()
    // A duplicate of a phrase elsewhere in the expression has the same positions.
    if let exact = concepts[index].exact, let phrase = concepts[index].phrases.first {
      found = exact.occurrences(
        match, phrase: phrase, inLeadOnly: concepts[index].isLead, tokenizer: tokenizer)
    } else if let scope = concepts[index].cjkScope, let phrase = concepts[index].phrases.first {
      found = cjk.occurrences(match, phrase: phrase, scope: scope)
    } else if let phrase = concepts[index].phrases.first {
      match.forEachPosition(ofPhrase: phrase) { field, offset in
        switch field {
        case .title: found.title += 1
        case .body:
          if offset < EntityTagger.leadLength {
            found.lead += 1
          } else if !concepts[index].isLead {
            found.rest += 1
          }
        case .cjkTerms: if !concepts[index].isLead { found.rest += 1 }
        case .entityTerms: break
        }
      }
    }
    if let mentions = input.mentions[index] {
      var cursor = cursors[index]
      let articles = mentions.articles
      while cursor < articles.count, articles[cursor] < id { cursor += 1 }
      cursors[index] = cursor
      if cursor < articles.count, articles[cursor] == id {
        let weight = mentions.weights[cursor]
        found.title = max(found.title, Double(weight.title) / 10)
        found.lead = max(found.lead, Double(weight.lead) / 10)
        found.rest = max(found.rest, Double(weight.body) / 10)
      }
    }
    occurrences[index] = found
  }

  @inline(__always)
  private func frequency(_ found: Occurrences, _ lengths: FieldLengths.Lengths) -> Double {
    let body = Double(lengths.body)
    let leadLength = min(body, Double(EntityTagger.leadLength))
    var frequency = 0.0
    if found.title > 0 {
      frequency += BM25F.frequency(
        found.title, in: BM25F.title, length: Double(lengths.title),
        average: input.lengths.averageTitle)
    }
    if found.lead > 0 {
      frequency += BM25F.frequency(
        found.lead, in: BM25F.lead, length: leadLength, average: input.lengths.averageLead)
    }
    if found.rest > 0 {
      frequency += BM25F.frequency(
        found.rest, in: BM25F.rest, length: body - leadLength, average: input.lengths.averageRest)
    }
    return frequency
  }

  /// Bonus for neighbouring words of the query that stand close together: for each pair
  /// t = sum of 1 / distance² up to 8 tokens; adds .2 of the smaller idf times saturated t.
  private func proximity(_ match: MatchedRow) -> Double {
    guard concepts.count > 1 else { return 0 }
    var bonus = 0.0
    for index in concepts.indices { loadPositions(index, match) }
    for index in 1..<concepts.count
    where concepts[index].followsPrevious && !positions[index].isEmpty
      && !positions[index - 1].isEmpty
    {
      let t = closeness(positions[index - 1], positions[index])
      if t > 0 { bonus += 0.2 * min(idf[index - 1], idf[index]) * BM25F.saturate(t) }
    }
    return bonus
  }

  private func loadPositions(_ index: Int, _ match: MatchedRow) {
    positions[index].removeAll(keepingCapacity: true)
    guard matched[index], let phrase = concepts[index].phrases.first else { return }
    match.forEachPosition(ofPhrase: phrase) { field, offset in
      // Titles are kept far from bodies, so that no pair spans both.
      switch field {
      case .body: positions[index].append(offset)
      case .title: positions[index].append(offset + 1 << 30)
      case .cjkTerms: positions[index].append(offset + 1 << 31)
      case .entityTerms: break
      }
    }
  }

  /// Sum of 1 / distance² over pairs of positions at most 8 apart; both lists ascend.
  private func closeness(_ left: [Int], _ right: [Int]) -> Double {
    var sum = 0.0
    var first = 0
    for position in left {
      while first < right.count, right[first] < position - 8 { first += 1 }
      var index = first
      while index < right.count, right[index] <= position + 8 {
        let distance = Double(abs(right[index] - position))
        if distance > 0 { sum += 1 / (distance * distance) }
        index += 1
      }
    }
    return sum
  }

  private func explain(_ coverage: Double, _ proximity: Double) -> Explanation {
    Explanation(
      parts: concepts.indices.map { index in
        Explanation.Part(
          name: concepts[index].name, documentFrequency: documentFrequency[index],
          idf: idf[index], frequency: tfs[index], title: occurrences[index].title,
          lead: occurrences[index].lead, body: occurrences[index].rest,
          weight: concepts[index].weight,
          score: concepts[index].weight * idf[index] * BM25F.saturate(tfs[index]))
      }, coverage: coverage, proximity: proximity)
  }
}
