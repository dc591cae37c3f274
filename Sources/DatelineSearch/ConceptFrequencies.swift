import DatelineIndex

/// The saturated frequency of a concept in each article that has it: its occurrences in all fields in one,
/// normalised by their lengths, see ``RankingFormula/saturate(_:)``.
///
/// Made once for a concept and kept as long as nobody writes to the file: an article that has the concept costs
/// a look at two arrays then.
final class ConceptFrequencies {
  /// Rows of ``FieldLengths``, ascending.
  private let rows: UnsafeMutablePointer<Int32>
  /// Saturated frequencies there.
  private let values: UnsafeMutablePointer<Double>
  /// Number of articles.
  private(set) var count = 0
  /// Frequency of the concept among all articles, for its idf.
  let documentFrequency: Double

  /// - Parameters:
  ///   - counts: occurrences of the concept's words; `nil` without words.
  ///   - mentions: mentions of its entity.
  ///   - inLeadOnly: whether occurrences behind the lead do not count.
  init(
    _ counts: PhraseCounts?, mentions: EntityMentions?, inLeadOnly: Bool,
    formula: RankingFormula, lengths: FieldLengths
  ) {
    let articles = counts?.articles ?? []
    documentFrequency =
      mentions?.documentFrequency ?? Double(min(articles.count, lengths.count))
    let mentioned = mentions?.articles ?? []
    let most = max(articles.count + mentioned.count, 1)
    rows = .allocate(capacity: most)
    values = .allocate(capacity: most)
    var (next, nextMention, row) = (0, 0, 0)
    while next < articles.count || nextMention < mentioned.count {
      let article = min(
        next < articles.count ? articles[next] : .max,
        nextMention < mentioned.count ? mentioned[nextMention] : .max)
      var found = Scorer.Occurrences()
      if next < articles.count, articles[next] == article, let counts {
        let count = counts.counts[next]
        next += 1
        found.lead = Double(count.lead)
        found.title = Double(count.title)
        if !inLeadOnly { found.rest = Double(count.rest) }
      }
      if nextMention < mentioned.count, mentioned[nextMention] == article, let mentions {
        found.add(mentions.weights[nextMention])
        nextMention += 1
      }
      guard !found.isEmpty, let place = lengths.row(of: article, from: row) else { continue }
      row = place
      rows[count] = Int32(truncatingIfNeeded: place)
      values[count] = formula.saturate(
        formula.frequency(of: found, lengths[place], averages: lengths))
      count += 1
    }
  }

  deinit {
    rows.deallocate()
    values.deallocate()
  }

  /// Adds to the scores of all articles that have the concept.
  /// - Parameters:
  ///   - factor: what a saturated frequency of 1 gives.
  ///   - bit: added to the masks of these articles.
  /// - Complexity: O(articles that have it).
  func add(to sums: ScoreSums, factor: Double, bit: UInt64) {
    for index in 0..<count {
      let row = Int(rows[index])
      sums.scores[row] += factor * values[index]
      sums.masks[row] |= bit
    }
  }

  /// Takes all articles that have the concept back to 0.
  func clear(_ sums: ScoreSums) {
    for index in 0..<count {
      let row = Int(rows[index])
      sums.scores[row] = 0
      sums.masks[row] = 0
    }
  }

  /// The saturated frequency in a row; 0 where there is none.
  /// - Complexity: O(log articles).
  func value(at row: Int) -> Double {
    let wanted = Int32(truncatingIfNeeded: row)
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < count && rows[low] == wanted ? values[low] : 0
  }
}

/// Scores of all articles while a query is evaluated concept by concept, in memory that is kept.
final class ScoreSums {
  /// By rows of ``FieldLengths``; all 0 between queries.
  let scores: UnsafeMutablePointer<Double>
  /// A bit for each concept that the article has; likewise.
  let masks: UnsafeMutablePointer<UInt64>

  init(count: Int) {
    scores = .allocate(capacity: max(count, 1))
    scores.initialize(repeating: 0, count: max(count, 1))
    masks = .allocate(capacity: max(count, 1))
    masks.initialize(repeating: 0, count: max(count, 1))
  }

  deinit {
    scores.deallocate()
    masks.deallocate()
  }
}

extension Scorer.Occurrences {
  /// Takes mentions of an entity where there are more of them than of its words.
  @inline(__always)
  mutating func add(_ weight: (title: Int32, lead: Int32, body: Int32)) {
    title = max(title, Double(weight.title) / 10)
    lead = max(lead, Double(weight.lead) / 10)
    rest = max(rest, Double(weight.body) / 10)
  }
}

extension QueryPlan.Concept {
  /// What its frequencies depend on; `nil` where they are counted in each article.
  var frequencyKey: String? {
    if exact != nil || isCJK || !variants.isEmpty || !prefixForms.isEmpty
      || phraseText.isEmpty != phrases.isEmpty
    {
      return nil
    }
    return "\(scope)|\(entity ?? "")|\(phraseText)"
  }
}

extension QueryPlan {
  /// Whether the frequencies of all concepts can be kept in lists.
  var areInLists: Bool { !hasCondition && concepts.allSatisfy { $0.frequencyKey != nil } }
}
