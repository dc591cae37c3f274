import DatelineAnalysis
import DatelineIndex

/// Tells the occurrences of a CJK word in the title of an article from those in its text: their terms
/// stand in one column, those of the title first.
struct CJKOccurrences {
  private var terms = CJKTerms()

  /// Occurrences in the current row.
  /// - Complexity: O(positions and bytes of the title).
  mutating func occurrences(
    _ match: MatchedRow, phrase: Int32, scope: QueryPlanner.Scope
  ) -> Scorer.Occurrences {
    var found = Scorer.Occurrences()
    var titleTerms: Int?
    match.forEachPosition(ofPhrase: phrase) { field, offset in
      guard case .cjkTerms = field else { return }
      let boundary = titleTerms ?? count(match)
      titleTerms = boundary
      if offset < boundary {
        if scope == .text || scope == .title { found.title += 1 }
      } else if offset - boundary < EntityTagger.leadLength {
        if scope != .title { found.lead += 1 }
      } else if scope == .text || scope == .body {
        found.rest += 1
      }
    }
    return found
  }

  private mutating func count(_ match: MatchedRow) -> Int {
    var count = 0
    match.withText(of: .title) { count = terms.count(in: $0) }
    return count
  }
}
