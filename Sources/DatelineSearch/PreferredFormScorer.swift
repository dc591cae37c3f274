import DatelineAnalysis
import DatelineIndex

/// What the best articles gain for words in the very form that was typed: for each such word a share
/// of what it would bring by its occurrences in that form alone.
///
/// Looks at the title and the first ``PreferredForm/window`` tokens of the text.
struct PreferredFormScorer {
  private let formula: RankingFormula
  private let lengths: FieldLengths
  private let words: [(form: PreferredForm, gain: Double)]
  private let tokenizer = Tokenizer()

  /// - Returns: `nil` where no word has such a form, so that no article need be read.
  init?(_ scorer: Scorer) {
    formula = scorer.input.formula
    lengths = scorer.input.lengths
    guard formula.exactForm > 0, !scorer.idf.isEmpty else { return nil }
    let formula = self.formula
    words = scorer.concepts.enumerated().compactMap { index, concept in
      concept.preferred.map { ($0, formula.exactForm * concept.weight * scorer.idf[index]) }
    }
    if words.isEmpty { return nil }
  }

  /// The gain of one article.
  /// - Complexity: O(bytes of the article).
  func score(of id: Int64, _ snapshot: IndexSnapshot) throws -> Double {
    guard let row = lengths.row(of: id), let text = try snapshot.text(id: id) else { return 0 }
    let title = ScannedText(text.title, limit: PreferredForm.window, tokenizer: tokenizer)
    let body = ScannedText(text.body, limit: PreferredForm.window, tokenizer: tokenizer)
    var sum = 0.0
    for word in words {
      var found = Scorer.Occurrences()
      for index in 0..<title.count where word.form.stands(in: title, at: index) {
        found.title += 1
      }
      for index in 0..<body.count where word.form.stands(in: body, at: index) {
        if index < EntityTagger.leadLength { found.lead += 1 } else { found.rest += 1 }
      }
      if found.isEmpty { continue }
      let frequency = formula.frequency(of: found, lengths[row], averages: lengths)
      sum += word.gain * formula.saturate(frequency)
    }
    return sum
  }
}
