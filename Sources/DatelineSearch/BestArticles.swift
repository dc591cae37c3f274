import DatelineIndex

/// The best articles of a query that is one word, kept after they were found by its champions: the list of all its
/// articles need not be made when it is asked again.
struct BestArticles {
  /// Rows of ``FieldLengths``, best first, of equally good ones in ascending order: all, or
  /// ``SearchExecution/rescored``.
  let rows: [Int32]
  /// Saturated frequencies there.
  let values: [Double]
  /// Number of articles that match.
  let total: Int
}

/// The best articles of words, for one state of a file.
struct BestArticlesCache {
  /// Most words that are remembered, about 1.3 KB each.
  private static let most = 4096

  private var known: [QueryPlan.Concept.FrequencyKey: BestArticles] = [:]

  /// The best articles of a word.
  subscript(key: QueryPlan.Concept.FrequencyKey) -> BestArticles? { known[key] }

  /// Remembers the best articles of a word; one of the others goes where there are too many.
  mutating func remember(_ best: BestArticles, under key: QueryPlan.Concept.FrequencyKey) {
    if known.count >= Self.most, known[key] == nil, let other = known.keys.randomElement() {
      known[other] = nil
    }
    known[key] = best
  }
}
