import DatelineAnalysis
import DatelineIndex

/// What of a word may stand in the form that was typed: its occurrences in those parts of an article in which
/// ``PreferredFormScorer`` looks for the form, which cuts the same tokens as the index.
struct FormBound {
  private let scope: QueryPlanner.Scope
  /// Tokens of the text that are looked at.
  private let window: Int
  private var found = Scorer.Occurrences()
  /// Tokens of the text up to the last occurrence.
  private var tokens = 0

  init(_ scope: QueryPlanner.Scope) {
    self.scope = scope
    window = scope == .lead ? EntityTagger.leadLength : PreferredForm.window
  }

  /// Takes all occurrences in an article, where all fields count, or those in the title.
  init(_ entry: ChampionList.Entry, isTitle: Bool) {
    self.init(isTitle ? .title : .text)
    found.title = Double(min(entry.count.title, UInt32(window)))
    if isTitle { return }
    found.lead = Double(entry.count.lead)
    found.rest = Double(entry.restInWindow)
    tokens = Int(entry.tokens)
  }

  /// Takes an occurrence of the word.
  @inline(__always)
  mutating func add(_ field: MatchedRow.Field, _ offset: Int) {
    switch field {
    case .body where offset < window && scope != .title:
      if offset < EntityTagger.leadLength { found.lead += 1 } else { found.rest += 1 }
      tokens = max(tokens, offset + 1)
    case .title where offset < PreferredForm.window && (scope == .text || scope == .title):
      found.title += 1
    default: break
    }
  }

  /// Notes what follows for an article's frequency of the form.
  func note(
    in values: FormValues, at row: Int, _ formula: RankingFormula, _ lengths: FieldLengths
  ) {
    if found.isEmpty {
      values.set(0, at: row)
    } else {
      let frequency = formula.frequency(of: found, lengths[row], averages: lengths.averages)
      values.set(most: formula.saturate(frequency), tokens: tokens, at: row)
    }
  }
}
