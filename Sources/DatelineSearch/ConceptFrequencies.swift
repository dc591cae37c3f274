import DatelineIndex

/// The frequency of a concept in each article that has it: all fields in one, normalised by their
/// lengths, as ``RankingFormula/frequency(of:_:averages:)`` gives it.
///
/// Made once for a concept and kept as long as nobody writes to the file: a hit costs a look at two
/// arrays then.
final class ConceptFrequencies {
  /// Rows of ``FieldLengths``, ascending.
  private let rows: UnsafeMutablePointer<Int32>
  /// Frequencies there.
  private let values: UnsafeMutablePointer<Double>
  /// Number of articles.
  private(set) var count = 0

  /// - Parameters:
  ///   - counts: occurrences of the concept's words; `nil` without words.
  ///   - mentions: mentions of its entity.
  ///   - inLeadOnly: whether occurrences behind the lead do not count.
  init(
    _ counts: PhraseCounts?, mentions: EntityMentions?, inLeadOnly: Bool,
    formula: RankingFormula, lengths: FieldLengths
  ) {
    let articles = counts?.articles ?? []
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
      values[count] = formula.frequency(of: found, lengths[place], averages: lengths)
      count += 1
    }
  }

  deinit {
    rows.deallocate()
    values.deallocate()
  }

  /// A cursor before the first article, valid as long as the object lives.
  var cursor: Cursor { Cursor(rows: rows, values: values, count: count) }

  /// Looks frequencies up in ascending rows.
  struct Cursor {
    fileprivate let rows: UnsafePointer<Int32>
    fileprivate let values: UnsafePointer<Double>
    fileprivate let count: Int
    private var place = 0

    fileprivate init(rows: UnsafePointer<Int32>, values: UnsafePointer<Double>, count: Int) {
      self.rows = rows
      self.values = values
      self.count = count
    }

    /// The frequency in a row; `nil` where there is none.
    /// - Complexity: O(log distance from the row before).
    @inline(__always)
    mutating func frequency(at row: Int) -> Double? {
      let wanted = Int32(truncatingIfNeeded: row)
      if place < count, rows[place] < wanted { skip(to: wanted) }
      return place < count && rows[place] == wanted ? values[place] : nil
    }

    private mutating func skip(to wanted: Int32) {
      var step = 1
      var low = place
      while low + step < count, rows[low + step] < wanted {
        low += step
        step *= 2
      }
      var high = min(low + step, count)
      low += 1
      while low < high {
        let middle = (low + high) / 2
        if rows[middle] < wanted { low = middle + 1 } else { high = middle }
      }
      place = low
    }
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
    if exact != nil || isCJK || !variants.isEmpty || phraseText.isEmpty != phrases.isEmpty {
      return nil
    }
    return "\(scope)|\(entity ?? "")|\(phraseText)"
  }
}
